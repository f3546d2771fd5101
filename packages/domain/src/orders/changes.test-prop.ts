// Histories of an order: whatever edits, cancellations and refunds follow each other, what is booked and
// what is added to it come to the order's total, no unit is booked twice, and none comes back twice.

import fc from 'fast-check';
import { sumMinor } from '@sendsale/std';
import { expect, test } from 'vitest';
import { bareOrder } from '../test/bare-order.ts';
import { findChanges } from './find-changes.ts';
import type { IncomingLine, IncomingOrder, IncomingRefund } from './incoming-order.ts';
import { planOrder, sumOfParts } from './plan-order.ts';
import { planReturns } from './plan-returns.ts';
import type { KnownReturn } from './plan-returns.ts';
import { planSupplement } from './plan-supplement.ts';
import type { StoredAdjustment } from './plan-supplement.ts';
import { reviseOrder } from './revise-order.ts';
import type { StoredItem } from './revise-order.ts';

type Delivery = 'SHIP' | 'CARRY_OUT';
interface Line {
  readonly id: string;
  readonly delivery: Delivery;
  quantity: number;
  cancelled: number;
  returned: number;
  readonly unitPrice: number;
}

/** What happens at Shopify, one thing at a time. */
type Event =
  | { readonly kind: 'ADD_UNITS'; readonly line: number; readonly units: number }
  | { readonly kind: 'ADD_LINE'; readonly delivery: Delivery; readonly units: number }
  | { readonly kind: 'CANCEL_UNITS'; readonly line: number; readonly units: number }
  | { readonly kind: 'RETURN_UNITS'; readonly line: number; readonly units: number }
  | { readonly kind: 'SHIP_ALL' };

const units = fc.integer({ min: 1, max: 3 });
const line = fc.nat({ max: 5 });
const delivery = fc.constantFrom<Delivery>('SHIP', 'CARRY_OUT');
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('ADD_UNITS' as const), line, units }),
  fc.record({ kind: fc.constant('ADD_LINE' as const), delivery, units }),
  fc.record({ kind: fc.constant('CANCEL_UNITS' as const), line, units }),
  fc.record({ kind: fc.constant('RETURN_UNITS' as const), line, units }),
  fc.record({ kind: fc.constant('SHIP_ALL' as const) }),
);

/** Shopify's side of the history. */
class Shopify {
  readonly lines: Line[] = [];
  readonly refunds: IncomingRefund[] = [];

  add(delivery: Delivery, quantity: number): void {
    const id = `L${this.lines.length}`;
    const unitPrice = 1000 + this.lines.length * 7;
    this.lines.push({ id, delivery, quantity, cancelled: 0, returned: 0, unitPrice });
  }

  give(line: Line, quantity: number, restockType: 'CANCEL' | 'RETURN'): void {
    this.refunds.push({
      shopifyRefundId: String(this.refunds.length + 1),
      shopifyReturnId: null,
      happenedAt: new Date(this.refunds.length * 1000),
      note: null,
      lines: [
        {
          shopifyLineId: line.id,
          quantity,
          restockType,
          restocked: true,
          locationId: null,
          subtotal: line.unitPrice * quantity,
          tax: 3 * quantity,
        },
      ],
      shipping: 0,
      difference: 0,
      transactionIds: [],
    });
  }

  order(): IncomingOrder {
    const groups = (['CARRY_OUT', 'SHIP'] as const).map((delivery) => ({
      key: delivery,
      delivery,
      evidence: { rule: 'test', facts: {} },
      shippingTitle: null,
      locationId: null,
      adjustments: [],
      lines: this.lines.filter((line) => line.delivery === delivery).map(incomingLine),
    }));
    const order = bareOrder({
      refunds: this.refunds,
      shipGroups: groups.filter((group) => group.lines.length > 0),
    });
    return { ...order, total: sumOfParts(order) };
  }
}

function incomingLine(line: Line): IncomingLine {
  const tax = line.quantity * 83 + 1;
  return {
    shopifyLineId: line.id,
    variantId: null,
    sku: line.id,
    title: line.id,
    quantity: line.quantity,
    cancelledQuantity: line.cancelled,
    fulfilledQuantity: 0,
    unitPrice: line.unitPrice,
    requiresShipping: true,
    isGiftCard: false,
    adjustments: [
      { kind: 'TAX', amount: tax, title: null, code: null, rate: null },
      { kind: 'LINE_DISCOUNT', amount: -line.quantity * 11, title: null, code: null, rate: null },
    ],
  };
}

interface Item extends StoredItem {
  readonly postingId: string;
}

/** Our side: what is booked, and how each download changes it. */
class Books {
  items: Item[] = [];
  adjustments: StoredAdjustment[] = [];
  returned: KnownReturn[] = [];
  changes = new Set<string>();
  total = 0;
  supplements = 0;
  groups = 0;

