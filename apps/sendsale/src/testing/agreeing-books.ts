// Orders of which the three books agree, of any prices: an item carried out, items sent, shipping, two tenders, and
// sometimes what was carried out comes back.

import { omsBook } from '@sendsale/domain';
import type { BookRows, NetsuiteBook, ShopifyBook } from '@sendsale/domain';
import { sumMinor } from '@sendsale/std';

/** The rows and records of one order, as the sides keep them. */
export interface SomeBooks {
  readonly shopify: ShopifyBook;
  readonly rows: BookRows;
  readonly netsuite: readonly NetsuiteBook[];
}

export interface Prices {
  readonly carried: Goods;
  readonly sent: readonly Goods[];
  readonly shipping: number;
  /** Hundredths of each posting that the first tender pays. */
  readonly firstTender: number;
  readonly isReturned: boolean;
}

interface Goods {
  readonly price: number;
  readonly tax: number;
}

const AT = new Date('2026-11-23T12:00:00Z');
const SHOP = 'shop';
const CURRENCY = 'USD';

/** @param index tells the orders of one day apart */
export function agreeingBooks(given: Prices, index: number): SomeBooks {
  const { carried, sent, isReturned } = given;
  const orderId = `M${10_001 + index}`;
  const head = { shopId: SHOP, shopifyId: `${7000 + index}`, name: `#${1001 + index}` };
  const cashTotal = carried.price + carried.tax;
  const sentTotal = sumMinor([...sent.flatMap(({ price, tax }) => [price, tax]), given.shipping]);
  const received = tenders(given, { orderId, cashTotal, sentTotal });
  const total = cashTotal + sentTotal;
  const back = isReturned ? cashTotal : 0;
  const refundShares = [{ postingId: `${orderId}-C`, amount: back }];
  const refund = { id: `8${index}`, gateway: 'cash', amount: back };
  const rows: BookRows = {
    ...head,
    orderId,
    currency: CURRENCY,
    status: 'COMPLETED',
    orderedAt: AT,
    changedAt: AT,
    total,
    received,
    refunded: isReturned ? [{ ...refund, shares: refundShares }] : [],
    ...goodsRows(given, orderId),
    returns: isReturned ? [returned(carried, orderId)] : [],
    refundCharges: [],
    sent: [],
  };
  const lines = [carried, ...sent].map((_, at) => {
    return { lineId: `${at}`, units: 1, current: at === 0 && isReturned ? 0 : 1 };
  });
  const shopify: ShopifyBook = {
    ...head,
    currency: CURRENCY,
    orderedAt: AT,
    cancelled: false,
    total,
    removedShipping: 0,
    current: total - back,
    received: received.map(({ id, gateway, amount }) => ({ id, gateway, amount })),
    refunded: isReturned ? [refund] : [],
    lines,
  };
  return { shopify, rows, netsuite: netsuiteOf(rows) };
}

function tenders(
  { firstTender }: Prices,
  of: { readonly orderId: string; readonly cashTotal: number; readonly sentTotal: number },
): BookRows['received'] {
  const part = (whole: number): number => Math.floor((whole * firstTender) / 100);
  const first = [part(of.cashTotal), part(of.sentTotal)] as const;
  const second = [of.cashTotal - first[0], of.sentTotal - first[1]] as const;
  return [first, second].map(([cash, deposit], at) => ({
    id: `9${at}${of.orderId.slice(1)}`,
    gateway: at === 0 ? 'cash' : 'shopify_payments',
    amount: cash + deposit,
    shares: [
      { postingId: `${of.orderId}-C`, amount: cash },
      { postingId: of.orderId, amount: deposit },
    ],
  }));
}

function goodsRows({ carried, sent, shipping, isReturned }: Prices, orderId: string) {
  const all = [carried, ...sent].map((one, at) => {
    const postingId = at === 0 ? `${orderId}-C` : orderId;
    return { ...one, at, postingId, seq: `0000${at + 1}` };
  });
  return {
    items: all.map(({ seq, postingId, at, price }) => ({
      seq,
      postingId,
      shopifyLineId: `${at}`,
      quantity: 1,
      unitPrice: price,
      status: 'COMPLETED' as const,
      returned: at === 0 && isReturned ? 1 : 0,
      shipped: at > 0,
    })),
    adjustments: [
      ...all.map(({ seq, postingId, tax }) => {
        return { postingId, itemSeq: seq, kind: 'TAX' as const, amount: tax };
      }),
      { postingId: orderId, itemSeq: null, kind: 'SHIPPING' as const, amount: shipping },
    ],
    postings: [
      { id: orderId, kind: 'SALES_ORDER' as const, netsuiteId: 'S', invoiceIds: [] },
      { id: `${orderId}-C`, kind: 'CASH_SALE' as const, netsuiteId: 'C', invoiceIds: [] },
    ],
  };
}

function returned({ price, tax }: Goods, orderId: string): BookRows['returns'][number] {
  const postingId = `${orderId}-C`;
  const money = { goods: price, tax, shipping: 0, beyond: 0, paid: price + tax };
  return { id: `R${orderId}`, postingId, ...money, isExchange: false };
}

function netsuiteOf(rows: BookRows): readonly NetsuiteBook[] {
  return omsBook(rows).postings.map((posting) => {
    const isCash = posting.kind === 'CASH_SALE';
    const lines = posting.lines.map(({ key, kind, quantity, amount }) => {
      return { key, type: kind === 'TAX' ? 'HC_TAX' : '', quantity, amount, closed: false };
    });
    const money = { externalId: '', status: '', amount: posting.total };
    const sale = { ...money, id: isCash ? 'C' : 'S', lines };
    const paid = rows.received.flatMap(({ id, shares }) =>
      shares
        .filter((one) => one.postingId === posting.id && one.amount > 0)
        .map((one) => {
          return { id: `D${id}`, externalId: id, status: '', amount: one.amount };
        }),
    );
    const seqs = rows.items.filter((one) => one.shipped).map(({ seq }) => seq);
    const shipped = seqs.map((key) => ({
      id: `F${key}`,
      status: 'Shipped',
      lines: [{ key, quantity: 1 }],
    }));
    const back = isCash ? rows.refunded : [];
    return {
      postingId: posting.id,
      salesOrders: isCash ? [] : [sale],
      cashSales: isCash ? [sale] : [],
      deposits: isCash ? [] : paid,
      invoices: isCash ? [] : [{ ...money, id: 'I', open: 0 }],
      refunds: back.map(({ id, amount }) => {
        return { id: `B${id}`, externalId: id, status: '', amount, source: 'CREDIT' as const };
      }),
      credits: back.map(({ id, amount }) => {
        const returnId = rows.returns[0]?.id ?? '';
        return { ...money, id: `K${id}`, amount, returnId, openForExchange: 0 };
      }),
      fulfillments: isCash ? [] : shipped,
    };
  });
}
