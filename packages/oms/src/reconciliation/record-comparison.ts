// Records what a comparison of the books found: rows for the sheet, one problem an order that needs somebody, and
// a hold while NetSuite's arithmetic is off by more than the retailer accepts.

import { differenceDefinition, isBeyondLimit, problem } from '@sendsale/domain';
import type { JudgedDifference, OrderFigure, Problem, Said } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { formatMinor } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { resolveProblems, saveComparedOrders, saveProblems } from '@sendsale/store/write';
import type { ComparedOrder, DifferenceRow } from '@sendsale/store/write';
import { holdOrder } from '../orders/hold-order.ts';

export interface OrderComparison extends Omit<ComparedOrder, 'figures' | 'differences'> {
  readonly figures: readonly OrderFigure[];
  readonly differences: readonly JudgedDifference[];
}

export interface RecordComparisonOptions {
  /** A batch; all of it is recorded in one transaction. */
  readonly orders: readonly OrderComparison[];
  readonly at: Date;
}

const CODE = 'BOOKS_DISAGREE';
const ACTOR = 'reconciliation';

/** Repeating it changes nothing but the times. */
export async function recordComparison(
  db: Database,
  { orders, at }: RecordComparisonOptions,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const rows = orders.map((order) => ({
      ...order,
      differences: order.differences.map((one) => rowOf(one, order.currency)),
    }));
    await saveComparedOrders(tx, rows, at);
    const wrong = orders.filter((order) => serious(order).length > 0);
    const opened = await saveProblems(tx, wrong.map(problemOf), at);
    const right = orders.filter((order) => serious(order).length === 0).map(subjectOf);
    const resolution = 'The books agree.';
    await resolveProblems(tx, { code: CODE, subjects: right, resolution, at });
    await holdBeyondLimit(tx, { orders, opened: new Set(opened), at });
  });
}

function serious(order: OrderComparison): readonly JudgedDifference[] {
  return order.differences.filter(({ kind }) => kind === 'DIFFERENCE');
}

function subjectOf(order: OrderComparison): string {
  return order.orderId ?? `${order.shopId}/${order.shopifyId}`;
}

function problemOf(order: OrderComparison): Problem {
  const found = serious(order);
  const codes = [...new Set(found.map(({ code }) => code))];
  const what = codes.map((code) => differenceDefinition(code).what).join(', ');
  return problem({
    code: CODE,
    subject: subjectOf(order),
    orderId: order.orderId,
    message: `Order ${order.name}: ${what}.`,
    detail: { codes, day: order.day },
  });
}

interface Holding {
  readonly orders: readonly OrderComparison[];
  /** Subjects whose problem was opened by this comparison: only then is an order held, so that a person may let it go. */
  readonly opened: ReadonlySet<string>;
  readonly at: Date;
}

async function holdBeyondLimit(tx: Database, { orders, opened, at }: Holding): Promise<void> {
  const via = 'reconciliation';
  for (const order of orders) {
    const { orderId } = order;
    if (orderId === null) continue;
    if (isBeyondLimit(order.differences) && opened.has(subjectOf(order))) {
      const reason = 'NetSuite comes to another amount than the limit allows.';
      // An order that has ended cannot be held; its problem shows it.
      await holdOrder(tx, { orderId, reason, actor: ACTOR, via, at });
    }
  }
}

export function rowOf(one: JudgedDifference, currency: string): DifferenceRow {
  const isMoney = one.amount !== null;
  const text = (said: Said): string | null => {
    if (said === null || typeof said === 'string') return said;
    if (Number.isNaN(said)) return 'unreadable';
    return isMoney ? formatMinor(said, currency) : String(said);
  };
  return {
    code: one.code,
    record: one.record,
    kind: one.kind,
    shopify: text(one.shopify),
    oms: text(one.oms),
    netsuite: text(one.netsuite),
    amountMinor: one.amount === null || Number.isNaN(one.amount) ? null : one.amount,
    cause: one.cause,
  };
}
