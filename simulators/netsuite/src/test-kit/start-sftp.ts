// A real SFTP server for tests, with one user and a folder to look into.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeKeyPair } from '@sendsale/simulator-sftp';
import { z } from 'zod';
import { startTypescriptWorker } from '../typescript-worker.ts';

export interface TestSftp {
  readonly port: number;
  /** Base64 of the server's public key. */
  readonly hostKey: string;
  readonly user: string;
  /** PEM, as the API secret holds it. */
  readonly privateKey: string;
  /** The user's home on this machine; the server shows it as /home/acme. */
  readonly home: string;
  readonly close: () => Promise<void>;
}

const Started = z.object({ port: z.number(), hostKey: z.string() });

export async function startTestSftp(): Promise<TestSftp> {
  const root = mkdtempSync(join(tmpdir(), 'netsuite-sftp-'));
  const home = join(root, 'files', 'home', 'acme');
  mkdirSync(home, { recursive: true });
  const keys = makeKeyPair('acme');
  const worker = startTypescriptWorker(new URL('./sftp-thread.ts', import.meta.url), {
    workerData: {
      root: join(root, 'files'),
      hostKeyFile: join(root, 'host.pem'),
      users: [{ name: 'acme', publicKey: keys.publicKey }],
    },
  });
  const message = await new Promise<unknown>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const { port, hostKey } = Started.parse(message);
  return {
    port,
    hostKey,
    user: 'acme',
    privateKey: keys.privateKey,
    home,
    close: async () => {
      const ended = new Promise((resolve) => {
        worker.once('exit', resolve);
      });
      worker.postMessage('close');
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}
