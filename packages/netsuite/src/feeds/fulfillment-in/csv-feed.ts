// Item fulfillments of NetSuite's warehouses, CSV: one row a line; the rows of one parcel are taken together.
// Contract §8.

import { z } from 'zod';
import {
  FULFILLMENT_IMPORT_COLUMNS,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import type { ReadRow } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, maybeText, someText } from '../texts.ts';
import { applyShippedOrder, joinTrackingNumbers } from './shipped-order.ts';
import type { ShippedOrder } from './shipped-order.ts';

const Row = z
  .object({
    orderId: someText,
    orderItemSeqId: someText,
    externalFacilityId: internalId,
    shippedDate: maybeText,
    trackingNumber: maybeText,
    carrier: maybeText,
  })
  .transform((row): ShippedOrder => ({
    postingId: row.orderId,
    fulfillmentId: null,
    items: [
      {
        itemSeq: row.orderItemSeqId,
        locationId: row.externalFacilityId,
        shippedDate: row.shippedDate,
        trackingNumber: joinTrackingNumbers(row.trackingNumber),
        carrier: row.carrier,
      },
    ],
  }));

export const fulfillmentCsvFeed = defineImportFeed<ShippedOrder>({
  name: 'fulfillment-csv',
  label: 'Fulfillments from NetSuite (CSV)',
  directory: IMPORT_DIRECTORIES['fulfillment-csv'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.fulfillmentCsv),
  read: (content) => {
    const rows = readCsvRows(content, FULFILLMENT_IMPORT_COLUMNS, Row);
    return rows.ok ? { ok: true, value: joinParcels(rows.value) } : rows;
  },
  apply: applyShippedOrder,
});

/** Joins the rows of one order into one, placed at the first of them. */
function joinParcels(rows: ReadonlyArray<ReadRow<ShippedOrder>>): Array<ReadRow<ShippedOrder>> {
  const joined: Array<ReadRow<ShippedOrder>> = [];
  const places = new Map<string, number>();
  for (const read of rows) {
    const place = 'row' in read ? places.get(read.row.postingId) : undefined;
    const before = place === undefined ? undefined : joined[place];
    if (place === undefined || before === undefined || 'fault' in before || 'fault' in read) {
      if ('row' in read) places.set(read.row.postingId, joined.length);
      joined.push(read);
    } else {
      const items = [...before.row.items, ...read.row.items];
      joined[place] = { line: before.line, row: { ...before.row, items } };
    }
  }
  return joined;
}
