// The SFTP simulator in a thread of its own: scripts block the thread they run in while they wait for it.

import { parentPort, workerData } from 'node:worker_threads';
import { startSftpServer } from '@sendsale/simulator-sftp';
import { z } from 'zod';

const Options = z.object({
  root: z.string(),
  hostKeyFile: z.string(),
  users: z.array(z.object({ name: z.string(), publicKey: z.string() })),
});

const options = Options.parse(workerData);
const server = await startSftpServer({ port: 0, ...options });
parentPort?.once('message', () => {
  void server.close().then(() => process.exit(0));
});
parentPort?.postMessage({ port: server.port, hostKey: server.hostKey });
