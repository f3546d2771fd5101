// The map and the reduce stage: one invocation a key, with retries, restarts, discarded writes and limits.

import { refuse } from '../../account/failure.ts';
import { breathe } from '../breathe.ts';
import type { Thrown } from '../executions.ts';
import { RESTARTED, runInvocation } from '../invocation.ts';
import type { Invocation } from '../invocation.ts';
import { isPlain, textOf } from '../options.ts';
import type { RunningScript, ScriptHost } from '../script-host.ts';
import { toText } from './input.ts';
import type { Pair } from './input.ts';
import { eachCaller } from './iterator.ts';

export interface StageInput {
  readonly key: string;
  /** One value for map, the group's values for reduce. */
  readonly values: readonly string[];
}

export interface StageError {
  readonly key: string;
  readonly error: Thrown;
  readonly executionNo: number;
}

export interface StageResult {
  readonly output: readonly Pair[];
  readonly errors: readonly StageError[];
  readonly keys: readonly StageKey[];
  readonly units: number;
  readonly yields: number;
  readonly isRestarted: boolean;
  /** The script goes straight to summarize. */
  readonly isAborted: boolean;
}

interface StageKey {
  readonly key: string;
  readonly executions: number;
  readonly isComplete: boolean;
}

/** How far a stage is, as plain data: it grows key by key, in the order of the inputs. */
export interface StageProgress {
  readonly output: Pair[];
  readonly errors: StageError[];
  readonly keys: StageKey[];
  units: number;
  /** Since the last yield. */
  jobUnits: number;
  yields: number;
  /** Characters of the output. */
  persisted: number;
  isRestarted: boolean;
  isAborted: boolean;
}

/** Of a stage that has not begun. */
export function noProgress(): StageProgress {
  return {
    output: [],
    errors: [],
    keys: [],
    units: 0,
    jobUnits: 0,
    yields: 0,
    persisted: 0,
    isRestarted: false,
    isAborted: false,
  };
}

