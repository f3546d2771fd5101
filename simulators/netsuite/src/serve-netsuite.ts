// A simulator in the calling thread. Its scripts run there too, so nothing they wait for may live in the same thread:
// an SFTP server they call must be in another thread or process.

import { readFileSync } from 'node:fs';
import type { SdfProblem } from './sdf/problem.ts';
import { createServer } from './http/server.ts';
import { NetSuiteOptions } from './options.ts';
import { installProjects } from './runtime/install-projects.ts';
import { RecordSpecs, createRecords } from './runtime/seed.ts';
import { createSimulator } from './runtime/simulator.ts';
import type { Simulator } from './runtime/simulator.ts';

export interface ServedNetSuite {
  /** e.g. http://127.0.0.1:41234 */
  readonly url: string;
  /** What deployment would have refused; empty unless `warn` was given. */
  readonly problems: readonly SdfProblem[];
  readonly notes: readonly string[];
  readonly simulator: Simulator;
  readonly close: () => Promise<void>;
}

/** Installs the projects, creates the seed's records and listens. @throws InstallRefused, SeedRefused */
export async function serveNetSuite(given: NetSuiteOptions): Promise<ServedNetSuite> {
  const options = NetSuiteOptions.parse(given);
  const simulator = createSimulator({
    accountId: options.accountId,
    secrets: options.secrets,
    sftpHostOverride: options.sftpHostOverride,
    stopClockAt: options.stopClockAt === null ? null : new Date(options.stopClockAt),
    longestSeconds: options.longestSeconds,
  });
  const { host, scheduler } = simulator;
  const { problems, notes } = installProjects(host, options.projects, { warn: options.warn });
  if (options.seedFile !== null) {
    createRecords(
      host.account,
      RecordSpecs.parse(JSON.parse(readFileSync(options.seedFile, 'utf8'))),
    );
  }
  const server = createServer(simulator, { oauthClients: options.oauthClients });
  const url = await server.listen({ port: options.port, host: options.host });
  if (options.schedules) scheduler.start();
  return {
    url,
    problems,
    notes,
    simulator,
    close: async () => {
      await server.close();
      await simulator.close();
    },
  };
}
