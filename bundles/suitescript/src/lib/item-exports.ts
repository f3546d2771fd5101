// Full lists of items for the OMS: which product has which internal id, and what lies where. The published
// bundle generated a file in one script and uploaded it in another half an hour later; here a run does both.

import {
  COUNTED_AT,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  INVENTORY_COLUMNS,
  PRODUCT_ID_COLUMNS,
  QUANTITY_ON_HAND,
} from '@sendsale/netsuite/contract';
import * as search from 'N/search';
import { writeCsv } from './csv.ts';
import { exportFileName } from './export-file.ts';
import { FIELDS } from './fields.ts';
import { batches, byInternalId, findRows, textOf } from './find-records.ts';
import { connectServer } from './server.ts';

/** A text of N/file holds 10 MB; a row of either list is well under 200 bytes. */
const ROWS_PER_FILE = 50_000;

/** Every active item that can be sold (contract §16). */
export function exportProducts(): void {
  const rows = findRows({
    type: 'item',
    filters: [
      ['type', 'anyof', 'Assembly', 'InvtPart', 'Kit', 'NonInvtPart'],
      'and',
      ['isinactive', 'is', 'F'],
    ],
    columns: [byInternalId(), 'itemid'],
  }).map((row) => [leafName(textOf(row, 'itemid')), row.id]);
  writeParts(
    { directory: IMPORT_DIRECTORIES['product-id'], suffix: IMPORT_FILE_SUFFIXES.productId },
    PRODUCT_ID_COLUMNS,
    rows,
  );
}

/**
 * What every location in sync has (contract §15.1), none and less than none included: a quantity that
 * is left out would stay in the OMS as it was.
 */
export function exportInventory(): void {
  const location = search.createColumn({ name: 'internalid', join: 'inventorylocation' });
  const at = new Date().toISOString();
  const rows = findRows({
    type: 'item',
    filters: [
      ['type', 'anyof', 'Assembly', 'InvtPart', 'Kit'],
      'and',
      ['isinactive', 'is', 'F'],
      'and',
      [`inventorylocation.${FIELDS.locationInSync}`, 'is', 'T'],
    ],
    columns: [
      byInternalId(),
      'itemid',
      location,
      'locationquantityavailable',
      'locationquantityonhand',
    ],
  }).map((row) => [
    leafName(textOf(row, 'itemid')),
    textOf(row, location),
    textOf(row, 'locationquantityavailable') || '0',
    row.id,
    textOf(row, 'locationquantityonhand') || '0',
    at,
  ]);
  writeParts(
    { directory: IMPORT_DIRECTORIES.inventory, suffix: IMPORT_FILE_SUFFIXES.inventory },
    [...INVENTORY_COLUMNS, QUANTITY_ON_HAND, COUNTED_AT],
    rows,
  );
}

/** `Parent : Child` is the child of a matrix; its own name is what the shop calls the SKU. */
export function leafName(itemId: string): string {
  const separator = ' : ';
  const start = itemId.lastIndexOf(separator);
  return start < 0 ? itemId : itemId.slice(start + separator.length);
}

function writeParts(
  target: { readonly directory: string; readonly suffix: string },
  columns: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): void {
  if (rows.length === 0) return;
  const server = connectServer();
  const at = new Date();
  const nameOf = exportFileName(target.suffix);
  for (const [part, some] of batches(rows, ROWS_PER_FILE).entries()) {
    const text = writeCsv([columns, ...some]);
    server.write(target.directory, (attempt) => nameOf(at, part + attempt), text);
  }
}
