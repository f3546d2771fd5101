/**
 * Tells the OMS the line ids of its sales orders: without them it can neither allocate nor fulfill.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import {
  DISCOUNT_LINE_ATTRIBUTE,
  DISCOUNT_LINE_PREFIX,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  ITEM_LINE_ATTRIBUTE,
  ORDER_LINE_ID_COLUMNS,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import type * as search from 'N/search';
import { exportFeed, type ExportRecord, MARK_UNITS, markFields } from '../lib/export-feed.ts';
import { exportFileName, writeExportCsv } from '../lib/export-file.ts';
import { FIELDS } from '../lib/fields.ts';
import { byInternalId, findRows, textOf } from '../lib/find-records.ts';
import { wholeRecords } from '../lib/whole-records.ts';

/** The place of the line id in a row. */
const LINE = ORDER_LINE_ID_COLUMNS.indexOf('attrValue');

/** Above zero for a line the OMS was not told of. */
const UNTOLD = `{line} - NVL({${FIELDS.linesTold}}, 0)`;

/** Lines read at once; an order of more lines than this would never be exported. */
const LINES = 4000;

export const { getInputData, map, summarize } = exportFeed({
  script: SCRIPTS.exportSalesOrderLineIds,
  directory: IMPORT_DIRECTORIES['order-line-id'],
  fileName: exportFileName(IMPORT_FILE_SUFFIXES.orderLineId),
  select: (limit) => {
    const rows = findRows({
      type: 'salesorder',
      filters: [
        ['mainline', 'is', 'F'],
        'and',
        [FIELDS.lineKey, 'isnotempty', ''],
        'and',
        [FIELDS.orderId, 'isnotempty', ''],
        'and',
        // Lines somebody adds to an order that was told are above the last one told.
        [`formulanumeric: ${UNTOLD}`, 'greaterthan', '0'],
      ],
      columns: [byInternalId(), 'line', FIELDS.orderId, FIELDS.lineKey, FIELDS.lineType],
      limit: LINES,
    });
    return wholeRecords(rows, LINES).slice(0, limit).map(exportRecord);
  },
  write: writeExportCsv(ORDER_LINE_ID_COLUMNS),
  mark: (exported) => {
    const last = Math.max(...exported.rows.map((row) => Number(row[LINE])));
    markFields({ [FIELDS.linesExported]: true, [FIELDS.linesTold]: last })(exported);
  },
  markUnits: MARK_UNITS,
});

function exportRecord(lines: readonly search.Result[]): ExportRecord<readonly string[]> {
  return { type: 'salesorder', id: lines[0]?.id ?? '', rows: lines.map(lineRow) };
}

function lineRow(line: search.Result): readonly string[] {
  const isDiscount = textOf(line, FIELDS.lineType).includes(DISCOUNT_LINE_PREFIX);
  return [
    textOf(line, FIELDS.orderId),
    textOf(line, FIELDS.lineKey),
    isDiscount ? DISCOUNT_LINE_ATTRIBUTE : ITEM_LINE_ATTRIBUTE,
    textOf(line, 'line'),
  ];
}
