// Scheduled scripts: one invocation of `execute`.

import type { Thrown } from './executions.ts';
import { runInvocation } from './invocation.ts';
import type { RunningScript, ScriptHost } from './script-host.ts';

const TYPES = {
  ABORTED: 'aborted',
  ON_DEMAND: 'ondemand',
  SCHEDULED: 'scheduled',
  SKIPPED: 'skipped',
  USER_INTERFACE: 'userinterface',
};

/** Runs the script. @returns what it threw, or null. */
export function runScheduled(host: ScriptHost, running: RunningScript, how: string): Thrown | null {
  const outcome = runInvocation({
    host,
    running,
    kind: 'scheduled',
    call: (entryPoints, { realm }) =>
      entryPoints.call('execute', realm.give({ type: how, InvocationType: TYPES })),
  });
  return outcome.ok ? null : outcome.error;
}