export interface StageRun {
  readonly host: ScriptHost;
  readonly running: RunningScript;
  readonly stage: 'map' | 'reduce';
  readonly retryCount: number;
  readonly exitOnError: boolean;
  /** The server went away while the first of the keys that are left ran. */
  readonly isResumed: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

const LONGEST_KEY = 3_000;
const LARGEST_VALUE = 10 * 1024 * 1024;
const LARGEST_PERSISTED = 200 * 1024 * 1024;
/** A job that has used so much gives up its processor after the invocation (Oracle help section_1518645558). */
const UNITS_BEFORE_YIELD = 10_000;
const MOST_RESTARTS = 3;

/** Runs what `stage` has not run of the inputs to its end. */
export async function runStage(
  run: StageRun,
  inputs: readonly StageInput[],
  stage: StageProgress,
): Promise<StageResult> {
  const first = stage.keys.length;
  for (const [index, input] of inputs.slice(first).entries()) {
    if (stage.isAborted) break;
    addKey(run, stage, { input, isRestart: run.isResumed && index === 0 });
    run.onProgress(stage.keys.length, inputs.length);
    await breathe();
  }
  return stage;
}

function addKey(
  run: StageRun,
  stage: StageProgress,
  { input, isRestart }: { readonly input: StageInput; readonly isRestart: boolean },
): void {
  const { key } = input;
  const done = runKey(run, input, isRestart);
  stage.errors.push(...done.errors);
  stage.keys.push({ key, executions: done.executions, isComplete: done.output !== null });
  stage.isRestarted ||= done.isRestarted;
  stage.units += done.units;
  stage.jobUnits += done.units;
  for (const pair of done.output ?? []) {
    stage.output.push(pair);
    stage.persisted += pair.key.length + pair.value.length;
  }
  const isTooMuch = stage.persisted > LARGEST_PERSISTED;
  if (isTooMuch) stage.errors.push({ key, error: tooMuchData(), executionNo: 1 });
  stage.isAborted = isTooMuch || (done.output === null && run.exitOnError);
  if (stage.jobUnits < UNITS_BEFORE_YIELD) return;
  stage.yields += 1;
  stage.jobUnits = 0;
}

function tooMuchData(): Thrown {
  const name = 'PERSISTED_DATA_LIMIT_FOR_MAPREDUCE_SCRIPT_EXCEEDED';
  const message = 'The script holds more than 200 MB of data.';
  return {
    name,
    message,
    stack: '',
    json: JSON.stringify({ type: 'error.SuiteScriptError', name, message, stack: [] }),
  };
}

interface KeyResult {
  /** Null when the last execution failed. */
  readonly output: readonly Pair[] | null;
  readonly errors: readonly StageError[];
  readonly executions: number;
  readonly units: number;
  readonly isRestarted: boolean;
}

function runKey(run: StageRun, input: StageInput, isRestart: boolean): KeyResult {
  const { key } = input;
  const errors: StageError[] = isRestart ? [{ key, error: RESTARTED, executionNo: 1 }] : [];
  let units = 0;
  let restarts = errors.length;
  for (let executionNo = errors.length + 1; ; executionNo += 1) {
    const written: Pair[] = [];
    const outcome = runOnce(run, input, {
      executionNo,
      isRestarted: restarts > 0,
      errors,
      written,
    });
    units += outcome.units;
    if (outcome.ok)
      return { output: written, errors, executions: executionNo, units, isRestarted: restarts > 0 };
    errors.push({ key, error: outcome.error, executionNo });
    const wasRestart = outcome.error.name === RESTARTED.name;
    if (wasRestart) restarts += 1;
    const mayRetry = wasRestart
      ? restarts <= MOST_RESTARTS
      : executionNo - restarts <= run.retryCount;
    if (!mayRetry)
      return { output: null, errors, executions: executionNo, units, isRestarted: restarts > 0 };
  }
}

interface Execution {
  readonly executionNo: number;
  readonly isRestarted: boolean;
  readonly errors: readonly StageError[];
  readonly written: Pair[];
}

function runOnce(
  run: StageRun,
  input: StageInput,
  execution: Execution,
): ReturnType<typeof runInvocation> {
  const { host, running, stage } = run;
  return runInvocation({
    host,
    running,
    kind: stage,
    key: input.key,
    isRestartOrdered: host.faults.takeRestart({ script: running.script.id, stage }),
    call: (entryPoints, invocation) => {
      entryPoints.call(stage, contextObject(invocation, { stage, input, execution }));
    },
  });
}

interface ContextParts {
  readonly stage: 'map' | 'reduce';
  readonly input: StageInput;
  readonly execution: Execution;
}

function contextObject(invocation: Invocation, { stage, input, execution }: ContextParts): object {
  const { realm } = invocation;
  const { errors, executionNo, isRestarted, written } = execution;
  return realm.object({
    key: input.key,
    ...(stage === 'map'
      ? { value: input.values[0] ?? '' }
      : { values: realm.give([...input.values]) }),
    executionNo,
    isRestarted,
    errors: realm.object({
      iterator: realm.method('iterator', () =>
        eachCaller(
          invocation,
          errors.map(({ error, executionNo: number }) => [number, error.json]),
        ),
      ),
    }),
    write: realm.method('write', (args) => {
      written.push(readWrite(args));
    }),
  });
}

// write({key, value}) or write(key, value)
function readWrite(args: readonly unknown[]): Pair {
  const [first, second] = args;
  const isOptions = args.length === 1 && isPlain(first) && 'key' in first;
  const key: unknown = isOptions ? first.key : first;
  const value: unknown = isOptions ? Reflect.get(first, 'value') : second;
  if (key === undefined || key === null)
    refuse('SSS_MISSING_REQD_ARGUMENT', 'context.write: Missing a required argument: key');
  const pair = { key: typeof key === 'object' ? toText(key) : textOf(key), value: toText(value) };
  if (pair.key.length > LONGEST_KEY)
    refuse('KEY_LENGTH_IS_OVER_3000_BYTES', `The key has ${pair.key.length} characters.`);
  if (pair.value.length > LARGEST_VALUE)
    refuse('VALUE_LENGTH_IS_OVER_10_MB', `The value has ${pair.value.length} characters.`);
  return pair;
}
