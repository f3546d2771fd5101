// A simulator in the calling thread. Its scripts run there too, so nothing they wait for may live in the same thread:
// an SFTP server they call must be in another thread or process.

import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { SdfProblem } from './sdf/problem.ts';
import { createServer } from './http/server.ts';
import { NetSuiteOptions } from './options.ts';
import { deployProject, readProjects } from './runtime/install-projects.ts';
import { fingerprint, openStateFile } from './runtime/state-file.ts';
import type { StateFile } from './runtime/state-file.ts';
import type { Project } from './sdf/project.ts';
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
  const { projects, problems, notes } = readProjects(options.projects, { warn: options.warn });
  const state = fillAccount(simulator, projects, options);
  const server = createServer(simulator, { oauthClients: options.oauthClients });
  const url = await server.listen({ port: options.port, host: options.host });
  state?.resume();
  if (options.schedules) scheduler.start();
  const saving = state === null ? null : saveRegularly(() => state.saveChanges(projects));
  return {
    url,
    problems,
    notes,
    simulator,
    close: async () => {
      scheduler.stop();
      await server.close();
      await Promise.race([host.tasks.queue.idle(), sleep(LONGEST_END_MS, null, { ref: false })]);
      clearInterval(saving ?? undefined);
      state?.save(projects);
      await simulator.close();
    },
  };
}

// How long jobs that are under way may take to end before they are left behind.
const LONGEST_END_MS = 5_000;

// From the state file if there is one, else from the seed; projects that changed are deployed again.
function fillAccount(
  simulator: Simulator,
  projects: readonly Project[],
  options: z.output<typeof NetSuiteOptions>,
): StateFile | null {
  const { host } = simulator;
  const { account, registry } = host;
  const state = options.stateFile === null ? null : openStateFile(options.stateFile, simulator);
  const isDeployed = state?.projects === fingerprint(projects);
  for (const project of projects) {
    if (isDeployed) registry.add(project);
    else deployProject(host, project);
  }
  if (options.seedFile !== null && state?.wasRestored !== true) {
    const specs: unknown = JSON.parse(readFileSync(options.seedFile, 'utf8'));
    createRecords(account, RecordSpecs.parse(specs));
  }
  return state;
}

const SAVE_EVERY_MS = 2_000;
// Writing may take a twentieth of the time, however large the account.
const REST_FACTOR = 20;

function saveRegularly(save: () => void): NodeJS.Timeout {
  let restUntil = 0;
  return setInterval(() => {
    const started = performance.now();
    if (started < restUntil) return;
    save();
    const ended = performance.now();
    restUntil = ended + (ended - started) * REST_FACTOR;
  }, SAVE_EVERY_MS).unref();
}
