// The whole server on a database of its own, for tests that talk to it as the command line and the screens do.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiClient } from '@sendsale/api';
import type { ApiClient } from '@sendsale/api';
import { readEnvironment } from '@sendsale/platform/config';
import { composeOms } from '../compose.ts';
import type { Oms } from '../compose.ts';
import { fetchWithin } from '../http/fetch-within.ts';
import { makeServer } from '../http/make-server.ts';
import type { Server } from '../http/make-server.ts';

export interface TestServer {
  readonly oms: Oms;
  readonly server: Server;
  /** The typed client, without a network. @param apiKey null where the server asks for none */
  readonly client: (apiKey: string | null) => ApiClient;
  readonly close: () => Promise<void>;
}

interface TestServerOptions {
  /** Whether it answers without a key. */
  readonly open: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Nothing runs by itself: jobs are woken and not worked. */
export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sendsale-server-'));
  const environment = readEnvironment({
    SENDSALE_DATA_FOLDER: folder,
    SENDSALE_LOG_LEVEL: 'silent',
    ...options.environment,
  });
  const oms = await composeOms(environment, { workers: 0, name: 'test' });
  const server = await makeServer(oms, { open: options.open });
  return {
    oms,
    server,
    client: (apiKey) =>
      apiClient({ baseUrl: 'http://in-process', apiKey, fetch: fetchWithin(server) }),
    close: async () => {
      await server.close();
      await oms.close();
      rmSync(folder, { recursive: true });
    },
  };
}
