// A map/reduce script from its input to its summary.

import { performance } from 'node:perf_hooks';
import { refuse } from '../../account/failure.ts';
import { breathe } from '../breathe.ts';
import type { Thrown } from '../executions.ts';
import { runInvocation } from '../invocation.ts';
import type { EntryPoints } from '../invocation.ts';
import { isPlain } from '../options.ts';
import type { RunningScript, ScriptHost } from '../script-host.ts';
import type { Stage, TaskRecord } from '../task-queue.ts';
import { readInput } from './input.ts';
import type { Pair } from './input.ts';
import { noProgress, runStage } from './stage.ts';
import type { StageInput, StageProgress } from './stage.ts';
import { summaryObject } from './summary.ts';
import type { StageSummary, Summary } from './summary.ts';

/** What the script module offers, read once with the input. */
interface Shape {
  readonly hasMap: boolean;
  readonly hasReduce: boolean;
  readonly hasSummarize: boolean;
  readonly retryCount: number;
  readonly exitOnError: boolean;
}

/** How far a script is, as plain data: what is done stays done when the simulator is stopped in the middle. */
export interface MapReduceProgress {
  startedAt: Date | null;
  input: (Input & { readonly seconds: number }) | null;
  map: BegunStage | null;
  reduce: BegunStage | null;
  /** The simulator was stopped while the script ran. */
  readonly isResumed: boolean;
}

interface BegunStage {
  readonly startedAt: Date;
  readonly stage: StageProgress;
}

/** Of a script that has not begun. */
export function notBegun(): MapReduceProgress {
  return { startedAt: null, input: null, map: null, reduce: null, isResumed: false };
}

/**
 * Runs all stages, or what `progress` says is left of them: keys that are done are not run again. [documented]
 * @returns why the script failed as a whole, or null: single keys may fail in a script that completes.
 */
export async function runMapReduce(
  host: ScriptHost,
  running: RunningScript,
  { record, progress }: { readonly record: TaskRecord; readonly progress: MapReduceProgress },
): Promise<Thrown | null> {
  const startedAt = (progress.startedAt ??= host.account.now());
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1_000;
  const enter = (stage: Stage): void => {
    record.stage = stage;
    record.percent = 0;
  };
  if (progress.input === null) {
    enter('GET_INPUT');
    progress.input = { ...getInput(host, running), seconds: seconds() };
    await breathe();
  }
  const { input } = progress;
  const { shape } = input;
  if (shape === null) return input.error;
  const runs = { host, running, record, shape, enter, progress };
  const map =
    shape.hasMap && input.error === null ? await stage(runs, 'map', input.pairs.map(single)) : null;
  const between = map === null ? input.pairs : map.result.output;
  const isAborted = input.error !== null || map?.result.isAborted === true;
  enter('SHUFFLE');
  const reduce =
    shape.hasReduce && !isAborted ? await stage(runs, 'reduce', shuffle(between)) : null;
  enter('SUMMARIZE');
  const output = shape.hasReduce ? (reduce?.result.output ?? []) : between;
  const failure = shape.hasSummarize
    ? summarize(host, running, { startedAt, seconds: seconds(), input, map, reduce, output })
    : null;
  return input.error ?? failure;
}

interface Input {
  readonly pairs: readonly Pair[];
  /** Null when the script could not even be loaded. */
  readonly shape: Shape | null;
  readonly error: Thrown | null;
  readonly units: number;
}

function getInput(host: ScriptHost, running: RunningScript): Input {
  const read: { shape: Shape | null; pairs: readonly Pair[] } = { shape: null, pairs: [] };
  const outcome = runInvocation({
    host,
    running,
    kind: 'getInputData',
    call: (entryPoints, invocation) => {
      read.shape = readShape(entryPoints);
      const { realm } = invocation;
      const context = realm.give({
        isRestarted: false,
        ObjectRef: { SEARCH: 'search', FILE: 'file' },
      });
      read.pairs = readInput(invocation, entryPoints.call('getInputData', context));
    },
  });
  return { ...read, error: outcome.ok ? null : outcome.error, units: outcome.units };
}

function readShape(entryPoints: EntryPoints): Shape {
  const hasMap = entryPoints.has('map');
  const hasReduce = entryPoints.has('reduce');
  if (!hasMap && !hasReduce)
    refuse('SSS_MISSING_ENTRY_POINT', 'A map/reduce script has map, reduce or both.');
  const config = entryPoints.get('config');
  const option = (name: string): unknown =>
    isPlain(config) ? Reflect.get(config, name) : undefined;
  return {
    hasMap,
    hasReduce,
    hasSummarize: entryPoints.has('summarize'),
    retryCount: Math.min(3, Math.max(0, Number(option('retryCount') ?? 0))),
    exitOnError: option('exitOnError') === true,
  };
}

interface Runs {
  readonly host: ScriptHost;
  readonly running: RunningScript;
  readonly record: TaskRecord;
  readonly shape: Shape;
  readonly enter: (stage: Stage) => void;
  readonly progress: MapReduceProgress;
}

async function stage(
  runs: Runs,
  name: 'map' | 'reduce',
  inputs: readonly StageInput[],
): Promise<StageSummary> {
  const { host, running, record, shape, progress } = runs;
  runs.enter(name === 'map' ? 'MAP' : 'REDUCE');
  const isResumed = progress.isResumed && progress[name] !== null;
  const begun = (progress[name] ??= { startedAt: host.account.now(), stage: noProgress() });
  const started = performance.now();
  const onProgress = (done: number, total: number): void => {
    record.percent = Math.floor((100 * done) / total);
  };
  const { retryCount, exitOnError } = shape;
  const result = await runStage(
    { host, running, stage: name, retryCount, exitOnError, isResumed, onProgress },
    inputs,
    begun.stage,
  );
  const { startedAt } = begun;
  return { result, startedAt, seconds: (performance.now() - started) / 1_000 };
}

function single({ key, value }: Pair): StageInput {
  return { key, values: [value] };
}

// Groups by key; keys and the values of a key come in the order of their characters, not of their numbers.
function shuffle(pairs: readonly Pair[]): readonly StageInput[] {
  const groups = new Map<string, string[]>();
  for (const { key, value } of pairs) {
    const values = groups.get(key);
    if (values === undefined) groups.set(key, [value]);
    else values.push(value);
  }
  return [...groups]
    .toSorted(([one], [other]) => byCharacters(one, other))
    .map(([key, values]) => ({ key, values: values.toSorted(byCharacters) }));
}

function byCharacters(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function summarize(host: ScriptHost, running: RunningScript, summary: Summary): Thrown | null {
  const outcome = runInvocation({
    host,
    running,
    kind: 'summarize',
    call: (entryPoints, invocation) => {
      entryPoints.call('summarize', summaryObject(invocation, summary));
    },
  });
  return outcome.ok ? null : outcome.error;
}
