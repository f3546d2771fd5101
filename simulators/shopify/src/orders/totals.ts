// The sums of an order, computed from its parts each time so that they can never disagree with them.
import { splitMinor, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { LineItem, Order, ShippingLine, TaxCharge, Transaction } from '../state/model.ts';

/** Units × price, before any discount. */
export function lineOriginal(line: LineItem): Minor {
  return line.unitMinor * line.quantity;
}

/** After line and order discounts. */
export function lineNet(line: LineItem): Minor {
  return lineOriginal(line) - sumMinor(line.allocations.map((part) => part.minor));
}

/** The allocations of discounts on the line itself (not spread over the order, not by code). */
export function lineLevelDiscount(order: Order, line: LineItem): Minor {
  const own = line.allocations.filter(
    (part) => order.discounts[part.application]?.allocationMethod === 'EACH',
  );
  return sumMinor(own.map((part) => part.minor));
}

export function lineTax(line: LineItem): Minor {
  return sumMinor(line.taxes.map((tax) => tax.minor));
}

export function lineDuty(line: LineItem): Minor {
  return sumMinor(line.duties.map((duty) => duty.minor));
}

export function shippingNet(line: ShippingLine): Minor {
  return line.minor - sumMinor(line.allocations.map((part) => part.minor));
}

export function shippingTax(line: ShippingLine): Minor {
  return sumMinor(line.taxes.map((tax) => tax.minor));
}

/** The part of a total that belongs to `count` units of a line after the first `skipped`; all parts add up. */
export function unitsShare(
  total: Minor,
  quantity: number,
  units: [skipped: number, count: number],
): Minor {
  const [skipped, count] = units;
  const parts = splitMinor(
    total,
    Array.from({ length: quantity }, () => 1),
  );
  return sumMinor(parts.slice(skipped, skipped + count));
}

/** What of a line has not been refunded: its net and its tax. */
export function lineLeft(order: Order, line: LineItem): { net: Minor; tax: Minor } {
  const taken = order.refunds.flatMap((refund) => refund.lines).filter((p) => p.lineId === line.id);
  return {
    net: lineNet(line) - sumMinor(taken.map((part) => part.subtotalMinor)),
    tax: lineTax(line) - sumMinor(taken.map((part) => part.taxMinor)),
  };
}

/** What of a shipping line has not been refunded: its net and its tax. */
export function shippingLeft(order: Order, line: ShippingLine): { net: Minor; tax: Minor } {
  const taken = order.refunds
    .flatMap((refund) => refund.shipping)
    .filter((part) => part.shippingLineId === line.id);
  return {
    net: shippingNet(line) - sumMinor(taken.map((part) => part.subtotalMinor)),
    tax: shippingTax(line) - sumMinor(taken.map((part) => part.taxMinor)),
  };
}

/** The tax that is paid beside the price: none when prices contain it. */
export function onTop(order: Pick<Order, 'taxesIncluded'>, tax: Minor): Minor {
  return order.taxesIncluded ? 0 : tax;
}

export interface OrderTotals {
  readonly subtotal: Minor;
  readonly discounts: Minor;
  readonly shipping: Minor;
  readonly tax: Minor;
  readonly duties: Minor;
  readonly tip: Minor;
  readonly total: Minor;
}

/** As rung up, with what edits added: before refunds and removals. */
export function originalTotals(order: Order): OrderTotals {
  const shipping = sumMinor(order.shippingLines.map(shippingNet));
  const subtotal = sumMinor(order.lines.map(lineNet));
  const tax = sumMinor([...order.lines.map(lineTax), ...order.shippingLines.map(shippingTax)]);
  const parts = [...order.lines, ...order.shippingLines].flatMap((line) => line.allocations);
  const discounts = sumMinor(parts.map((part) => part.minor));
  const duties = sumMinor(order.lines.map(lineDuty));
  const tip = order.tipMinor;
  const total = subtotal + shipping + onTop(order, tax) + duties + tip;
  return { subtotal, discounts, shipping, tax, duties, tip, total };
}

/** As it stands now: less what refunds took off. */
export function currentTotals(order: Order): OrderTotals {
  const original = originalTotals(order);
  const lines = order.refunds.flatMap((refund) => refund.lines);
  const shippings = order.refunds.flatMap((refund) => refund.shipping);
  const subtotal = original.subtotal - sumMinor(lines.map((line) => line.subtotalMinor));
  const shipping = original.shipping - sumMinor(shippings.map((line) => line.subtotalMinor));
  const tax = original.tax - sumMinor([...lines, ...shippings].map((line) => line.taxMinor));
  const refundedDuties = order.refunds.flatMap((refund) => refund.duties.map((duty) => duty.minor));
  const isLive = order.cancelledAt === null;
  const duties = isLive ? original.duties - sumMinor(refundedDuties) : 0;
  const tip = isLive ? original.tip : 0;
  const discounts = isLive ? original.discounts - removedDiscounts(order) : 0;
  const adjustments = order.refunds.flatMap((refund) => refund.adjustments.map((a) => a.minor));
  const total =
    subtotal + shipping + onTop(order, tax) + duties + tip + (isLive ? sumMinor(adjustments) : 0);
  return { subtotal, discounts, shipping, tax, duties, tip, total };
}

function removedDiscounts(order: Order): Minor {
  const parts = order.lines.map((line) => {
    const all = sumMinor(line.allocations.map((part) => part.minor));
    return unitsShare(all, line.quantity, [0, line.removed]);
  });
  return sumMinor(parts);
}

/** Tax lines of the same title and rate, added up. */
export function orderTaxes(order: Order): TaxCharge[] {
  const sums = new Map<string, TaxCharge>();
  for (const tax of [...order.lines, ...order.shippingLines].flatMap((line) => line.taxes)) {
    const key = `${tax.title} ${tax.rate}`;
    sums.set(key, { ...tax, minor: tax.minor + (sums.get(key)?.minor ?? 0) });
  }
  return [...sums.values()];
}

export interface Money {
  /** Captured or sold. */
  readonly received: Minor;
  readonly refunded: Minor;
  /** Authorized and neither captured nor voided. */
  readonly capturable: Minor;
  readonly outstanding: Minor;
}

/** What the transactions amount to. */
export function moneyOf(order: Order): Money {
  const received = sumKinds(order, ['SALE', 'CAPTURE']);
  const refunded = sumKinds(order, ['REFUND']);
  const open = order.transactions.filter((t) => t.kind === 'AUTHORIZATION' && isOpen(order, t));
  return {
    received,
    refunded,
    capturable: sumMinor(open.map((t) => t.minor)),
    outstanding: currentTotals(order).total - received + refunded,
  };
}

/** What cash was rounded by, in payments and in refunds. */
export function roundingOf(order: Order): { payments: Minor; refunds: Minor } {
  const sum = (isRefund: boolean): Minor =>
    sumMinor(
      order.transactions
        .filter((t) => (t.kind === 'REFUND') === isRefund && t.status === 'SUCCESS')
        .map((t) => t.roundingMinor ?? 0),
    );
  return { payments: sum(false), refunds: sum(true) };
}

function sumKinds(order: Order, kinds: readonly Transaction['kind'][]): Minor {
  const counted = order.transactions.filter(
    (t) => t.status === 'SUCCESS' && kinds.includes(t.kind),
  );
  return sumMinor(counted.map((t) => t.minor));
}

function isOpen(order: Order, authorization: Transaction): boolean {
  return !order.transactions.some((t) => t.parentId === authorization.id && t.status === 'SUCCESS');
}
