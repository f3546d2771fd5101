// CSV import tasks: queued, worked through in slices so that the simulator stays responsive, and kept with their
// response file as the account's import status page does.

import { performance } from 'node:perf_hooks';
import type { Account, CsvImportResult } from '../account/account.ts';
import { breathe } from './breathe.ts';
import type { TaskQueue, TaskRecord } from './task-queue.ts';
import type { Faults } from './faults.ts';
import { refuseRows } from './refused-rows.ts';

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
}

const KEPT = 2_000;
const SLICE_MS = 15;

export function createCsvImports(account: Account, queue: TaskQueue, faults: Faults): CsvImports {
  const imports: CsvImportRecord[] = [];
  return {
    submit: (request) => {
      const kept = refuseRows(request.content, faults);
      const job = account.imports.prepare({ ...request, content: kept.content });
      const run = async (): Promise<boolean> => {
        await stepThrough(job.step);
        record.result = kept.merge(job.result());
        return true;
      };
      const task = queue.enqueue({ kind: 'CSV_IMPORT', script: null, deployment: null, run });
      const record: CsvImportRecord = {
        task,
        name: request.name,
        mappingId: request.mappingId,
        result: null,
      };
      imports.push(record);
      if (imports.length > KEPT * 1.1) imports.splice(0, imports.length - KEPT);
      return task.id;
    },
    list: () => imports.toReversed(),
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
