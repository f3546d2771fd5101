// The map and the reduce stage: one invocation a key, with retries, restarts, discarded writes and limits.

import { refuse } from '../../account/failure.ts';
import { breathe } from '../breathe.ts';
import type { Thrown } from '../executions.ts';
import { runInvocation } from '../invocation.ts';
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
  readonly keys: ReadonlyArray<{
    readonly key: string;
    readonly executions: number;
    readonly isComplete: boolean;
  }>;
  readonly units: number;
  readonly yields: number;
  readonly isRestarted: boolean;
  /** The script goes straight to summarize. */
  readonly isAborted: boolean;
}

export interface StageRun {
  readonly host: ScriptHost;
  readonly running: RunningScript;
  readonly stage: 'map' | 'reduce';
  readonly retryCount: number;
  readonly exitOnError: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

const LONGEST_KEY = 3_000;
const LARGEST_VALUE = 10 * 1024 * 1024;
const LARGEST_PERSISTED = 200 * 1024 * 1024;
/** A job that has used so much gives up its processor after the invocation (Oracle help section_1518645558). */
const UNITS_BEFORE_YIELD = 10_000;
const MOST_RESTARTS = 3;

/** Runs every input to its end. */
export async function runStage(run: StageRun, inputs: readonly StageInput[]): Promise<StageResult> {
  const output: Pair[] = [];
  const errors: StageError[] = [];
  const keys: Array<StageResult['keys'][number]> = [];
  let units = 0;
  let jobUnits = 0;
  let yields = 0;
  let persisted = 0;
  let isRestarted = false;
  let isAborted = false;
  for (const [index, input] of inputs.entries()) {
    const done = runKey(run, input);
    errors.push(...done.errors);
    keys.push({ key: input.key, executions: done.executions, isComplete: done.output !== null });
    isRestarted ||= done.isRestarted;
    units += done.units;
    jobUnits += done.units;
    for (const pair of done.output ?? []) {
      output.push(pair);
      persisted += pair.key.length + pair.value.length;
    }
    if (persisted > LARGEST_PERSISTED)
      errors.push({ key: input.key, error: tooMuchData(), executionNo: 1 });
    isAborted = persisted > LARGEST_PERSISTED || (done.output === null && run.exitOnError);
    if (isAborted) break;
    if (jobUnits >= UNITS_BEFORE_YIELD) {
      yields += 1;
      jobUnits = 0;
    }
    run.onProgress(index + 1, inputs.length);
    await breathe();
  }
  return { output, errors, keys, units, yields, isRestarted, isAborted };
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

function runKey(run: StageRun, input: StageInput): KeyResult {
  const errors: StageError[] = [];
  let units = 0;
  let restarts = 0;
  for (let executionNo = 1; ; executionNo += 1) {
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
    errors.push({ key: input.key, error: outcome.error, executionNo });
    const wasRestart = outcome.error.name === 'SSS_APP_SERVER_RESTART';
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
