/**
 * Tells the OMS under which internal ids its customers are kept.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import {
  CUSTOMER_ID_COLUMNS,
  CUSTOMER_ID_TYPE,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import { exportFeed, MARK_UNITS, markField } from '../lib/export-feed.ts';
import { exportFileName, writeExportCsv } from '../lib/export-file.ts';
import { FIELDS } from '../lib/fields.ts';
import { byInternalId, findRows, textOf } from '../lib/find-records.ts';

export const { getInputData, map, summarize } = exportFeed({
  script: SCRIPTS.exportCustomerIds,
  directory: IMPORT_DIRECTORIES['customer-id'],
  fileName: exportFileName(IMPORT_FILE_SUFFIXES.customerId),
  select: (limit) =>
    findRows({
      type: 'customer',
      filters: [
        ['isinactive', 'is', 'F'],
        'and',
        [FIELDS.customerId, 'isnotempty', ''],
        'and',
        [FIELDS.shopifyCustomerId, 'isnotempty', ''],
        'and',
        [FIELDS.customerIdExported, 'is', 'F'],
      ],
      columns: [byInternalId(), FIELDS.customerId],
      limit,
    }).map((row) => ({
      type: 'customer',
      id: row.id,
      rows: [[textOf(row, FIELDS.customerId), CUSTOMER_ID_TYPE, row.id]],
    })),
  write: writeExportCsv(CUSTOMER_ID_COLUMNS),
  mark: markField(FIELDS.customerIdExported),
  markUnits: MARK_UNITS,
});
