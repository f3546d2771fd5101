// What a posting comes to in NetSuite: its lines, its body discount and its shipping cost. Every cent of
// the order is in exactly one of them, so the postings of an order add up to its total.

import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { AdjustmentKind } from './incoming-order.ts';
import type { PostingLineKind } from './posting-line.ts';

export interface AmountItem {
  readonly seq: string;
  readonly quantity: number;
  readonly unitPrice: Minor;
}

export interface AmountAdjustment {
  readonly kind: AdjustmentKind;
  readonly amount: Minor;
  readonly itemSeq: string | null;
}

export interface PostingLineAmount {
  /** `custcol_hc_order_line_id`: the item's sequence, or TAX, TIP, DUTY, ROUNDING. */
  readonly key: string;
  readonly kind: PostingLineKind;
  readonly itemSeq: string | null;
  readonly amount: Minor;
}

export interface PostingAmounts {
  readonly lines: readonly PostingLineAmount[];
  /** Order-level discounts: 0 or negative. */
  readonly bodyDiscount: Minor;
  /** Shipping charges less their discounts, without tax. */
  readonly shippingCost: Minor;
  /** Taxes of goods and of shipping; they travel as the line TAX. */
  readonly tax: Minor;
  readonly total: Minor;
}

/** The amounts of one posting from its items and adjustments. */
export function postingAmounts(
  items: readonly AmountItem[],
  adjustments: readonly AmountAdjustment[],
): PostingAmounts {
  const tax = sumOf(adjustments, ['TAX', 'SHIPPING_TAX']);
  const shippingCost = sumOf(adjustments, ['SHIPPING', 'SHIPPING_DISCOUNT']);
  const lines = [
    ...items.flatMap((item) => itemLines(item, adjustments)),
    ...wordLine('TAX', tax),
    ...wordLine('TIP', sumOf(adjustments, ['TIP'])),
    ...wordLine('DUTY', sumOf(adjustments, ['DUTY'])),
    ...wordLine('ROUNDING', sumOf(adjustments, ['ROUNDING'])),
  ];
  const bodyDiscount = sumMinor(adjustments.filter(isBodyDiscount).map(amountOf));
  const total = sumMinor([...lines.map(amountOf), bodyDiscount, shippingCost]);
  return { lines, bodyDiscount, shippingCost, tax, total };
}

function itemLines(
  item: AmountItem,
  adjustments: readonly AmountAdjustment[],
): readonly PostingLineAmount[] {
  const discount = sumMinor(
    adjustments.filter((one) => isLineDiscount(one) && one.itemSeq === item.seq).map(amountOf),
  );
  const key = item.seq;
  const amount = item.unitPrice * item.quantity;
  const goods: PostingLineAmount = { key, kind: 'ITEM', itemSeq: key, amount };
  if (discount === 0) return [goods];
  return [goods, { key, kind: 'DISCOUNT', itemSeq: key, amount: discount }];
}

function isLineDiscount(adjustment: AmountAdjustment): boolean {
  return adjustment.kind === 'LINE_DISCOUNT' && adjustment.itemSeq !== null;
}

// A line discount that names no line can only go where the order's discounts go.
function isBodyDiscount(adjustment: AmountAdjustment): boolean {
  if (adjustment.kind === 'ORDER_DISCOUNT') return true;
  return adjustment.kind === 'LINE_DISCOUNT' && adjustment.itemSeq === null;
}

function wordLine(
  kind: 'TAX' | 'TIP' | 'DUTY' | 'ROUNDING',
  amount: Minor,
): readonly PostingLineAmount[] {
  return amount === 0 ? [] : [{ key: kind, kind, itemSeq: null, amount }];
}

function sumOf(adjustments: readonly AmountAdjustment[], kinds: readonly AdjustmentKind[]): Minor {
  return sumMinor(adjustments.filter((one) => kinds.includes(one.kind)).map(amountOf));
}

function amountOf(part: { readonly amount: Minor }): Minor {
  return part.amount;
}
