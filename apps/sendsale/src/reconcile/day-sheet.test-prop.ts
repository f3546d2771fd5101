// The sheet adds up to the records, whatever they are; a cent on any side never passes for nothing.

import {
  compareBooks,
  DEFAULT_JUDGING,
  judgeDifferences,
  MEASURES,
  omsBook,
  orderFigures,
} from '@sendsale/domain';
import type { Measure, ThreeBooks } from '@sendsale/domain';
import { recordComparison } from '@sendsale/oms';
import { defined, sumMinor } from '@sendsale/std';
import { reconciledDays, reconciledRows } from '@sendsale/store/read';
import { createTestDatabase, seedNetwork } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreeingBooks } from '../testing/agreeing-books.ts';
import type { Prices, SomeBooks } from '../testing/agreeing-books.ts';
import { sheetView } from '../views/reconciliation-view.ts';
import { daySheetCsv } from './day-sheet-csv.ts';

let kit: TestDatabase;
beforeAll(async () => {
  kit = await createTestDatabase();
  await seedNetwork(kit.db);
}, 180_000);
afterAll(async () => kit.close());

const goods = fc.record({ price: fc.integer({ min: 1, max: 90_000 }), tax: fc.nat(9_000) });
const prices: fc.Arbitrary<Prices> = fc.record({
  carried: goods,
  sent: fc.array(goods, { minLength: 1, maxLength: 3 }),
  shipping: fc.nat(2_000),
  firstTender: fc.integer({ min: 1, max: 99 }),
  isReturned: fc.boolean(),
});
const change = fc.record({ place: fc.nat(), by: fc.constantFrom(-1, 1) });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