  take(incoming: IncomingOrder): void {
    const isFirst = this.groups === 0;
    const number = isFirst ? 0 : this.supplements + 1;
    const order = isFirst ? incoming : planSupplement(incoming, this, number);
    if (order !== null) this.#lay(order, number);
    const revision = reviseOrder(incoming, { total: this.total, items: this.items });
    this.items = this.items.map((item) =>
      revision.cancelSeqs.includes(item.seq) ? { ...item, status: 'CANCELLED' } : item,
    );
    expect(revision.unfollowed).toEqual([]);
    for (const one of planReturns(incoming, this.items, {
      returned: this.returned,
      keys: [],
      postings: [],
    })) {
      const { key } = one;
      for (const { seq, quantity } of one.items)
        this.returned.push({ key, itemSeq: seq, quantity });
      expect(sumMinor(one.items.map((item) => item.goods))).toBe(one.goods);
    }
    for (const change of findChanges(incoming, this.changes)) {
      expect(this.changes.has(change.key)).toBe(false);
      this.changes.add(change.key);
    }
  }

  #lay(order: IncomingOrder, supplement: number): void {
    const { items, groups } = this;
    const start = {
      supplement,
      groups,
      items: items.length,
      adjustments: this.adjustments.length,
    };
    const plan = planOrder(order, 'M1', start);
    const kinds = new Map(plan.postings.map((posting) => [posting.id, posting.kind]));
    this.items.push(
      ...plan.items.map((item) => ({
        ...item,
        postingKind: kinds.get(item.postingId) ?? 'SALES_ORDER',
        allocated: false,
      })),
    );
    this.adjustments.push(...plan.adjustments);
    this.total += order.total;
    this.supplements = supplement;
    this.groups += plan.shipGroups.length;
  }

  ship(): void {
    this.items = this.items.map((item) =>
      item.status === 'CREATED' ? { ...item, status: 'COMPLETED' } : item,
    );
  }
}

function happen(shopify: Shopify, books: Books, one: Event): void {
  const { lines } = shopify;
  if (one.kind === 'SHIP_ALL') return books.ship();
  if (one.kind === 'ADD_LINE') return shopify.add(one.delivery, one.units);
  const line = lines[one.line % lines.length];
  if (line === undefined) return;
  const open = unitsWith(books, line, 'CREATED');
  if (one.kind === 'ADD_UNITS') line.quantity += one.units;
  if (one.kind === 'CANCEL_UNITS' && open >= one.units) {
    line.cancelled += one.units;
    shopify.give(line, one.units, 'CANCEL');
  }
  const gone = unitsWith(books, line, 'COMPLETED') - line.returned;
  if (one.kind === 'RETURN_UNITS' && gone >= one.units) {
    line.returned += one.units;
    shopify.give(line, one.units, 'RETURN');
  }
}

function unitsWith(books: Books, line: Line, status: Item['status']): number {
  return sumMinor(
    books.items
      .filter((item) => item.shopifyLineId === line.id && item.status === status)
      .map((item) => item.quantity),
  );
}

test('whatever happens to a booked order, its sums hold and nothing is booked or returned twice', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 15 }), (events) => {
      const shopify = new Shopify();
      const books = new Books();
      shopify.add('SHIP', 2);
      shopify.add('CARRY_OUT', 1);
      books.take(shopify.order());
      for (const one of events) {
        happen(shopify, books, one);
        const incoming = shopify.order();
        books.take(incoming);
        // The same download again is nothing new.
        const before = JSON.stringify([books.items, books.returned]);
        books.take(incoming);
        expect(JSON.stringify([books.items, books.returned])).toBe(before);
        expect(books.total).toBe(incoming.total);
      }
      for (const line of shopify.lines) {
        const mine = books.items.filter((item) => item.shopifyLineId === line.id);
        expect(sumMinor(mine.map((item) => item.quantity))).toBe(line.quantity);
        expect(unitsWith(books, line, 'CANCELLED')).toBe(line.cancelled);
        const seqs = new Set(mine.map((item) => item.seq));
        const back = books.returned.filter((one) => seqs.has(one.itemSeq ?? ''));
        expect(sumMinor(back.map((one) => one.quantity))).toBe(line.returned);
      }
      for (const item of books.items) {
        const back = books.returned.filter((one) => one.itemSeq === item.seq);
        expect(sumMinor(back.map((one) => one.quantity))).toBeLessThanOrEqual(item.quantity);
      }
      expect(new Set(books.items.map((item) => item.seq)).size).toBe(books.items.length);
      expect(books.changes.size).toBe(shopify.refunds.length);
    }),
  );
});
