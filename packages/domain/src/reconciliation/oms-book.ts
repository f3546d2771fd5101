// Our own side of the comparison, worked out from the rows an order is kept in. Pure.

import { sumMinor } from '@sendsale/std';
import type { AdjustmentKind } from '../orders/incoming-order.ts';
import type { PostingKind } from '../orders/delivery.ts';
import type { ItemStatus } from '../orders/order-status.ts';
import { postingAmounts } from '../orders/posting-amounts.ts';
import type { OmsBook, OmsPosting, OmsReturn } from './books.ts';

export interface BookRows extends Omit<OmsBook, 'items' | 'postings' | 'returns' | 'givenBack'> {
  readonly items: readonly BookItem[];
  readonly adjustments: readonly BookAdjustment[];
  readonly postings: ReadonlyArray<{
    readonly id: string;
    readonly kind: PostingKind;
    readonly netsuiteId: string | null;
    readonly invoiceIds: readonly string[];
  }>;
  readonly returns: readonly BookReturn[];
  /** What refunds state beside their goods: shipping, and what was kept (positive) or added (negative). */
  readonly refundCharges: ReadonlyArray<{ readonly shipping: number; readonly difference: number }>;
}

export interface BookItem {
  readonly seq: string;
  readonly postingId: string;
  readonly shopifyLineId: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly status: ItemStatus;
  readonly returned: number;
  readonly shipped: boolean;
}

export interface BookAdjustment {
  readonly postingId: string;
  readonly itemSeq: string | null;
  readonly kind: AdjustmentKind;
  readonly amount: number;
}

export interface BookReturn {
  readonly id: string;
  readonly postingId: string;
  readonly goods: number;
  readonly tax: number;
  readonly shipping: number;
  /** Money beyond both. */
  readonly beyond: number;
  readonly isExchange: boolean;
  /** Of the refund's money, what is this posting's. */
  readonly paid: number;
}

export function omsBook(rows: BookRows): OmsBook {
  const { adjustments, refundCharges, ...head } = rows;
  const returns = rows.returns.map(returnOf);
  const whole = rows.postings.map((posting) => postingOf(posting, rows.items, adjustments));
  // Of an order that was cancelled as a whole nothing stands.
  const postings =
    rows.status === 'CANCELLED' ? whole.map((posting) => ({ ...posting, standing: 0 })) : whole;
  const back = givenBack(rows, refundCharges);
  // What is given back beside goods is a discount of the sales order; a cash sale has no way to take it.
  const taker = postings.find(({ kind, standing }) => kind === 'SALES_ORDER' && standing !== 0);
  return {
    ...head,
    postings: postings.map((posting) =>
      posting === taker
        ? { ...posting, standing: posting.standing - back, givenBack: back }
        : posting,
    ),
    returns,
    givenBack: taker === undefined ? back : 0,
  };
}

function postingOf(
  posting: BookRows['postings'][number],
  items: readonly BookItem[],
  adjustments: readonly BookAdjustment[],
): OmsPosting {
  const mine = items.filter((item) => item.postingId === posting.id);
  const charges = adjustments.filter((one) => one.postingId === posting.id);
  const active = mine.filter((item) => item.status !== 'CANCELLED');
  const seqs = new Set(active.map((item) => item.seq));
  const standing = charges.filter((one) => one.itemSeq === null || seqs.has(one.itemSeq));
  const isGone = mine.length > 0 && active.length === 0;
  // Shipping and the like are kept or given back apart from the goods.
  const kept = sumMinor(charges.filter((one) => one.itemSeq === null).map((one) => one.amount));
  const whole = postingAmounts(mine, charges);
  const left = postingAmounts(active, standing);
  const bySeq = new Map(mine.map((item) => [item.seq, item]));
  return {
    ...posting,
    total: whole.total,
    standing: isGone ? kept : left.total,
    givenBack: 0,
    lines: whole.lines.map((line) => {
      const item = line.itemSeq === null ? undefined : bySeq.get(line.itemSeq);
      // A charge is reduced to what stands of it; a line of goods keeps its amount and is closed.
      const now = left.lines.find((one) => one.key === line.key && one.kind === line.kind);
      return {
        key: line.key,
        kind: line.kind,
        quantity: item?.quantity ?? 1,
        amount: line.itemSeq === null && !isGone ? (now?.amount ?? 0) : line.amount,
        status: item?.status ?? null,
        shipped: item?.shipped ?? false,
      };
    }),
  };
}

function returnOf(one: BookReturn): OmsReturn {
  const value = one.goods + one.tax + one.shipping + one.beyond;
  const paid = Math.min(value, one.paid);
  // What is not paid out was kept as a fee; in an exchange it pays for the other goods.
  const credited = one.isExchange || paid === 0 ? value : paid;
  return { id: one.id, postingId: one.postingId, value, credited };
}

/** Of a cancelled order nothing stands that could be given back once more. */
function givenBack(
  { status, returns }: BookRows,
  refundCharges: BookRows['refundCharges'],
): number {
  if (status === 'CANCELLED') return 0;
  return sumMinor([
    ...refundCharges.map((one) => one.shipping - one.difference),
    ...returns.map((one) => -one.shipping - one.beyond),
  ]);
}
