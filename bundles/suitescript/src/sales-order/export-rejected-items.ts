/**
 * Tells the OMS which lines people in NetSuite have rejected, and takes the tick off again: an item that
 * comes back to NetSuite later is not rejected by an old tick.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import {
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  REJECTED_ITEM_COLUMNS,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import * as record from 'N/record';
import { exportFeed } from '../lib/export-feed.ts';
import { exportFileName, writeExportCsv } from '../lib/export-file.ts';
import { FIELDS } from '../lib/fields.ts';
import { byInternalId, findRows, textOf } from '../lib/find-records.ts';
import { retryChanged, UNITS } from '../lib/governance.ts';
import { errorText } from '../lib/script-error.ts';
import { wholeRecords } from '../lib/whole-records.ts';

const LINES = 1000;
const COMMENT = 'Order Item Rejected from NetSuite';

export const { getInputData, map, summarize } = exportFeed({
  script: SCRIPTS.exportRejectedItems,
  directory: IMPORT_DIRECTORIES['rejected-item'],
  fileName: exportFileName(IMPORT_FILE_SUFFIXES.rejectedItem),
  select: (limit) => {
    const rows = findRows({
      type: 'salesorder',
      filters: [
        ['mainline', 'is', 'F'],
        'and',
        [FIELDS.lineKey, 'isnotempty', ''],
        'and',
        [FIELDS.lineRejected, 'is', 'T'],
      ],
      columns: [byInternalId(), 'line', FIELDS.orderId, FIELDS.lineKey],
      limit: LINES,
    });
    return wholeRecords(rows, LINES)
      .slice(0, limit)
      .map((lines) => ({
        type: 'salesorder',
        id: lines[0]?.id ?? '',
        rows: lines.map((line) => [
          textOf(line, FIELDS.orderId),
          textOf(line, FIELDS.lineKey),
          COMMENT,
          '',
        ]),
      }));
  },
  write: writeExportCsv(REJECTED_ITEM_COLUMNS),
  mark: ({ id, rows }) => {
    clearRejected(
      id,
      rows.map((row) => row[1] ?? ''),
    );
  },
  markUnits: UNITS.transactionLoad + UNITS.transactionSave,
});

/** Only the lines that were exported; one ticked meanwhile is left for the next file. */
function clearRejected(salesOrderId: string, keys: readonly string[]): void {
  try {
    retryChanged(() => {
      const order = record.load({ type: 'salesorder', id: salesOrderId });
      const count = order.getLineCount({ sublistId: 'item' });
      for (let line = 0; line < count; line += 1) {
        const key = order.getSublistValue({ sublistId: 'item', fieldId: FIELDS.lineKey, line });
        if (!keys.includes(String(key))) continue;
        const fieldId = FIELDS.lineRejected;
        order.setSublistValue({ sublistId: 'item', fieldId, line, value: false });
      }
      return order.save();
    });
  } catch (error) {
    log.error({ title: `Still rejected: sales order ${salesOrderId}`, details: errorText(error) });
  }
}
