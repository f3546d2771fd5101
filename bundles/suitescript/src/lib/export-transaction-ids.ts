// Sales orders and cash sales tell their ids the same way, into the same directory (contract §4, §13.2).

import {
  IMPORT_DIRECTORIES,
  ORDER_ID_COLUMNS,
  ORDER_ID_TYPE,
  type Script,
} from '@sendsale/netsuite/contract';
import { exportFeed, type MapReduce, MARK_UNITS, markField } from './export-feed.ts';
import { exportFileName, writeExportCsv } from './export-file.ts';
import { FIELDS } from './fields.ts';
import { byInternalId, findRows, textOf } from './find-records.ts';

export interface TransactionIdExport {
  readonly script: Script;
  readonly type: 'salesorder' | 'cashsale';
  readonly suffix: string;
}

/** Transactions the OMS sent whose ids it was not told yet. */
export function exportTransactionIds({ script, type, suffix }: TransactionIdExport): MapReduce {
  return exportFeed({
    script,
    directory: IMPORT_DIRECTORIES['order-id'],
    fileName: exportFileName(suffix),
    select: (limit) =>
      findRows({
        type,
        filters: [
          ['mainline', 'is', 'T'],
          'and',
          [FIELDS.orderId, 'isnotempty', ''],
          'and',
          [FIELDS.salesChannel, 'isnotempty', ''],
          'and',
          [FIELDS.idExported, 'is', 'F'],
        ],
        columns: [byInternalId(), FIELDS.orderId],
        limit,
      }).map((row) => ({
        type,
        id: row.id,
        rows: [[textOf(row, FIELDS.orderId), ORDER_ID_TYPE, row.id]],
      })),
    write: writeExportCsv(ORDER_ID_COLUMNS),
    mark: markField(FIELDS.idExported),
    markUnits: MARK_UNITS,
  });
}
