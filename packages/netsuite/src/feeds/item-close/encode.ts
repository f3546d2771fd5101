// Cancelled lines to rows of the update map: `closed` is true, nothing else changes (contract §6). Ours: what a charge
// line is reduced to, and the discount of the whole order where it is another one now.

import type { DueBodyDiscount, DueClosing } from '@sendsale/store/read';
import { formatMinor } from '@sendsale/std';
import { writeCsv } from '../../codec/write-csv.ts';
import { ITEM_CLOSE_COLUMNS } from '../../contract/index.ts';
import type { EncodedFile } from '../export-feed.ts';
import type { OrderLines } from '../order-lines.ts';
import { rowIdOf } from '../row-ids.ts';

/** A change of one order in NetSuite. */
export type Closing = DueClosing | (DueBodyDiscount & { readonly discountItem: string });

export function encodeClosings(orders: ReadonlyArray<OrderLines<Closing>>): EncodedFile {
  const changes = orders.flat();
  return {
    content: writeCsv(ITEM_CLOSE_COLUMNS, changes.map(closingRow)),
    rows: changes.map((change, index) => ({
      subject: change.subject,
      revision: change.revision,
      orderId: change.orderId,
      externalId: null,
      line: index + 2,
    })),
  };
}

function closingRow(change: Closing) {
  const blank = {
    lineId: '',
    internalId: change.postingNetsuiteId,
    item: '',
    closed: '',
    quantity: '',
    location: '',
    price: '',
    discountItem: '',
    discountRate: '',
    rowId: rowIdOf('item-close', change),
  };
  if ('discountMinor' in change) {
    const discountRate = formatMinor(change.discountMinor, change.currency);
    return { ...blank, discountItem: change.discountItem, discountRate };
  }
  const { netsuiteLine: lineId, priceMinor, currency } = change;
  if (priceMinor === null) return { ...blank, lineId, closed: 'true' };
  return { ...blank, lineId, price: formatMinor(priceMinor, currency) };
}
