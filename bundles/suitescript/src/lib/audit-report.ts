// The lines of the orders of the last days, for whoever compares NetSuite with the OMS (contract §18). The
// published bundle made the file in one script and handed it over in another; here a run does both.

import {
  AUDIT_REPORT_COLUMNS,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
} from '@sendsale/netsuite/contract';
import { FIELDS } from './fields.ts';
import { byInternalId, findRows, labelOf, textOf } from './find-records.ts';
import { writeList } from './list-export.ts';

/** A report, not a feed: nothing here depends on it, so a window of days may bound it. */
const SINCE = 'daysago2';

export function exportAuditReport(): void {
  writeList({
    directory: IMPORT_DIRECTORIES['audit-report'],
    suffix: IMPORT_FILE_SUFFIXES.auditReport,
    columns: AUDIT_REPORT_COLUMNS,
    rows: auditRows,
  });
}

function auditRows(): ReadonlyArray<readonly string[]> {
  return findRows({
    type: 'transaction',
    filters: [
      ['type', 'anyof', 'SalesOrd', 'CashSale'],
      'and',
      [FIELDS.salesChannel, 'isnotempty', ''],
      'and',
      ['datecreated', 'onorafter', SINCE],
      'and',
      [FIELDS.lineKey, 'isnotempty', ''],
    ],
    columns: [
      byInternalId(),
      'externalid',
      FIELDS.lineKey,
      'item',
      'quantity',
      'quantityshiprecv',
      FIELDS.orderId,
      'type',
      'amount',
    ],
  }).map((row) => {
    const externalId = textOf(row, 'externalid');
    const lineKey = textOf(row, FIELDS.lineKey);
    return [
      `${externalId}-${lineKey}`,
      externalId,
      lineKey,
      labelOf(row, 'item'),
      textOf(row, 'quantity'),
      textOf(row, 'quantityshiprecv'),
      textOf(row, FIELDS.orderId),
      row.id,
      labelOf(row, 'type'),
      textOf(row, 'amount'),
    ];
  });
}
