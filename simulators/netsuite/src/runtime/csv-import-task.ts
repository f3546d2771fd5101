// CSV import tasks: queued, worked through in slices so that the simulator stays responsive, and kept with their
// response file as the account's import status page does.

import { performance } from 'node:perf_hooks';
import type { Account, CsvImportResult } from '../account/account.ts';
import { breathe } from './breathe.ts';
import type { Job } from './job.ts';
import type { NewTask, TaskQueue, TaskRecord } from './task-queue.ts';
import type { Faults } from './faults.ts';
import type { UserEvents } from './user-events.ts';
import { refuseRows, withHeldRows } from './refused-rows.ts';

export interface CsvImportRequest {
  readonly mappingId: string;
  readonly name: string;
  readonly content: string;
}

/** An import as its status page shows it. */
export interface CsvImportRecord {
  readonly task: TaskRecord;
  readonly name: string;
  readonly mappingId: string;
  /** Null until it has ended. */
  result: CsvImportResult | null;
}

export interface CsvImports {
  /** @returns the task id. @throws SuiteScriptError FAILED_TO_SUBMIT_JOB_REQUEST_1 */
  readonly submit: (request: CsvImportRequest) => string;
  /** Newest first. */
  readonly list: () => readonly CsvImportRecord[];
  /** The history as plain data, oldest first. */
  readonly state: () => readonly ImportState[];
  readonly restore: (state: readonly ImportState[]) => void;
  /** The work of an import that had not ended when the simulator was stopped; it goes on where it was. */
  readonly resume: (job: ImportJob, task: TaskRecord) => NewTask;
}

export type ImportJob = Extract<Job, { kind: 'csv-import' }>;
export type ImportState = Omit<CsvImportRecord, 'task'> & { readonly taskId: string };

const KEPT = 2_000;
const SLICE_MS = 15;

export function createCsvImports(
  account: Account,
  queue: TaskQueue,
  { faults, userEvents }: { faults: Faults; userEvents: UserEvents },
): CsvImports {
  const imports: CsvImportRecord[] = [];
  // The record of a new import is known only when its task is queued, so it is asked for when the work is done.
  const taskOf = (given: ImportJob, recordOf: () => CsvImportRecord): NewTask => {
    const job = account.imports.prepare(given);
    return {
      kind: 'CSV_IMPORT',
      script: null,
      deployment: null,
      job: () => ({ ...given, progress: job.progress() }),
      run: async () => {
        await stepThrough((records) => userEvents.within('CSVIMPORT', () => job.step(records)));
        recordOf().result = withHeldRows(job.result(), given.held);
        return true;
      },
    };
  };
  const add = (task: TaskRecord, { name, mappingId }: CsvImportRequest): CsvImportRecord => {
    const record: CsvImportRecord = { task, name, mappingId, result: null };
    imports.push(record);
    if (imports.length > KEPT * 1.1) imports.splice(0, imports.length - KEPT);
    return record;
  };
  return {
    submit: (request) => {
      const { name, mappingId } = request;
      const { content, held } = refuseRows(request.content, faults);
      const progress = { done: 0, refused: [] };
      const job: ImportJob = { kind: 'csv-import', name, mappingId, content, held, progress };
      const task = queue.enqueue(taskOf(job, () => record));
      const record = add(task, request);
      return task.id;
    },
    list: () => imports.toReversed(),
    state: () => imports.map(({ task, ...kept }) => ({ ...kept, taskId: task.id })),
    restore: (state) => {
      for (const { taskId, ...kept } of state) {
        const task = queue.find(taskId);
        if (task !== null) imports.push({ ...kept, task });
      }
    },
    resume: (job, task) =>
      taskOf(job, () => imports.find((each) => each.task.id === task.id) ?? add(task, job)),
  };
}

// The slice grows while it stays short: few records a slice when they are costly, many when they are cheap.
async function stepThrough(step: (records: number) => boolean): Promise<void> {
  let records = 5;
  for (;;) {
    const started = performance.now();
    if (step(records)) return;
    const took = performance.now() - started;
    records = took < SLICE_MS ? Math.min(records * 2, 1_000) : Math.max(1, Math.floor(records / 2));
    await breathe();
  }
}
