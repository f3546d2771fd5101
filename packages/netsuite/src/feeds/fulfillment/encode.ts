// Shipped items to rows of the fulfilled feed, with the shipment they left in (contract §9.1).

import type { DueFulfillment } from '@sendsale/store/read';
import { isoWithOffset } from '../../codec/calendar-date.ts';
import { cell, writeCsv } from '../../codec/write-csv.ts';
import { FULFILLED_TAG, FULFILLMENT_COLUMNS } from '../../contract/index.ts';
import type { EncodedFile } from '../export-feed.ts';
import type { Located } from '../located-lines.ts';
import type { OrderLines } from '../order-lines.ts';
import { rowIdOf } from '../row-ids.ts';

/** The ledger's subject of a shipped item. */
export function fulfillmentSubject(line: Pick<DueFulfillment, 'shipmentId' | 'itemSeq'>): string {
  return `${line.shipmentId}.${line.itemSeq}`;
}

export function encodeFulfillments(
  orders: ReadonlyArray<OrderLines<Located<DueFulfillment>>>,
): EncodedFile {
  const lines = orders.flat();
  return {
    content: writeCsv(FULFILLMENT_COLUMNS, lines.map(fulfillmentRow)),
    rows: lines.map((line, index) => ({
      subject: fulfillmentSubject(line),
      revision: 1,
      orderId: line.orderId,
      externalId: line.shipmentId,
      line: index + 2,
    })),
  };
}

function fulfillmentRow(line: Located<DueFulfillment>) {
  return {
    lineId: line.netsuiteLine,
    internalId: line.postingNetsuiteId,
    item: '',
    quantity: String(line.quantity),
    location: line.locationId,
    tags: FULFILLED_TAG,
    shippedDate: isoWithOffset(line.shippedAt, line.timeZone),
    trackingNumber: cell(line.trackingNumber),
    carrier: cell(line.carrier),
    shipmentId: line.shipmentId,
    rowId: rowIdOf('fulfillment', { subject: fulfillmentSubject(line), revision: 1 }),
  };
}
