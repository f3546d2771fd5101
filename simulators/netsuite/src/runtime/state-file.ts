// Keeps the whole simulator in a file, so that it goes on where it was stopped: the account, the clock, the queue with
// what waits in it, the history of imports with their response files, the execution log, the faults ordered.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { fromTaggedJson, toTaggedJson } from '../account/tagged-json.ts';
import type { Project } from '../sdf/project.ts';
import type { ClockState } from './clock.ts';
import type { ImportState } from './csv-import-task.ts';
import type { ExecutionState } from './executions.ts';
import type { Fault } from './faults.ts';
import type { Simulator } from './simulator.ts';
import type { QueueState } from './task-queue.ts';

const State = z.object({
  version: z.literal(3, 'The state file was written by another version; start with a new one.'),
  projects: z.string(),
  account: z.string(),
  /** What is not the account's: tagged JSON of HostState. */
  host: z.string(),
});

interface HostState {
  readonly clock: ClockState;
  readonly queue: QueueState;
  readonly imports: readonly ImportState[];
  readonly executions: ExecutionState;
  readonly faults: readonly Fault[];
}

export interface StateFile {
  /** Whether the file held an account, which is in place now. */
  readonly wasRestored: boolean;
  /** Fingerprint of the projects that were installed when the file was written; '' without one. */
  readonly projects: string;
  /** Puts back what needs the scripts in place: log, clock, faults, and the queue, which goes on. */
  readonly resume: () => void;
  readonly save: (projects: readonly Project[]) => void;
  /** Saves if anything changed since the last save. */
  readonly saveChanges: (projects: readonly Project[]) => void;
}

/** Restores the account from the file if there is one. @throws Error when the file is not a state of this simulator */
export function openStateFile(path: string, simulator: Simulator): StateFile {
  const { account } = simulator.host;
  const state = existsSync(path) ? State.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
  if (state !== null) account.restore(state.account);
  let saved = '';
  const save = (projects: readonly Project[]): void => {
    saved = changesOf(simulator);
    const text = JSON.stringify({
      version: 3,
      projects: fingerprint(projects),
      account: account.snapshot(),
      host: toTaggedJson(hostState(simulator)),
    });
    // A half-written file must never take the place of a whole one.
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
  };
  return {
    wasRestored: state !== null,
    projects: state?.projects ?? '',
    resume: () => {
      // Written by `save`; the version says whether its shape is still this one.
      if (state !== null) resumeHost(simulator, fromTaggedJson(state.host) as HostState);
    },
    save,
    saveChanges: (projects) => {
      if (changesOf(simulator) !== saved) save(projects);
    },
  };
}

function hostState({ host, clock }: Simulator): HostState {
  return {
    clock: clock.state(),
    queue: host.tasks.queue.state(),
    imports: host.tasks.imports.state(),
    executions: host.executions.state(),
    faults: host.faults.list(),
  };
}

function resumeHost({ host, clock, scheduler }: Simulator, state: HostState): void {
  const { tasks } = host;
  clock.restore(state.clock);
  // Slots that fell due while the simulator was stopped are lost.
  scheduler.jumpOver();
  host.executions.restore(state.executions);
  for (const fault of state.faults) host.faults.set(fault);
  // First the records, which imports name; then the work of what had not ended.
  tasks.queue.restore(state.queue);
  tasks.imports.restore(state.imports);
  tasks.queue.resume(state.queue, tasks.taskOf);
}

// Not the time: a clock that runs changes nothing that must be written.
function changesOf({ host, clock }: Simulator): string {
  const { queue } = host.tasks;
  const tasks = queue.list().map(({ id, status }) => `${id} ${status}`);
  return JSON.stringify([
    host.account.revision(),
    host.executions.count(),
    tasks.slice(0, 50),
    queue.isHeld(),
    clock.state(),
    host.faults.list(),
  ]);
}

/** Equal for projects that install the same; a changed project is deployed again. */
export function fingerprint(projects: readonly Project[]): string {
  const hash = createHash('sha256');
  for (const { definitions, files } of projects) {
    hash.update(JSON.stringify(definitions));
    hash.update(JSON.stringify([...files]));
  }
  return hash.digest('hex');
}
