// One order, three books: what differs, to the cent.

import type { Difference } from '@sendsale/api';
import type { OrderBooks } from '@sendsale/netsuite';
import type { ShopifyOrderBook } from '@sendsale/shopify';
import { formatMinor, parseMinor, sumMinor } from '@sendsale/std';
import type { OmsOrderBook } from '@sendsale/store/read';

export interface ThreeBooks {
  readonly shopify: ShopifyOrderBook | null;
  readonly oms: OmsOrderBook | null;
  /** By posting id; null when NetSuite could not be read at all. */
  readonly netsuite: ReadonlyMap<string, OrderBooks> | null;
}

export function compareOrder({ shopify, oms, netsuite }: ThreeBooks): Difference[] {
  if (oms === null) {
    return shopify === null
      ? []
      : [missing(shopify.name, 'order', 'Not downloaded yet, or refused: see the problems.')];
  }
  const differences = shopify === null ? [] : compareShopify(shopify, oms);
  if (netsuite === null) return differences;
  return [
    ...differences,
    ...oms.postings.flatMap((posting) => comparePosting(oms, posting, netsuite.get(posting.id))),
  ];
}

function compareShopify(shopify: ShopifyOrderBook, oms: OmsOrderBook): Difference[] {
  const row = differ(oms);
  return [
    ...row(
      'total',
      { shopify: shopify.total, oms: oms.total },
      'The order changed in Shopify after the last download.',
    ),
    ...row(
      'refunded',
      { shopify: shopify.refunded, oms: oms.refunded },
      'A refund has not been downloaded yet.',
    ),
    ...(shopify.cancelled === (oms.status === 'CANCELLED')
      ? []
      : [
          {
            order: oms.name,
            what: 'cancelled',
            shopify: String(shopify.cancelled),
            oms: oms.status,
            netsuite: null,
            cause:
              'The cancel has not been downloaded yet, or only part of the order could be cancelled.',
          },
        ]),
  ];
}

type Posting = OmsOrderBook['postings'][number];

function comparePosting(
  oms: OmsOrderBook,
  posting: Posting,
  books: OrderBooks | undefined,
): Difference[] {
  const booked = posting.kind === 'CASH_SALE' ? books?.cashSales : books?.salesOrders;
  const other = posting.kind === 'CASH_SALE' ? books?.salesOrders : books?.cashSales;
  const name = posting.kind === 'CASH_SALE' ? 'cash sale' : 'sales order';
  const [first, ...more] = booked ?? [];
  if (first === undefined) {
    // An order cancelled before it was sent has nothing to be booked.
    if (oms.status === 'CANCELLED' && posting.netsuiteId === null) return [];
    return [missing(oms.name, name, 'Not sent, not taken, or refused by NetSuite: see the order.')];
  }
  return [
    ...more.map(({ id, total }) => twice(oms.name, `second ${name} ${id}`, total)),
    ...(other ?? []).map(({ id, total }) => twice(oms.name, `${id} in the other book`, total)),
    ...differ(oms)(
      `${name} total`,
      { oms: posting.total, netsuite: amount(first.total, oms) },
      'NetSuite computed another amount; compare the lines.',
    ),
    ...(posting.kind === 'CASH_SALE' || books === undefined
      ? []
      : compareMoney(oms, posting, books)),
  ];
}

function compareMoney(oms: OmsOrderBook, posting: Posting, books: OrderBooks): Difference[] {
  const row = differ(oms);
  const total = (amounts: readonly string[]): number =>
    sumMinor(amounts.map((text) => amount(text, oms)));
  const deposited = total(books.deposits.map((deposit) => deposit.amount));
  const refunded = total(books.refunds.map((refund) => refund.amount));
  const invoiced = total(books.invoices.map((invoice) => invoice.total));
  const isDone = oms.status === 'COMPLETED';
  return [
    ...row(
      'deposits',
      { oms: posting.captured, netsuite: deposited },
      'A deposit is on its way or was refused.',
    ),
    ...(oms.postings.length > 1
      ? []
      : row(
          'refunds',
          { oms: oms.refunded, netsuite: refunded },
          'A refund is on its way or was refused.',
        )),
    ...(isDone
      ? row('invoiced', { oms: posting.total, netsuite: invoiced }, 'The invoice is not made yet.')
      : []),
  ];
}

function differ(oms: OmsOrderBook) {
  return (
    what: string,
    sides: { shopify?: number; oms: number; netsuite?: number },
    cause: string,
  ): Difference[] => {
    const amounts = [sides.shopify, sides.oms, sides.netsuite].filter((side) => side !== undefined);
    if (amounts.every((side) => side === sides.oms)) return [];
    const text = (side: number | undefined): string | null =>
      side === undefined || Number.isNaN(side) ? null : formatMinor(side, oms.currency);
    return [
      {
        order: oms.name,
        what,
        shopify: text(sides.shopify),
        oms: text(sides.oms),
        netsuite: text(sides.netsuite),
        cause,
      },
    ];
  };
}

// NaN differs from everything, so that an unreadable amount is shown and never taken for a match.
function amount(text: string, oms: OmsOrderBook): number {
  return parseMinor(text, oms.currency) ?? Number.NaN;
}

function missing(order: string, what: string, cause: string): Difference {
  return { order, what: `${what} missing`, shopify: null, oms: null, netsuite: null, cause };
}

function twice(order: string, what: string, total: string): Difference {
  return { order, what, shopify: null, oms: null, netsuite: total, cause: 'Booked twice.' };
}