test('a cent more or less in any record of any side is named; without it nothing is', () => {
  fc.assert(
    fc.property(prices, change, (given, by) => {
      const books = agreeingBooks(given, 0);
      expect(compareBooks(threeOf(books))).toEqual([]);
      expect(compareBooks(threeOf(changed(books, by)))).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('the rows of the CSV and its totals are the sums of the records, and what differs has its code', async () => {
  const order = fc.record({ given: prices, by: fc.option(change) });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 5 }), async (orders) => {
      run += 1;
      const books = orders.map(({ given, by }, index) => {
        const agreeing = agreeingBooks(given, run * 10 + index);
        return by === null ? agreeing : changed(agreeing, by);
      });
      const lines = await sheetOf(books, `2026-10-${String(run).padStart(2, '0')}`);
      for (const measure of MEASURES) {
        const mine = lines.filter((one) => one.measure === measure);
        const rows = mine.filter((one) => one.order !== 'TOTAL');
        const [total, ...more] = mine.filter((one) => one.order === 'TOTAL');
        const sums = sumsOf(books)[measure];
        expect(more).toEqual([]);
        expect(defined(total, 'Each measure has a total.').sides).toEqual(sums);
        expect([0, 1, 2].map((side) => sumMinor(rows.map((one) => one.sides[side] ?? 0)))).toEqual(
          sums,
        );
      }
      const named = new Set(lines.filter((one) => one.codes !== '').map((one) => one.order));
      const wrong = books.filter((_, index) => orders[index]?.by !== null);
      expect([...named].sort()).toEqual(wrong.map(({ shopify }) => shopify.name).sort());
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

function threeOf({ shopify, rows, netsuite }: SomeBooks): ThreeBooks {
  const byPosting = new Map(netsuite.map((book) => [book.postingId, book]));
  return { shopify, oms: omsBook(rows), netsuite: byPosting };
}

const MONEY = new Set(['amount', 'total', 'current', 'unitPrice', 'goods', 'tax']);

/** A copy in which one of all its amounts is another. */
function changed(books: SomeBooks, { place, by }: Change): SomeBooks {
  const copy = structuredClone(books);
  const all = moneyIn(copy).filter(({ holder }) => !isShareOfCashSale(holder));
  const { holder, key, amount } = defined(all[place % all.length], 'There is money.');
  Reflect.set(holder, key, amount + by);
  return copy;
}

interface Place {
  readonly holder: object;
  readonly key: string;
  readonly amount: number;
}

function moneyIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    typeof child === 'number' && MONEY.has(key)
      ? [{ holder: value, key, amount: child }]
      : moneyIn(child),
  );
}

// What of a tender paid for what was carried out is no record of any side: a cash sale has no deposit.
function isShareOfCashSale(holder: object): boolean {
  const keys = Object.keys(holder).join();
  return keys === 'postingId,amount' && String(Reflect.get(holder, 'postingId')).endsWith('-C');
}

interface Line {
  readonly order: string;
  readonly measure: string;
  /** Shopify, OMS, NetSuite in cents; 0 where a side has no such figure. */
  readonly sides: readonly number[];
  readonly codes: string;
}

/** The sheet as an accountant gets it. */
async function sheetOf(books: readonly SomeBooks[], day: string): Promise<Line[]> {
  const at = new Date('2026-11-24T12:00:00Z');
  const orders = books.map((one) => {
    const three = threeOf(one);
    const changedAt = one.rows.changedAt;
    const differences = judgeDifferences(compareBooks(three), DEFAULT_JUDGING, { at, changedAt });
    const { shopId, shopifyId, name, currency } = one.rows;
    const figures = orderFigures(three, differences);
    return { shopId, shopifyId, orderId: null, name, currency, day, figures, differences };
  });
  await recordComparison(kit.db, { orders, at });
  const days = await reconciledDays(kit.db, { from: day, to: day });
  const sheets = [];
  for (const one of days) sheets.push(sheetView(one, await reconciledRows(kit.db, one)));
  const [, ...lines] = daySheetCsv(sheets).trimEnd().split('\r\n');
  return lines.map((text) => {
    // The causes, which may hold commas, come last.
    const cells = text.split(',');
    const cents = (cell: string): number => Number(cell.replace('.', ''));
    const [, , , order = '', measure = ''] = cells;
    return { order, measure, sides: cells.slice(5, 8).map(cents), codes: cells[11] ?? '' };
  });
}

/** From the records alone: Shopify, OMS, NetSuite. */
function sumsOf(books: readonly SomeBooks[]): Readonly<Record<Measure, readonly number[]>> {
  const rows = books.map((one) => one.rows);
  const theirs = books.flatMap((one) => one.netsuite);
  const sum = (money: ReadonlyArray<{ readonly amount: number }>) =>
    sumMinor(money.map(({ amount }) => amount));
  const goodsOf = sumMinor(rows.flatMap(({ items }) => items.map((one) => one.unitPrice)));
  const sold = goodsOf + sum(rows.flatMap((one) => one.adjustments));
  const back = rows.flatMap(({ returns }) => returns.map((one) => one.goods + one.tax));
  const cash = sum(theirs.flatMap((one) => one.cashSales));
  const credits = sum(theirs.flatMap((one) => one.credits));
  const refunds = sum(theirs.flatMap((one) => one.refunds));
  const deposits = sum(theirs.flatMap((one) => one.deposits));
  const ordered = sum(theirs.flatMap((one) => one.salesOrders));
  const shopify = books.map((one) => one.shopify);
  return {
    SALES: [
      sumMinor(shopify.map((one) => one.current)),
      sold - sumMinor(back),
      ordered + cash - credits,
    ],
    RECEIVED: [
      sum(shopify.flatMap((one) => one.received)),
      sum(rows.flatMap((one) => one.received)),
      deposits + cash - (credits - refunds),
    ],
    REFUNDED: [
      sum(shopify.flatMap((one) => one.refunded)),
      sum(rows.flatMap((one) => one.refunded)),
      refunds,
    ],
    BILLED: [0, sold, sum(theirs.flatMap((one) => one.invoices)) + cash],
  };
}
