// Allocations to rows of the brokered feed (contract §6): the line, and the location that ships it.

import type { DueAllocation } from '@sendsale/store/read';
import { cell, writeCsv } from '../../codec/write-csv.ts';
import { ALLOCATION_COLUMNS } from '../../contract/index.ts';
import { addressCells } from '../../postings/posting-cells.ts';
import type { EncodedFile } from '../export-feed.ts';
import type { Located } from '../located-lines.ts';
import type { OrderLines } from '../order-lines.ts';
import { rowIdOf } from '../row-ids.ts';

export type DueLocatedAllocation = Located<DueAllocation>;

/** The ledger's subject of an allocation; its revision counts the item's allocations. */
export function allocationSubject(
  line: Pick<DueAllocation, 'orderId' | 'itemSeq' | 'isReleased'>,
): string {
  return `${line.orderId}.${line.itemSeq}${line.isReleased ? '.RELEASED' : ''}`;
}

export function encodeAllocations(
  orders: ReadonlyArray<OrderLines<DueLocatedAllocation>>,
): EncodedFile {
  const lines = orders.flat();
  return {
    content: writeCsv(ALLOCATION_COLUMNS, lines.map(allocationRow)),
    rows: lines.map((line, index) => ({
      subject: allocationSubject(line),
      revision: line.revision,
      orderId: line.orderId,
      externalId: null,
      line: index + 2,
    })),
  };
}

function allocationRow(line: DueLocatedAllocation) {
  return {
    lineId: line.netsuiteLine,
    internalId: line.postingNetsuiteId,
    // Blank: naming the item again would make NetSuite source its price anew.
    item: '',
    closed: '',
    quantity: String(line.quantity),
    location: line.locationId,
    addressee: cell(line.shipTo?.name ?? line.shipTo?.company ?? null),
    ...addressCells(line.shipTo),
    shippingMethod: cell(line.shippingMethod),
    clearLocation: line.isReleased ? 'true' : '',
    rowId: rowIdOf('allocation', { subject: allocationSubject(line), revision: line.revision }),
  };
}
