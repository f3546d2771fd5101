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

/**
 * Runs the script. When the server goes away in the middle it starts again from its beginning, as `aborted`; what it
 * saved stays saved. [documented]
 * @returns what it threw, or null.
 */
export function runScheduled(host: ScriptHost, running: RunningScript, how: string): Thrown | null {
  const isRestartOrdered = host.faults.takeRestart({ script: running.script.id, stage: 'execute' });
  const first = execute(host, running, { how, isRestartOrdered });
  return isRestartOrdered ? runScheduled(host, running, TYPES.ABORTED) : first;
}

function execute(
  host: ScriptHost,
  running: RunningScript,
  { how, isRestartOrdered }: { how: string; isRestartOrdered: boolean },
): Thrown | null {
  const outcome = runInvocation({
    host,
    running,
    kind: 'scheduled',
    isRestartOrdered,
    call: (entryPoints, { realm }) =>
      entryPoints.call('execute', realm.give({ type: how, InvocationType: TYPES })),
  });
  return outcome.ok ? null : outcome.error;
}
