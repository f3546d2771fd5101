// Commands look at and change the same server that people use: the one that runs, or, when none runs, one
// started in this process on the same database for the length of the command.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiClient } from '@sendsale/api';
import type { ApiClient } from '@sendsale/api';
import { readEnvironment } from '@sendsale/platform/config';
import type { Environment } from '@sendsale/platform/config';
import { z } from 'zod';

/** What `serve` leaves in the data folder while it runs. */
export const ServerFile = z.object({ url: z.string(), pid: z.number(), open: z.boolean() });
export const SERVER_FILE = 'server.json';

/** Where the demo keeps its OMS: looked at when this machine has no other. */
const DEMO_DATA_FOLDER = '.sendsale/demo/oms';

/** Runs `work` against the API. `SENDSALE_API_KEY` is sent where the server asks for a key. */
export async function withApi<T>(work: (api: ApiClient) => Promise<T>): Promise<T> {
  const environment = withDataFolder(readEnvironment());
  const running = environment.serverUrl ?? runningServer(environment.dataFolder);
  if (running !== null) {
    return work(apiClient({ baseUrl: running, apiKey: environment.apiKey }));
  }
  // Loaded only when needed: most commands find a running server and answer at once.
  const { fetchWithin } = await import('../http/fetch-within.ts');
  const { withServer } = await import('../http/with-server.ts');
  const quiet = { ...environment, logLevel: 'error' } as const;
  return withServer(quiet, { workers: 0, name: 'cli', open: true }, async (server) =>
    work(apiClient({ baseUrl: 'http://in-process', apiKey: null, fetch: fetchWithin(server) })),
  );
}

// Somebody who has only run the demo means the demo.
function withDataFolder(environment: Environment): Environment {
  const { databaseUrl, serverUrl, dataFolder } = environment;
  const isSetUp = databaseUrl !== null || serverUrl !== null || existsSync(join(dataFolder, 'db'));
  if (isSetUp || !existsSync(join(DEMO_DATA_FOLDER, 'db'))) return environment;
  process.stderr.write('Looking at the data of the demo.\n');
  return { ...environment, dataFolder: DEMO_DATA_FOLDER };
}

function runningServer(dataFolder: string): string | null {
  try {
    const text = readFileSync(join(dataFolder, SERVER_FILE), 'utf8');
    const { url, pid } = ServerFile.parse(JSON.parse(text));
    process.kill(pid, 0);
    return url;
  } catch {
    // No file, or a server that is gone.
    return null;
  }
}
