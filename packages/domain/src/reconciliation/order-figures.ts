// What an accountant adds up: four figures an order, as each side has them.

import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { NetsuiteBook, OmsBook } from './books.ts';
import { standingOf } from './compare-books.ts';
import type { ThreeBooks } from './compare-books.ts';
import { isExchange } from './compare-money.ts';
import { billedOf, standingOfSale } from './compare-posting.ts';
import type { JudgedDifference } from './judge-differences.ts';

/** SALES: what stands of the orders. RECEIVED, REFUNDED: money. BILLED: invoices and cash sales. */
export const MEASURES = ['SALES', 'RECEIVED', 'REFUNDED', 'BILLED'] as const;
export type Measure = (typeof MEASURES)[number];

export interface OrderFigure {
  readonly measure: Measure;
  /** Null: the side has no such figure, or was not read. */
  readonly shopify: Minor | null;
  readonly oms: Minor | null;
  readonly netsuite: Minor | null;
  /** Of the difference, what is a named variance. */
  readonly variance: Minor;
}

type Sides = Omit<OrderFigure, 'measure' | 'variance'>;

/** An unreadable amount of NetSuite counts as nothing: the difference then shows all of it. */
export function orderFigures(
  books: ThreeBooks,
  judged: readonly JudgedDifference[],
): readonly OrderFigure[] {
  const { shopify, oms, netsuite } = books;
  const theirs = oms === null || netsuite === null ? null : netsuiteFigures(oms, netsuite);
  const billed = oms === null ? null : sumMinor(oms.postings.map((one) => billedOf(one) ?? 0));
  const sides: Readonly<Record<Measure, Sides>> = {
    SALES: {
      shopify: shopify?.current ?? null,
      oms: oms === null ? null : standingOf(oms),
      netsuite: theirs?.sales ?? null,
    },
    RECEIVED: {
      shopify: shopify === null ? null : total(shopify.received),
      oms: oms === null ? null : total(oms.received),
      netsuite: theirs?.received ?? null,
    },
    REFUNDED: {
      shopify: shopify === null ? null : total(shopify.refunded),
      oms: oms === null ? null : total(oms.refunded),
      netsuite: theirs?.refunded ?? null,
    },
    BILLED: { shopify: null, oms: billed, netsuite: theirs?.billed ?? null },
  };
  return MEASURES.map((measure) => ({
    measure,
    ...sides[measure],
    variance: varianceOf(measure, sides[measure], judged),
  }));
}

/** NetSuite less Shopify; less the OMS where Shopify has no figure. A side that is missing counts as nothing. */
export function differenceOf(figure: Sides): Minor {
  const from = figure.shopify ?? figure.oms ?? 0;
  return (figure.netsuite ?? 0) - from;
}

function netsuiteFigures(oms: OmsBook, netsuite: ReadonlyMap<string, NetsuiteBook>) {
  const books = oms.postings.flatMap((posting) => netsuite.get(posting.id) ?? []);
  const credits = amounts(books.flatMap((book) => book.credits));
  const cash = amounts(books.flatMap((book) => book.cashSales));
  const orders = books.flatMap((book) => book.salesOrders).map(standingOfSale);
  const back = books.flatMap((book) => book.refunds).filter((refund) => !isExchange(refund));
  const refunded = amounts(back);
  const deposits = amounts(books.flatMap((book) => book.deposits));
  const creditRefunds = amounts(back.filter((refund) => refund.source === 'CREDIT'));
  return {
    sales: readable([...orders, cash, -credits]),
    // What is credited and not paid out pays for the goods of an exchange.
    received: readable([deposits, cash, -(credits - creditRefunds)]),
    refunded: readable([refunded]),
    billed: readable([amounts(books.flatMap((book) => book.invoices)), cash]),
  };
}

function amounts(money: ReadonlyArray<{ readonly amount: number }>): number {
  return readable(money.map(({ amount }) => amount));
}

function readable(parts: readonly number[]): Minor {
  return sumMinor(parts.filter((amount) => !Number.isNaN(amount)));
}

function total(tenders: ReadonlyArray<{ readonly amount: Minor }>): Minor {
  return sumMinor(tenders.map(({ amount }) => amount));
}

const VARYING: Readonly<Partial<Record<Measure, readonly string[]>>> = {
  SALES: ['SALE_TOTAL_DIFFERS', 'CREDIT_DIFFERS'],
  BILLED: ['INVOICE_DIFFERS', 'SALE_TOTAL_DIFFERS'],
};

// Only as much of a difference is variance as named variances account for.
function varianceOf(measure: Measure, sides: Sides, judged: readonly JudgedDifference[]): Minor {
  const codes = VARYING[measure] ?? [];
  const isNamed = judged.some(({ kind, code }) => kind === 'VARIANCE' && codes.includes(code));
  return isNamed ? differenceOf(sides) : 0;
}
