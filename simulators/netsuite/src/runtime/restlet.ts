// RESTlets: one invocation of the function named after the HTTP method.

import { runInvocation } from './invocation.ts';
import type { InvocationOutcome } from './invocation.ts';
import type { RunningScript, ScriptHost } from './script-host.ts';

export type RestletMethod = 'get' | 'post' | 'put' | 'delete';

/** Calls the RESTlet with the parsed body or the query parameters. The value of a good outcome is of the script's realm. */
export function runRestlet(
  host: ScriptHost,
  running: RunningScript,
  request: { method: RestletMethod; body: unknown },
): InvocationOutcome {
  return runInvocation({
    host,
    running,
    kind: 'restlet',
    call: (entryPoints, { realm }) => entryPoints.call(request.method, realm.give(request.body)),
  });
}
