// The compared books as the API shows them: money as decimal text, sums that foot.

import type {
  Difference,
  OrderBooksView,
  ReconciliationDay,
  ReconciliationSheet,
  SheetRow,
} from '@sendsale/api';
import { differenceDefinition, differenceOf, MEASURES } from '@sendsale/domain';
import type { Measure } from '@sendsale/domain';
import { formatMinor } from '@sendsale/std';
import type {
  FigureSums,
  ListedDifference,
  ReconciledDay,
  ReconciledRow,
} from '@sendsale/store/read';
import type { UnreadDay } from '../reconcile/reconcile.ts';

export function differenceView(one: ListedDifference): Difference {
  const { what, whatToDo } = differenceDefinition(one.code);
  const { name, amountMinor, firstSeenAt, lastSeenAt, resolvedAt, ...rest } = one;
  return {
    ...rest,
    order: name,
    what,
    whatToDo,
    amount: amountMinor === null ? null : formatMinor(amountMinor, one.currency),
    firstSeenAt: firstSeenAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
  };
}

/** A side that could not be read, as a difference of everything. */
export function unreadView(one: UnreadDay, at: Date): Difference {
  const code = one.side === 'SHOPIFY' ? 'SHOPIFY_UNREADABLE' : 'NETSUITE_UNREADABLE';
  const { what, whatToDo } = differenceDefinition(code);
  return {
    code,
    kind: 'DIFFERENCE',
    order: `all orders of ${one.shopId} on ${one.day}`,
    orderId: null,
    shopId: one.shopId,
    shopifyId: null,
    day: one.day,
    record: one.side === 'SHOPIFY' ? 'Shopify' : 'NetSuite',
    what,
    shopify: null,
    oms: null,
    netsuite: null,
    amount: null,
    currency: null,
    cause: one.message,
    whatToDo,
    firstSeenAt: at.toISOString(),
    lastSeenAt: at.toISOString(),
    resolvedAt: null,
  };
}

export function dayView(day: ReconciledDay): ReconciliationDay {
  const { totals, comparedAt, ...rest } = day;
  return {
    ...rest,
    comparedAt: comparedAt.toISOString(),
    totals: inOrder(totals).map((sums) => ({
      measure: sums.measure,
      orders: { ...sums.orders },
      ...figuresView(sums, day.currency),
    })),
  };
}

export function sheetView(day: ReconciledDay, rows: readonly ReconciledRow[]): ReconciliationSheet {
  return {
    ...dayView(day),
    rows: rows.filter((row) => row.currency === day.currency).map(rowView),
  };
}

export function rowView(row: ReconciledRow): SheetRow {
  return {
    order: row.name,
    orderId: row.orderId,
    shopifyId: row.shopifyId,
    measure: row.measure,
    ...figuresView(row, row.currency),
    codes: [...row.codes],
    cause: row.causes.join(' '),
  };
}

function figuresView(sums: FigureSums, currency: string) {
  const money = (minor: number | null): string | null =>
    minor === null ? null : formatMinor(minor, currency);
  const difference = differenceOf(sums);
  return {
    shopify: money(sums.shopify),
    oms: money(sums.oms),
    netsuite: money(sums.netsuite),
    difference: formatMinor(difference, currency),
    variance: formatMinor(sums.variance, currency),
    unexplained: formatMinor(difference - sums.variance, currency),
  };
}

function inOrder<T extends { readonly measure: Measure }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure));
}

export type OrderBooksHead = Pick<OrderBooksView, 'rows' | 'differences' | 'day'>;
