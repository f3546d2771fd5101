// `npm run bench export`: rows a second of the sales-order feed's encoder, beside csv-stringify on the very same rows.
// The encoder makes the cells out of orders and turns them into text; csv-stringify only has the text to make.

import { salesOrderRows, encodeSalesOrders } from '@sendsale/netsuite';
import type { Booking } from '@sendsale/netsuite';
import { SALES_ORDER_COLUMNS } from '@sendsale/netsuite/contract';
import { assert } from '@sendsale/std';
import { plainCsv } from '../../../packages/netsuite/src/test/plain-csv.ts';
import {
  sampleBooking,
  sampleItem,
  samplePosting,
} from '../../../packages/netsuite/src/test/sample-posting.ts';
import { measure, printSides } from '../measure.ts';
import type { Measurement } from '../measure.ts';

const ORDERS = 3_000;
const RUNS = 9;
/** csv-stringify is much faster in pieces, so it is shown both ways. */
const PIECE = 250;

/** Both sides by turns, so that a busy moment meets both. */
export async function run(): Promise<void> {
  const bookings = makeBookings(ORDERS);
  const rows = [...salesOrderRows(bookings)];
  const all = [[...SALES_ORDER_COLUMNS], ...rows];
  let ours = '';
  let theirs = '';
  let pieces = '';
  const encoder: Measurement[] = [];
  const plain: Measurement[] = [];
  const inPieces: Measurement[] = [];
  for (let run = -1; run < RUNS; run += 1) {
    const first = await measure(() => void (ours = encodeSalesOrders(bookings).content));
    const second = await measure(() => void (theirs = plainCsv(all)));
    const third = await measure(() => void (pieces = stringifyInPieces(all)));
    // The first turn warms up.
    if (run < 0) continue;
    encoder.push(first);
    plain.push(second);
    inPieces.push(third);
  }
  assert(ours === theirs && ours === pieces, 'All sides wrote the same bytes.');
  const size = (Buffer.byteLength(ours) / 1e6).toFixed(1);
  const title = `export: ${rows.length} rows of ${ORDERS} sales orders, ${size} MB, the same bytes from all`;
  printSides(title, 'rows', [
    { name: 'sales-order feed, from orders', count: rows.length, runs: encoder },
    { name: `csv-stringify, from cells, ${PIECE} at a time`, count: rows.length, runs: inPieces },
    { name: 'csv-stringify, from cells, one call', count: rows.length, runs: plain },
  ]);
}

function stringifyInPieces(rows: readonly (readonly string[])[]): string {
  let text = '';
  for (let from = 0; from < rows.length; from += PIECE) {
    text += plainCsv(rows.slice(from, from + PIECE));
  }
  return text;
}

/** Orders of one to five lines, each another customer's. */
function makeBookings(count: number): Booking[] {
  return Array.from({ length: count }, (_, index) => {
    const postingId = `M${10_000 + index}`;
    const items = Array.from({ length: 1 + (index % 5) }, (_, line) =>
      sampleItem({
        seq: String(line + 1).padStart(5, '0'),
        sku: `SKU-${(index * 7 + line) % 400}`,
        netsuiteItemId: String(11_000 + ((index * 7 + line) % 400)),
        unitPriceMinor: 1_000 + ((index * 131 + line * 17) % 20_000),
      }),
    );
    const first = samplePosting();
    return sampleBooking(
      samplePosting({
        postingId,
        orderId: postingId,
        externalId: String(5_541_591_000_000 + index),
        shopifyId: String(5_541_591_000_000 + index),
        email: `customer${index}@example.com`,
        items,
        adjustments: first.adjustments.filter(({ itemSeq }) => itemSeq !== '00002'),
      }),
    );
  });
}
