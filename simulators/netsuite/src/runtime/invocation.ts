// One invocation of a script: a fresh realm, a meter, a log, the entry point called under a time limit, and one
// entry in the execution log whatever happens.

import { performance } from 'node:perf_hooks';
import { types } from 'node:util';
import vm from 'node:vm';
import { SuiteScriptError, refuse } from '../account/failure.ts';
import { loadModule } from './amd.ts';
import type { LogLevel, LogLine, Thrown } from './executions.ts';
import { LIMITS } from './limits.ts';
import type { InvocationKind } from './limits.ts';
import { createMeter } from './meter.ts';
import type { Meter } from './meter.ts';
import { CONTEXTS } from './limits.ts';
import { isPlain, textOf } from './options.ts';
import { createRealm } from './realm.ts';
import type { Realm } from './realm.ts';
import type { RunningScript, ScriptHost } from './script-host.ts';
import { describeThrown } from './thrown.ts';

export interface Invocation {
  readonly host: ScriptHost;
  readonly running: RunningScript;
  readonly kind: InvocationKind;
  readonly realm: Realm;
  readonly meter: Meter;
  /** Counts a call's units and stops the script when its time or units are used up. */
  readonly charge: (call: string, units: number) => void;
  readonly log: (level: LogLevel, title: string, details: string) => void;
  /** To be called after a record was stored: an ordered restart strikes here, when it hurts most. */
  readonly afterSave: () => void;
  readonly isKilled: () => boolean;
  /** Execution context of what set a user event off; null for scripts that start by themselves. */
  readonly trigger: string | null;
}

export interface InvocationRequest {
  readonly host: ScriptHost;
  readonly running: RunningScript;
  readonly kind: InvocationKind;
  /** Key of a map or reduce invocation. */
  readonly key?: string;
  /** The server goes away during this invocation: after its first save, or else at its end. */
  readonly isRestartOrdered?: boolean;
  /** Execution context of what set a user event off. */
  readonly trigger?: string;
  /** Calls the entry point of the loaded script module. */
  readonly call: (entryPoints: EntryPoints, invocation: Invocation) => unknown;
}

export type InvocationOutcome =
  | { readonly ok: true; readonly value: unknown; readonly units: number }
  | { readonly ok: false; readonly error: Thrown; readonly units: number };

export interface EntryPoints {
  readonly has: (name: string) => boolean;
  /** A member that is no function, such as `config`. */
  readonly get: (name: string) => unknown;
  readonly call: (name: string, argument: unknown) => unknown;
}

const LONGEST_LOG = 1_000;
const LONGEST_DETAILS = 3_999;
// Scripts are stopped at their calls; only one that makes none is stopped by the VM, a little later.
const GRACE_MS = 2_000;
const LEVELS: readonly LogLevel[] = ['DEBUG', 'AUDIT', 'ERROR', 'EMERGENCY'];

/** Runs the request to its end; a script's error is an outcome, never an exception. */
export function runInvocation(request: InvocationRequest): InvocationOutcome {
  const { host, running, kind } = request;
  const startedAt = host.account.now();
  const started = performance.now();
  const log: LogLine[] = [];
  const invocation = createInvocation(request, log);
  const result = host.userEvents.within(request.trigger ?? CONTEXTS[kind], () =>
    attempt(request, invocation),
  );
  if (!result.ok)
    log.push({
      at: host.account.now(),
      level: 'ERROR',
      title: result.error.name,
      details: result.error.message,
    });
  const units = invocation.meter.used();
  host.executions.add({
    taskId: running.taskId,
    script: running.script.id,
    scriptName: running.script.name,
    deployment: running.deployment.id,
    kind,
    key: request.key ?? null,
    startedAt,
    milliseconds: performance.now() - started,
    units,
    unitLimit: invocation.meter.limit,
    calls: invocation.meter.calls(),
    log,
    error: result.ok ? null : result.error,
  });
  return { ...result, units };
}

