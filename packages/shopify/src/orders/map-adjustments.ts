// Everything an order costs or saves beside the price of its lines, each as one signed adjustment. Taxes that
// prices already include are no adjustments; amounts of nothing are left out.

import type { AdjustmentKind, IncomingAdjustment } from '@sendsale/domain';
import type { WireMoney } from '../wire/scalars.ts';
import type {
  SourceAllocation,
  SourceCharge,
  SourceLine,
  SourceOrder,
  SourceShippingLine,
  SourceTax,
} from './source-order.ts';

/** The currency side the amounts are read from: the shop's is what is booked, the other one is a check. */
export type Side = keyof WireMoney;

interface Reading {
  readonly order: SourceOrder;
  readonly side: Side;
}

/** Discounts, taxes and duties of all units of a line. */
export function lineAdjustments(
  order: SourceOrder,
  line: SourceLine,
  side: Side,
): IncomingAdjustment[] {
  return present([
    ...line.discounts.map((part) => discountAdjustment({ order, side }, part, 'LINE_DISCOUNT')),
    ...taxAdjustments({ order, side }, line.taxes, 'TAX'),
    ...(order.dutiesIncluded ? [] : line.duties.flatMap((duty) => charge(order, duty, side))),
  ]);
}

/** Price, discounts and taxes of a shipping line. */
export function shippingAdjustments(
  order: SourceOrder,
  line: SourceShippingLine,
  side: Side,
): IncomingAdjustment[] {
  return present([
    adjustment('SHIPPING', line.price[side], { title: line.title }),
    ...shippingDiscounts(order, line, side),
    ...taxAdjustments({ order, side }, line.taxes, 'SHIPPING_TAX'),
  ]);
}

/** Charges of the whole order: tips, additional fees (booked as duties), cash rounding. */
export function orderAdjustments(
  order: SourceOrder,
  tips: readonly SourceLine[],
  side: Side,
): IncomingAdjustment[] {
  return present([
    ...tipAdjustments(order, tips, side),
    ...order.fees.flatMap((fee) => charge(order, fee, side)),
    adjustment('ROUNDING', order.totals.rounding[side], { title: 'Cash rounding' }),
  ]);
}

/**
 * The lines that are no goods but a tip: those the wire marks, or lines without a product that can't be
 * fulfilled and come to exactly the tip Shopify states.
 */
export function tipLines(order: SourceOrder): readonly SourceLine[] {
  const marked = order.lines.filter((line) => line.isTip);
  const tip = order.totals.tip.shop;
  if (marked.length > 0 || tip === 0) return marked;
  const candidates = order.lines.filter(
    (line) =>
      line.variantId === null &&
      line.productId === null &&
      line.nonFulfillable &&
      !line.requiresShipping &&
      !line.isGiftCard,
  );
  const exact = candidates.find((line) => line.unitPrice.shop * line.quantity === tip);
  if (exact !== undefined) return [exact];
  let sum = 0;
  for (const line of candidates) sum += line.unitPrice.shop * line.quantity;
  return sum === tip ? candidates : [];
}

function tipAdjustments(
  order: SourceOrder,
  tips: readonly SourceLine[],
  side: Side,
): IncomingAdjustment[] {
  if (tips.length === 0) return [adjustment('TIP', order.totals.tip[side], { title: 'Tip' })];
  return tips.flatMap((line) => [
    adjustment('TIP', line.unitPrice[side] * line.quantity, { title: line.title }),
    ...lineAdjustments(order, line, side),
  ]);
}

function charge(order: SourceOrder, item: SourceCharge, side: Side): IncomingAdjustment[] {
  return [
    adjustment('DUTY', item.amount[side], { title: item.title }),
    ...taxAdjustments({ order, side }, item.taxes, 'TAX'),
  ];
}

/** Allocations name the discount; older answers only have the price after it. */
function shippingDiscounts(
  order: SourceOrder,
  line: SourceShippingLine,
  side: Side,
): IncomingAdjustment[] {
  if (line.discounts.length > 0)
    return line.discounts.map((part) =>
      discountAdjustment({ order, side }, part, 'SHIPPING_DISCOUNT'),
    );
  if (line.discountedPrice === null) return [];
  const amount = line.discountedPrice[side] - line.price[side];
  return [adjustment('SHIPPING_DISCOUNT', amount, { title: line.title })];
}

function discountAdjustment(
  { order, side }: Reading,
  part: SourceAllocation,
  kind: 'LINE_DISCOUNT' | 'SHIPPING_DISCOUNT',
): IncomingAdjustment {
  const discount = part.index === null ? undefined : order.discounts.get(part.index);
  const wholeOrder = kind === 'LINE_DISCOUNT' && discount?.wholeOrder === true;
  return adjustment(wholeOrder ? 'ORDER_DISCOUNT' : kind, -part.amount[side], {
    title: discount?.title ?? null,
    code: discount?.code ?? null,
  });
}

function taxAdjustments(
  { order, side }: Reading,
  taxes: readonly SourceTax[],
  kind: 'TAX' | 'SHIPPING_TAX',
): IncomingAdjustment[] {
  if (order.taxesIncluded) return [];
  return taxes.map((tax) =>
    adjustment(kind, tax.amount[side], { title: tax.title, rate: tax.rate }),
  );
}

function adjustment(
  kind: AdjustmentKind,
  amount: number,
  words: Partial<Pick<IncomingAdjustment, 'title' | 'code' | 'rate'>>,
): IncomingAdjustment {
  return { kind, amount, title: null, code: null, rate: null, ...words };
}

function present(adjustments: readonly IncomingAdjustment[]): IncomingAdjustment[] {
  return adjustments.filter((one) => one.amount !== 0);
}
