// A whole file through a saved CSV import: 100 units for thousands of records, but NetSuite never tells a
// script which rows it refused. So the result is read back, and what is missing is tried one by one.

import { type ErrorFile, type ImportMap, ROW_ID, type Script } from '@sendsale/netsuite/contract';
import * as file from 'N/file';
import * as task from 'N/task';
import { findByExternalIds } from './find-records.ts';
import { UNITS } from './governance.ts';
import { createFromRows } from './record-from-rows.ts';
import { errorText, Refusal } from './script-error.ts';
import type { SettlePlan, Submitted } from './settle-files.ts';
import type { Made } from './settle-unit.ts';
import { groupRows, readTable, type Row, writeTable } from './table.ts';
import { NO_TASK, type WorkFile } from './work-file.ts';

/** Rows of one record, which stand together in the file. */
export interface RowGroup {
  readonly key: string;
  readonly rows: readonly Row[];
}

export interface CsvImport {
  readonly feed: string;
  readonly script: Script;
  readonly directory: string;
  readonly map: ImportMap;
  readonly taskName: string;
  readonly errorFile: ErrorFile;
  readonly next: readonly Script[];
}

/** The external id column of every file that adds records. */
const EXTERNAL_ID = 'externalId';

/** Adds records: one a group of rows with the same `externalId`, which makes a second import harmless. */
export function addingPlan(options: CsvImport): SettlePlan<RowGroup> {
  const recordType = options.map.record.toLowerCase();
  return {
    ...options,
    inbox: { directory: options.directory, matches: (name) => /\.csv$/i.test(name) },
    recordType,
    unitsEach: 2 * UNITS.transactionSave + 2 * UNITS.search,
    read: (text) => readGroups(text, EXTERNAL_ID),
    rowIds: groupRowIds,
    externalId: (group) => group.key,
    orderId: () => '',
    find: (groups) =>
      findByExternalIds(
        recordType,
        groups.map((group) => group.key),
      ),
    make: (group) => makeGroup(options.map, group),
    submit: (groups, workFile) => {
      const found = findByExternalIds(
        recordType,
        groups.map((group) => group.key),
      );
      const missing = groups.filter((group) => group.key !== '' && !found.has(group.key));
      return submitRows(options, missing, workFile);
    },
  };
}

/** @throws Refusal EXTERNAL_ID_MISSING: without it nothing says which rows are one record. */
export function makeGroup(map: ImportMap, group: RowGroup): Made {
  if (group.key === '') {
    throw new Refusal('EXTERNAL_ID_MISSING', 'The row has no external id, so it was not imported');
  }
  return { internalId: createFromRows(map, group.rows) };
}

/** @throws CsvSyntaxError; a row without key cannot be told from the others and spoils the file. */
export function readGroups(text: string, keyColumn: string): RowGroup[] {
  const { rows } = readTable(text, [keyColumn]);
  return [...groupRows(rows, (row) => row[keyColumn] ?? '')].map(([key, group]) => ({
    key,
    rows: group,
  }));
}

export function groupRowIds(group: RowGroup): string[] {
  return group.rows.map((row) => row[ROW_ID] ?? '');
}

/** Submits what is missing once, then waits for the task to end. */
export function submitRows(
  options: Pick<CsvImport, 'map' | 'taskName'>,
  groups: readonly RowGroup[],
  workFile: WorkFile,
): Submitted {
  if (groups.length === 0) return { state: 'READY' };
  if (workFile.task !== null) {
    return isRunning(workFile.task) ? { state: 'WAIT', task: null } : { state: 'READY' };
  }
  return { state: 'WAIT', task: submitTask(options, groups, workFile) };
}

/** Never throws: without a task the records are made one by one. */
function submitTask(
  options: Pick<CsvImport, 'map' | 'taskName'>,
  groups: readonly RowGroup[],
  workFile: WorkFile,
): string {
  try {
    const rows = groups.flatMap((group) => group.rows);
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return task
      .create({
        taskType: task.TaskType.CSV_IMPORT,
        mappingId: options.map.scriptId,
        name: `${options.taskName}-${workFile.name}`,
        importFile: file.create({
          name: workFile.name,
          fileType: file.Type.CSV,
          contents: writeTable(columns, rows),
        }),
      })
      .submit();
  } catch (error) {
    log.error({ title: `No CSV import for ${workFile.name}`, details: errorText(error) });
    return NO_TASK;
  }
}

function isRunning(taskId: string): boolean {
  if (taskId === NO_TASK) return false;
  try {
    const { status } = task.checkStatus({ taskId });
    return status === task.TaskStatus.PENDING || status === task.TaskStatus.PROCESSING;
  } catch (error) {
    // NetSuite forgets tasks after a while; the records themselves tell what became of this one.
    log.audit({ title: `Unknown task ${taskId}`, details: errorText(error) });
    return false;
  }
}