function createInvocation(request: InvocationRequest, log: LogLine[]): Invocation {
  const { host, running, kind } = request;
  const limits = LIMITS[kind];
  const seconds = Math.min(limits.seconds, host.registry.longestSeconds);
  const meter = createMeter(limits.units);
  const deadline = performance.now() + seconds * 1_000;
  let killed = false;
  return {
    host,
    running,
    kind,
    realm: createRealm(host.account.now),
    meter,
    charge: (call, units) => {
      if (killed) refuseRestarted();
      if (performance.now() > deadline)
        refuse('SSS_TIME_LIMIT_EXCEEDED', 'Script Execution Time Exceeded.');
      meter.charge(call, units);
    },
    log: (level, title, details) => {
      if (
        LEVELS.indexOf(level) < LEVELS.indexOf(running.deployment.logLevel) ||
        log.length >= LONGEST_LOG
      )
        return;
      log.push({
        at: host.account.now(),
        level,
        title: title.slice(0, 99),
        details: details.slice(0, LONGEST_DETAILS),
      });
    },
    afterSave: () => {
      killed ||= request.isRestartOrdered === true;
      if (killed) refuseRestarted();
    },
    isKilled: () => killed,
    trigger: request.trigger ?? null,
  };
}

type Attempt =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Thrown };

function attempt(request: InvocationRequest, invocation: Invocation): Attempt {
  try {
    const value = runTimed(request, invocation);
    if (invocation.isKilled() || request.isRestartOrdered === true) refuseRestarted();
    return { ok: true, value };
  } catch (error) {
    if (invocation.isKilled()) return { ok: false, error: RESTARTED };
    return {
      ok: false,
      error: error instanceof SettledError ? error.thrown : describeThrown(error),
    };
  }
}

/** What an invocation ends with when the server under it goes away. */
export const RESTARTED = describeThrown(
  new SuiteScriptError(
    'SSS_APP_SERVER_RESTART',
    'The application server was restarted while the script ran.',
  ),
);

function refuseRestarted(): never {
  refuse(RESTARTED.name, RESTARTED.message);
}

// The only text that runs under the VM's time limit; what it calls takes itself out of the script's sight first.
const RUN = new vm.Script('__run()', { filename: 'netsuite:run' });

function runTimed(request: InvocationRequest, invocation: Invocation): unknown {
  const { context } = invocation.realm;
  const settled: { outcome: Attempt | null } = { outcome: null };
  context['__run'] = (): unknown => {
    delete context['__run'];
    const module = loadModule(invocation, request.running.script.file);
    const value = request.call(entryPointsOf(module), invocation);
    if (types.isPromise(value)) watch(invocation, value, settled);
    return value;
  };
  const seconds = Math.min(LIMITS[request.kind].seconds, request.host.registry.longestSeconds);
  const value: unknown = RUN.runInContext(context, { timeout: seconds * 1_000 + GRACE_MS });
  if (!types.isPromise(value)) return value;
  // The realm's own microtasks have run by now, and every N/* call is synchronous.
  if (settled.outcome === null)
    refuse('UNEXPECTED_ERROR', 'The entry point returned a promise that nothing settles.');
  if (settled.outcome.ok) return settled.outcome.value;
  throw new SettledError(settled.outcome.error);
}

function watch(
  invocation: Invocation,
  promise: Promise<unknown>,
  settled: { outcome: Attempt | null },
): void {
  const accept = invocation.realm.method('accept', ([value]) => {
    settled.outcome = { ok: true, value };
  });
  const reject = invocation.realm.method('reject', ([error]) => {
    settled.outcome = { ok: false, error: describeThrown(error) };
  });
  const then: unknown = Reflect.get(promise, 'then');
  if (typeof then === 'function') Reflect.apply(then, promise, [accept, reject]);
}

/** Carries what a promise was rejected with out of the timed run. */
class SettledError extends Error {
  readonly thrown: Thrown;

  constructor(thrown: Thrown) {
    super(thrown.message);
    this.thrown = thrown;
  }
}

function entryPointsOf(module: unknown): EntryPoints {
  if (!isPlain(module))
    refuse(
      'UNEXPECTED_ERROR',
      `The script module returned ${textOf(module)}, not its entry points.`,
    );
  const get = (name: string): unknown => Reflect.get(module, name);
  return {
    has: (name) => typeof get(name) === 'function',
    get,
    call: (name, argument) => {
      const entryPoint = get(name);
      if (typeof entryPoint !== 'function')
        refuse('SSS_MISSING_ENTRY_POINT', `The script has no entry point ${name}.`);
      const result: unknown = Reflect.apply(entryPoint, module, [argument]);
      return result;
    },
  };
}
