// Cancelled lines to rows of the update map: `closed` is true, nothing else changes (contract §6).

import { formatMinor } from '@sendsale/std';
import type { DueClosing } from '@sendsale/store/read';
import { writeCsv } from '../../codec/write-csv.ts';
import { ITEM_CLOSE_COLUMNS } from '../../contract/index.ts';
import type { EncodedFile } from '../export-feed.ts';
import type { OrderLines } from '../order-lines.ts';
import { rowIdOf } from '../row-ids.ts';

export function encodeClosings(orders: ReadonlyArray<OrderLines<DueClosing>>): EncodedFile {
  const lines = orders.flat();
  return {
    content: writeCsv(ITEM_CLOSE_COLUMNS, lines.map(closingRow)),
    rows: lines.map((line, index) => ({
      subject: line.subject,
      revision: line.revision,
      orderId: line.orderId,
      externalId: null,
      line: index + 2,
    })),
  };
}

function closingRow(line: DueClosing) {
  return {
    lineId: line.netsuiteLine,
    internalId: line.postingNetsuiteId,
    item: '',
    closed: line.priceMinor === null ? 'true' : '',
    quantity: '',
    location: '',
    price: line.priceMinor === null ? '' : formatMinor(line.priceMinor, line.currency),
    rowId: rowIdOf('item-close', line),
  };
}
