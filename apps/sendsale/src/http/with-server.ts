// The OMS with its server, for the length of some work. What was opened is closed however it ends: jobs and the
// database's connections would keep a process alive whose server could not start.

import type { Environment } from '@sendsale/platform/config';
import { composeOms } from '../compose.ts';
import type { ComposeOptions } from '../compose.ts';
import { makeServer } from './make-server.ts';
import type { Server, ServerOptions } from './make-server.ts';

export async function withServer<T>(
  environment: Environment,
  options: ComposeOptions & ServerOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  const oms = await composeOms(environment, options);
  try {
    const server = await makeServer(oms, options);
    try {
      return await work(server);
    } finally {
      await server.close();
    }
  } finally {
    await oms.close();
  }
}
