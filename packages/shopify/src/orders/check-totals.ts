// Do the parts of an order come to what Shopify says? The one place that compares them; it repairs nothing.

import { formatMinor, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { WireProblem } from '../wire/wire-problem.ts';
import {
  lineAdjustments,
  orderAdjustments,
  shippingAdjustments,
  tipLines,
} from './map-adjustments.ts';
import type { Side } from './map-adjustments.ts';
import type { SourceLine, SourceOrder, SourceShippingLine } from './source-order.ts';

export interface CheckedTotal {
  /** What the order comes to for us: with cash rounding, without shipping lines that were removed. */
  readonly total: Minor;
  /** To be booked as ROUNDING so that the parts add up; not 0 only for converted currencies. */
  readonly conversion: Minor;
  readonly problems: readonly WireProblem[];
  readonly notes: readonly string[];
}

/**
 * Σ lines + Σ adjustments against totalPrice + cash rounding, in the shop's currency. Shopify's total may still
 * hold removed shipping lines. For an order in another currency Shopify converts each amount by itself; when the
 * customer's amounts add up exactly, what the conversion leaves over is stated as a rounding of its own.
 */
export function checkTotals(order: SourceOrder): CheckedTotal {
  const stated = order.totals.total.shop + order.totals.rounding.shop;
  const difference = stated - sumOfParts(order, 'shop');
  const removed = sumOfRemoved(order, 'shop');
  const problems = checkFigures(order);
  const total = (amount: Minor, conversion: Minor, notes: string[]): CheckedTotal => ({
    total: amount,
    conversion,
    problems,
    notes,
  });
  if (difference === 0) return total(stated, 0, []);
  if (difference === removed) return total(stated - removed, 0, [removedNote(order, removed)]);
  const left = conversionLeft(order, difference, removed);
  if (left !== null)
    return total(stated - (difference - left), left, [conversionNote(order, left)]);
  return {
    total: stated,
    conversion: 0,
    problems: [mismatch(order, difference), ...problems],
    notes: [],
  };
}

/** What the parts of the order come to; shipping lines that were removed are no part of it. */
export function sumOfParts(order: SourceOrder, side: Side): Minor {
  const tips = tipLines(order);
  const lines = order.lines.filter((line) => !tips.includes(line) && line.quantity > 0);
  const shipping = order.shippingLines.filter((line) => !line.isRemoved);
  return sumMinor([
    ...lines.map((line) => sumOfLine(order, line, side)),
    ...shipping.map((line) => sumOfShipping(order, line, side)),
    ...orderAdjustments(order, tips, side).map((one) => one.amount),
  ]);
}

function sumOfLine(order: SourceOrder, line: SourceLine, side: Side): Minor {
  const adjustments = lineAdjustments(order, line, side).map((one) => one.amount);
  return line.unitPrice[side] * line.quantity + sumMinor(adjustments);
}

function sumOfShipping(order: SourceOrder, line: SourceShippingLine, side: Side): Minor {
  return sumMinor(shippingAdjustments(order, line, side).map((one) => one.amount));
}

function sumOfRemoved(order: SourceOrder, side: Side): Minor {
  const removed = order.shippingLines.filter((line) => line.isRemoved);
  return sumMinor(removed.map((line) => sumOfShipping(order, line, side)));
}

/** The part of `difference` that comes of converting each amount by itself, or null when it can't be that. */
function conversionLeft(order: SourceOrder, difference: Minor, removed: Minor): Minor | null {
  if (order.currency === order.presentmentCurrency) return null;
  const theirs =
    order.totals.total.presentment +
    order.totals.rounding.presentment -
    sumOfParts(order, 'presentment');
  const withRemoved = theirs !== 0;
  if (withRemoved && theirs !== sumOfRemoved(order, 'presentment')) return null;
  const left = withRemoved ? difference - removed : difference;
  return Math.abs(left) <= conversionLimit(order) ? left : null;
}

/** Each converted amount, unit prices times their quantity, is at most one minor unit off. */
function conversionLimit(order: SourceOrder): number {
  const lines = order.lines.map(
    (line) => line.quantity + line.discounts.length + line.taxes.length + 2 * line.duties.length,
  );
  const shipping = order.shippingLines.map((line) => 1 + line.discounts.length + line.taxes.length);
  return sumMinor([...lines, ...shipping, 2 * order.fees.length, 2]);
}

function mismatch(order: SourceOrder, difference: Minor): WireProblem {
  const text = (amount: Minor): string =>
    `${formatMinor(amount, order.currency)} ${order.currency}`;
  const stated = order.totals.total.shop + order.totals.rounding.shop;
  return {
    code: 'TOTAL_MISMATCH',
    severity: 'refuses',
    message: `Order ${order.name}: its parts come to ${text(stated - difference)}, Shopify states ${text(stated)}.`,
    path: order.wire === 'graphql' ? 'totalPriceSet' : 'total_price',
  };
}

function removedNote(order: SourceOrder, removed: Minor): string {
  return `Shopify's total still holds ${formatMinor(removed, order.currency)} of removed shipping; ours does not.`;
}

function conversionNote(order: SourceOrder, left: Minor): string {
  return `Converted from ${order.presentmentCurrency}: ${formatMinor(left, order.currency)} ${order.currency} is left over and booked as rounding.`;
}

/** Subtotal and tax stand beside the total; when they disagree with the lines nothing is refused, but said. */
function checkFigures(order: SourceOrder): WireProblem[] {
  const { subtotal, tax } = order.totals;
  const problems: WireProblem[] = [];
  const say = (field: string, stated: Minor, found: Minor): void => {
    const ours = formatMinor(found, order.currency);
    const theirs = formatMinor(stated, order.currency);
    const message = `Order ${order.name}: its lines have a ${field} of ${ours}, Shopify states ${theirs}.`;
    problems.push({ code: 'SHOPIFY_FIGURES_DISAGREE', severity: 'warns', message, path: field });
  };
  if (order.currency !== order.presentmentCurrency) return [];
  const subtotals = subtotalsOf(order);
  if (subtotal !== null && !subtotals.includes(subtotal.shop))
    say('subtotal', subtotal.shop, subtotals[0] ?? 0);
  const taxes = taxesOf(order);
  if (tax !== null && !taxes.includes(tax.shop)) say('tax', tax.shop, taxes[0] ?? 0);
  return problems;
}

/** Σ lines after discounts; Shopify's documentation leaves open whether gift cards sold and tips count. */
function subtotalsOf(order: SourceOrder): Minor[] {
  const tips = tipLines(order);
  const sum = (lines: readonly SourceLine[]): Minor =>
    sumMinor(
      lines.map(
        (line) =>
          line.unitPrice.shop * line.quantity -
          sumMinor(line.discounts.map((one) => one.amount.shop)),
      ),
    );
  const goods = order.lines.filter((line) => !tips.includes(line));
  return [sum(goods), sum(order.lines), sum(goods.filter((line) => !line.isGiftCard))];
}

/** Σ taxes of lines and shipping; removed shipping, duties and fees may or may not be in Shopify's figure. */
function taxesOf(order: SourceOrder): Minor[] {
  const sum = (taxed: readonly { taxes: readonly { amount: { shop: Minor } }[] }[]): Minor =>
    sumMinor(taxed.flatMap((one) => one.taxes.map((tax) => tax.amount.shop)));
  const kept = order.shippingLines.filter((line) => !line.isRemoved);
  const charges = [...order.lines.flatMap((line) => line.duties), ...order.fees];
  const taxed = sum(order.lines) + sum(kept);
  const removed = sum(order.shippingLines) - sum(kept);
  const charged = sum(charges);
  return [taxed, taxed + removed, taxed + charged, taxed + removed + charged];
}
