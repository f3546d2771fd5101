/**
 * Tells the OMS under which internal ids the deposits of its orders are kept.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import {
  DEPOSIT_ID_COLUMNS,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import * as search from 'N/search';
import { exportFeed, MARK_UNITS, markField } from '../lib/export-feed.ts';
import { exportFileName, writeExportCsv } from '../lib/export-file.ts';
import { FIELDS } from '../lib/fields.ts';
import { byInternalId, findRows, textOf } from '../lib/find-records.ts';

export const { getInputData, map, summarize } = exportFeed({
  script: SCRIPTS.exportCustomerDeposits,
  directory: IMPORT_DIRECTORIES['deposit-id'],
  fileName: exportFileName(IMPORT_FILE_SUFFIXES.depositId),
  select: (limit) => {
    const orderId = search.createColumn({ name: FIELDS.orderId, join: 'createdfrom' });
    return findRows({
      type: 'customerdeposit',
      filters: [
        ['mainline', 'is', 'T'],
        'and',
        [`createdfrom.${FIELDS.orderId}`, 'isnotempty', ''],
        'and',
        [FIELDS.idExported, 'is', 'F'],
      ],
      columns: [byInternalId(), 'externalid', orderId],
      limit,
    }).map((row) => ({
      type: 'customerdeposit',
      id: row.id,
      rows: [[textOf(row, orderId), row.id, textOf(row, 'externalid')]],
    }));
  },
  write: writeExportCsv(DEPOSIT_ID_COLUMNS),
  mark: markField(FIELDS.idExported),
  markUnits: MARK_UNITS,
});
