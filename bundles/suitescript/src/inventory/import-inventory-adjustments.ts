/**
 * Variances of the OMS become inventory adjustments. Made one by one: the adjustment lines of a saved CSV
 * import can only be appended, so that a file imported twice would take the stock twice.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import {
  ERROR_FILES,
  EXPORT_DIRECTORIES,
  INVENTORY_ADJUSTMENT_IMPORT_MAP,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import { groupRowIds, makeGroup, type RowGroup } from '../lib/csv-import.ts';
import { findByExternalIds } from '../lib/find-records.ts';
import { UNITS } from '../lib/governance.ts';
import { settleFiles } from '../lib/settle-files.ts';
import { groupRows, readTable } from '../lib/table.ts';

export function execute(): void {
  settleFiles({
    feed: 'inventory-adjustment',
    script: SCRIPTS.importInventoryAdjustments,
    inbox: {
      directory: EXPORT_DIRECTORIES['inventory-adjustment'],
      matches: (name) => /\.csv$/i.test(name),
    },
    recordType: 'inventoryadjustment',
    errorFile: ERROR_FILES.inventoryAdjustment,
    next: [],
    unitsEach: UNITS.transactionLoad + UNITS.transactionSave + 2 * UNITS.search,
    read: readAdjustments,
    rowIds: groupRowIds,
    externalId: (group) => group.key,
    orderId: () => '',
    find: (groups) =>
      findByExternalIds(
        'inventoryadjustment',
        groups.map((group) => group.key),
      ),
    make: (group) => makeGroup(INVENTORY_ADJUSTMENT_IMPORT_MAP, group),
  });
}

/** Another OMS has no `externalId`; its adjustment number is as unique. */
function readAdjustments(text: string): RowGroup[] {
  const { rows } = readTable(text, ['Item', 'Adjust Qty By', 'Location']);
  const key = 'HC Inventory Adj Id';
  const groups = groupRows(rows, (row) => row['externalId'] || row[key] || '');
  return [...groups].map(([externalId, group]) => ({ key: externalId, rows: group }));
}
