// The execution log: one entry an invocation, newest kept, as the account's page of script executions shows it.

import type { CallCount } from './meter.ts';
import type { InvocationKind } from './limits.ts';

export type LogLevel = 'DEBUG' | 'AUDIT' | 'ERROR' | 'EMERGENCY';

export interface LogLine {
  readonly at: Date;
  readonly level: LogLevel;
  readonly title: string;
  readonly details: string;
}

/** How an invocation ended badly. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** What a map/reduce summary hands to the script for it. */
  readonly json: string;
}

export interface Execution {
  readonly id: number;
  readonly taskId: string | null;
  readonly script: string;
  readonly scriptName: string;
  readonly deployment: string;
  readonly kind: InvocationKind;
  /** Key of a map or reduce invocation. */
  readonly key: string | null;
  readonly startedAt: Date;
  readonly milliseconds: number;
  readonly units: number;
  readonly unitLimit: number;
  readonly calls: readonly CallCount[];
  readonly log: readonly LogLine[];
  readonly error: Pick<Thrown, 'name' | 'message' | 'stack'> | null;
}

export interface ExecutionFilter {
  readonly script?: string;
  readonly taskId?: string;
  readonly failedOnly?: boolean;
  readonly limit?: number;
}

export interface Executions {
  readonly add: (execution: Omit<Execution, 'id'>) => void;
  /** How many there have been, kept or not. */
  readonly count: () => number;
  /** Null when it is no longer kept. */
  readonly find: (id: number) => Execution | null;
  readonly state: () => ExecutionState;
  readonly restore: (state: ExecutionState) => void;
  /** Newest first. */
  readonly list: (filter: ExecutionFilter) => readonly Execution[];
}

/** The log as plain data, oldest first. */
export interface ExecutionState {
  readonly lastId: number;
  readonly kept: readonly Execution[];
}

const KEPT = 5_000;

export function createExecutions(): Executions {
  const kept: Execution[] = [];
  let lastId = 0;
  return {
    add: (execution) => {
      lastId += 1;
      kept.push({ id: lastId, ...execution });
      // Dropping a tenth at a time keeps the cost of a full log small.
      if (kept.length > KEPT * 1.1) kept.splice(0, kept.length - KEPT);
    },
    count: () => lastId,
    find: (id) => kept.find((one) => one.id === id) ?? null,
    state: () => ({ lastId, kept: [...kept] }),
    restore: (state) => {
      lastId = state.lastId;
      kept.splice(0, kept.length, ...state.kept);
    },
    list: ({ script, taskId, failedOnly, limit = 100 }) =>
      kept
        .filter((one) => script === undefined || one.script === script)
        .filter((one) => taskId === undefined || one.taskId === taskId)
        .filter((one) => failedOnly !== true || one.error !== null)
        .toReversed()
        .slice(0, limit),
  };
}
