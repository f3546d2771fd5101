// The job queue: script tasks run on a few processors, CSV imports one after the other, each step by step.

import type { Thrown } from './executions.ts';
import type { Job } from './job.ts';

export type TaskStatus = 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED';
export type TaskKind = 'SCHEDULED_SCRIPT' | 'MAP_REDUCE' | 'CSV_IMPORT' | 'SEARCH';
export type Stage = 'GET_INPUT' | 'MAP' | 'SHUFFLE' | 'REDUCE' | 'SUMMARIZE';

/** A task as everybody sees it; its state changes while it runs. */
export interface TaskRecord {
  readonly id: string;
  readonly kind: TaskKind;
  readonly script: string | null;
  readonly deployment: string | null;
  readonly submittedAt: Date;
  status: TaskStatus;
  startedAt: Date | null;
  endedAt: Date | null;
  stage: Stage | null;
  /** 0 to 100 within the stage. */
  percent: number;
  error: Pick<Thrown, 'name' | 'message'> | null;
}

export interface NewTask {
  readonly kind: TaskKind;
  readonly script: string | null;
  readonly deployment: string | null;
  /** The work as plain data, for a simulator that is stopped before it is done. */
  readonly job: () => Job;
  /** Does the work; false when it ended badly. Must give way to others by itself. */
  readonly run: (record: TaskRecord) => Promise<boolean>;
}

export interface TaskQueue {
  readonly enqueue: (task: NewTask) => TaskRecord;
  readonly find: (id: string) => TaskRecord | null;
  /** Newest first. */
  readonly list: () => readonly TaskRecord[];
  readonly unfinished: (script: string, deployment: string) => readonly TaskRecord[];
  /** Resolves when nothing runs and, unless the queue is held, nothing waits. */
  readonly idle: () => Promise<void>;
  /** Nothing new starts until released. */
  readonly hold: () => void;
  readonly isHeld: () => boolean;
  readonly release: () => void;
  /** Starts the next waiting task of a held queue and resolves when it has ended; false when none waits. */
  readonly step: () => Promise<boolean>;
  /** Everything as plain data. */
  readonly state: () => QueueState;
  /** Puts the records of a state in place. */
  readonly restore: (state: QueueState) => void;
  /** Queues again what had not ended, under its old ids; `taskOf` makes its work. */
  readonly resume: (state: QueueState, taskOf: (job: Job, record: TaskRecord) => NewTask) => void;
}

export interface QueueState {
  readonly lastId: number;
  readonly isHeld: boolean;
  /** Oldest first. */
  readonly records: readonly TaskRecord[];
  /** What had not ended, by task id. */
  readonly jobs: ReadonlyArray<{ readonly id: string; readonly job: Job }>;
}

export interface TaskQueueOptions {
  readonly now: () => Date;
  readonly processors: number;
  /** Milliseconds a task is kept waiting before it starts. */
  readonly delayMs: () => number;
}

interface Entry {
  readonly record: TaskRecord;
  readonly task: NewTask;
  /** It is the next run of a deployment that submitted itself and waits its turn. */
  isResting: boolean;
}

// A script that submits itself again goes to the end of a queue that others wait in too; in an account that is
// seconds, here it is this long. Without it, a script that waits for an import would spin. [assumed]
const RESUBMISSION_MS = 250;

const KEPT = 5_000;
const PREFIXES: Readonly<Record<TaskKind, string>> = {
  SCHEDULED_SCRIPT: 'SCHEDSCRIPT',
  MAP_REDUCE: 'MAPREDUCETASK',
  CSV_IMPORT: 'CSVIMPORT',
  SEARCH: 'SEARCHTASK',
};

export function createTaskQueue(options: TaskQueueOptions): TaskQueue {
  const records = createTaskRecords(options.now);
  const line = createLine(options);
  return {
    find: records.find,
    list: records.list,
    enqueue: (task) => {
      const record = records.add(task);
      line.add(record, task);
      return record;
    },
    unfinished: (script, deployment) =>
      line
        .unfinished()
        .filter((record) => record.script === script && record.deployment === deployment),
    idle: line.idle,
    hold: line.hold,
    isHeld: line.isHeld,
    release: line.release,
    step: line.step,
    state: () => ({ ...records.state(), ...line.state() }),
    restore: records.restore,
    resume: (state, taskOf) => {
      if (state.isHeld) line.hold();
      for (const { id, job } of state.jobs) {
        const record = records.find(id);
        if (record === null) continue;
        const task = taskOf(job, record);
        Object.assign(record, { status: 'PENDING', startedAt: null, stage: null, percent: 0 });
        line.add(record, task);
      }
    },
  };
}

type Records = Pick<TaskQueue, 'find' | 'list'> & {
  readonly add: (task: NewTask) => TaskRecord;
  readonly state: () => Pick<QueueState, 'lastId' | 'records'>;
  readonly restore: (state: QueueState) => void;
};

