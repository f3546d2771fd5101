// What NetSuite changed in its stock (contract §15.3). Marked by a flag, not cut by a day: an adjustment
// booked a minute after the published script had run was never told.

import {
  CYCLE_COUNT_COLUMNS,
  CYCLE_COUNT_MEMO,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  ITEM_ID_TYPE,
  SCRIPTS,
  STOCK_CHANGE_COLUMNS,
  STOCK_CHANGE_ID,
  STOCK_CHANGE_LINE,
  COUNTED_AT,
} from '@sendsale/netsuite/contract';
import * as format from 'N/format';
import type * as search from 'N/search';
import {
  exportFeed,
  type ExportRecord,
  type MapReduce,
  MARK_UNITS,
  markField,
} from './export-feed.ts';
import { exportFileName, writeExportCsv } from './export-file.ts';
import { FIELDS } from './fields.ts';
import { byInternalId, type Filters, eachLineOnce, findRows, textOf } from './find-records.ts';
import { wholeRecords } from './whole-records.ts';

const TYPE = 'inventoryadjustment';
const LINES = 4000;

/** Cycle counts that were booked: which count of the OMS became which adjustment. */
export function exportCycleCounts(): MapReduce {
  return exportFeed({
    script: SCRIPTS.exportCycleCounts,
    directory: IMPORT_DIRECTORIES['cycle-count'],
    fileName: exportFileName(IMPORT_FILE_SUFFIXES.cycleCount),
    select: (limit) =>
      findRows({
        type: TYPE,
        filters: [
          ['mainline', 'is', 'T'],
          'and',
          ['memomain', 'is', CYCLE_COUNT_MEMO],
          'and',
          [FIELDS.countExported, 'is', 'F'],
        ],
        columns: [byInternalId(), FIELDS.adjustmentNumber],
        limit,
      }).map((row) => ({ type: TYPE, id: row.id, rows: [countRow(row)] })),
    write: writeExportCsv(CYCLE_COUNT_COLUMNS),
    mark: markField(FIELDS.countExported),
    markUnits: MARK_UNITS,
  });
}

/** The count is what stands before the first hyphen of the adjustment's number. */
function countRow(row: search.Result): readonly string[] {
  const [workEffortId = ''] = textOf(row, FIELDS.adjustmentNumber).split('-');
  return [workEffortId, row.id];
}

/** Adjustments people made in NetSuite; those with a number of the OMS came from there. */
export function exportStockChanges(): MapReduce {
  return exportFeed({
    script: SCRIPTS.exportInventoryAdjustments,
    directory: IMPORT_DIRECTORIES['stock-change'],
    fileName: exportFileName(IMPORT_FILE_SUFFIXES.stockChange),
    select: (limit) =>
      wholeRecords(findRows({ ...changesQuery(), limit: LINES }), LINES)
        .slice(0, limit)
        .map(changeRecord),
    write: writeExportCsv([
      ...STOCK_CHANGE_COLUMNS,
      STOCK_CHANGE_ID,
      STOCK_CHANGE_LINE,
      COUNTED_AT,
    ]),
    mark: markField(FIELDS.adjustmentExported),
    markUnits: MARK_UNITS,
  });
}

function changesQuery(): { type: string; filters: Filters; columns: (string | search.Column)[] } {
  return {
    type: TYPE,
    filters: [
      ['mainline', 'is', 'F'],
      'and',
      [FIELDS.adjustmentNumber, 'isempty', ''],
      'and',
      [FIELDS.adjustmentExported, 'is', 'F'],
    ],
    columns: [byInternalId(), 'line', 'item', 'location', 'quantity', 'memomain', 'datecreated'],
  };
}

function changeRecord(lines: readonly search.Result[]): ExportRecord<readonly string[]> {
  return { type: TYPE, id: lines[0]?.id ?? '', rows: eachLineOnce(lines).map(changeRow) };
}

function changeRow(line: search.Result): readonly string[] {
  return [
    textOf(line, 'location'),
    textOf(line, 'item'),
    ITEM_ID_TYPE,
    textOf(line, 'quantity'),
    textOf(line, 'memomain'),
    line.id,
    textOf(line, 'line'),
    instantOf(textOf(line, 'datecreated')),
  ];
}

/** The user's own date format, back to an instant everybody reads the same. */
function instantOf(text: string): string {
  if (text === '') return '';
  const value: unknown = format.parse({ value: text, type: format.Type.DATETIME });
  return value instanceof Date || isDate(value) ? new Date(value.getTime()).toISOString() : '';
}

/** A date of another realm is no instance of ours. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
