// The summary that summarize gets.

import type { Thrown } from '../executions.ts';
import type { Invocation } from '../invocation.ts';
import { eachCaller } from './iterator.ts';
import type { Pair } from './input.ts';
import type { StageResult } from './stage.ts';

export interface Summary {
  readonly startedAt: Date;
  readonly seconds: number;
  readonly input: {
    readonly error: Thrown | null;
    readonly units: number;
    readonly seconds: number;
  };
  readonly map: StageSummary | null;
  readonly reduce: StageSummary | null;
  readonly output: readonly Pair[];
}

export interface StageSummary {
  readonly result: StageResult;
  readonly seconds: number;
  readonly startedAt: Date;
}

export function summaryObject(invocation: Invocation, summary: Summary): object {
  const { realm } = invocation;
  const stages = [summary.map, summary.reduce].flatMap((stage) => stage?.result ?? []);
  return realm.object({
    dateCreated: realm.give(summary.startedAt),
    seconds: summary.seconds,
    usage: summary.input.units + stages.reduce((sum, stage) => sum + stage.units, 0),
    concurrency: 1,
    yields: stages.reduce((sum, stage) => sum + stage.yields, 0),
    isRestarted: stages.some((stage) => stage.isRestarted),
    inputSummary: realm.give({
      dateCreated: summary.startedAt,
      seconds: summary.input.seconds,
      usage: summary.input.units,
      error: summary.input.error?.json ?? null,
    }),
    mapSummary: stageObject(invocation, summary.map, summary.startedAt),
    reduceSummary: stageObject(invocation, summary.reduce, summary.startedAt),
    output: iterable(
      invocation,
      summary.output.map(({ key, value }) => [key, value]),
    ),
  });
}

function stageObject(invocation: Invocation, stage: StageSummary | null, startedAt: Date): object {
  const { realm } = invocation;
  const { result } = stage ?? { result: NOTHING };
  return realm.object({
    dateCreated: realm.give(stage?.startedAt ?? startedAt),
    seconds: stage?.seconds ?? 0,
    usage: result.units,
    concurrency: 1,
    yields: result.yields,
    keys: iterable(
      invocation,
      result.keys.map(({ key, executions, isComplete }) => [
        key,
        executions,
        isComplete ? 'COMPLETE' : 'FAILED',
      ]),
    ),
    errors: iterable(
      invocation,
      result.errors.map(({ key, error, executionNo }) => [key, error.json, executionNo]),
    ),
  });
}

const NOTHING: StageResult = {
  output: [],
  errors: [],
  keys: [],
  units: 0,
  yields: 0,
  isRestarted: false,
  isAborted: false,
};

// Scripts may ask for an iterator more than once; each starts anew.
function iterable(invocation: Invocation, calls: ReadonlyArray<readonly unknown[]>): object {
  const { realm } = invocation;
  return realm.object({ iterator: realm.method('iterator', () => eachCaller(invocation, calls)) });
}