// What everybody may ask about, also when it has ended.
function createTaskRecords(now: () => Date): Records {
  const records: TaskRecord[] = [];
  let lastId = 0;
  return {
    add: (task) => {
      lastId += 1;
      const id = `${PREFIXES[task.kind]}_${String(lastId).padStart(8, '0')}`;
      const record = newRecord(id, task, now());
      records.push(record);
      if (records.length > KEPT * 1.1) records.splice(0, records.length - KEPT);
      return record;
    },
    find: (id) => records.find((record) => record.id === id) ?? null,
    list: () => records.toReversed(),
    state: () => ({ lastId, records: [...records] }),
    restore: (state) => {
      lastId = state.lastId;
      records.splice(0, records.length, ...state.records.map((record) => ({ ...record })));
    },
  };
}

type Line = Pick<TaskQueue, 'idle' | 'hold' | 'isHeld' | 'release' | 'step'> & {
  readonly add: (record: TaskRecord, task: NewTask) => void;
  readonly unfinished: () => readonly TaskRecord[];
  readonly state: () => Pick<QueueState, 'isHeld' | 'jobs'>;
};

// What waits and what runs.
function createLine(options: TaskQueueOptions): Line {
  const waiting: Entry[] = [];
  const running = new Set<Entry>();
  const idlers: Array<() => void> = [];
  let isHeld = false;

  const settle = (): void => {
    if (running.size === 0 && (isHeld || waiting.length === 0))
      for (const wake of idlers.splice(0)) wake();
  };
  const start = async (entry: Entry): Promise<void> => {
    waiting.splice(waiting.indexOf(entry), 1);
    running.add(entry);
    await runEntry(entry, options);
    running.delete(entry);
    // Requests, timers and imports have their turn before the next task starts.
    setImmediate(() => {
      pump();
      settle();
    });
  };
  const pump = (): void => {
    if (isHeld) return;
    for (const entry of waiting.slice()) {
      if (!entry.isResting && canStart(entry, running, options)) void start(entry);
    }
  };
  return {
    add: (record, task) => {
      const entry = { record, task, isResting: runsAlready(record, running) };
      waiting.push(entry);
      if (entry.isResting) {
        setTimeout(() => {
          entry.isResting = false;
          pump();
        }, RESUBMISSION_MS);
      }
      // The submitting script goes on first, as it would in NetSuite.
      setImmediate(pump);
    },
    unfinished: () => [...running, ...waiting].map(({ record }) => record),
    idle: async () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        setImmediate(settle);
      }),
    hold: () => {
      isHeld = true;
    },
    isHeld: () => isHeld,
    release: () => {
      isHeld = false;
      pump();
    },
    state: () => ({
      isHeld,
      jobs: [...running, ...waiting].map(({ record, task }) => ({
        id: record.id,
        job: task.job(),
      })),
    }),
    step: async () => {
      const next = waiting.find((entry) => canStart(entry, running, options));
      if (next === undefined) return false;
      await start(next);
      return true;
    },
  };
}

function newRecord(id: string, task: NewTask, submittedAt: Date): TaskRecord {
  return {
    id,
    kind: task.kind,
    script: task.script,
    deployment: task.deployment,
    submittedAt,
    status: 'PENDING',
    startedAt: null,
    endedAt: null,
    stage: null,
    percent: 0,
    error: null,
  };
}

function runsAlready(record: TaskRecord, running: ReadonlySet<Entry>): boolean {
  return [...running].some(
    ({ record: other }) =>
      record.script !== null &&
      other.script === record.script &&
      other.deployment === record.deployment,
  );
}

// A deployment never overlaps itself; imports have a lane of one, scripts as many as there are processors.
function canStart(
  { record }: Entry,
  running: ReadonlySet<Entry>,
  options: TaskQueueOptions,
): boolean {
  const others = [...running].map((entry) => entry.record);
  const isImport = record.kind === 'CSV_IMPORT';
  const inLane = others.filter((other) => (other.kind === 'CSV_IMPORT') === isImport);
  if (inLane.length >= (isImport ? 1 : options.processors)) return false;
  return !runsAlready(record, running);
}

async function runEntry({ record, task }: Entry, options: TaskQueueOptions): Promise<void> {
  const delayMs = options.delayMs();
  if (delayMs > 0) {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, delayMs);
    });
  }
  record.status = 'PROCESSING';
  record.startedAt = options.now();
  try {
    record.status = (await task.run(record)) ? 'COMPLETE' : 'FAILED';
  } catch (error) {
    record.status = 'FAILED';
    record.error = {
      name: 'UNEXPECTED_ERROR',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  record.percent = 100;
  record.endedAt = options.now();
}
