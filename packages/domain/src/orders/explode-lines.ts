// Turns the lines of a ship group into items: one a unit, so that each unit can ship, be rejected or be
// cancelled by itself. What was carried out of the store left in one go and keeps the line's quantity.

import { assert, splitMinor } from '@sendsale/std';
import type { Delivery } from './delivery.ts';
import type { IncomingAdjustment, IncomingLine } from './incoming-order.ts';

export interface ExplodedItem {
  readonly line: IncomingLine;
  readonly quantity: number;
  readonly cancelled: boolean;
  /** This item's part of the line's adjustments; parts of 0 are left out. */
  readonly adjustments: readonly IncomingAdjustment[];
}

/** The items of a line. Their quantities and money add up to the line's, exactly. */
export function explodeLine(line: IncomingLine, delivery: Delivery): readonly ExplodedItem[] {
  assert(
    Number.isInteger(line.quantity) && line.quantity > 0,
    `Line ${line.shopifyLineId} has a quantity of at least one unit, not ${line.quantity}.`,
  );
  assert(
    line.cancelledQuantity >= 0 && line.cancelledQuantity <= line.quantity,
    `Line ${line.shopifyLineId} cancels at most the units it has.`,
  );
  const kept = line.quantity - line.cancelledQuantity;
  const quantities =
    delivery === 'CARRY_OUT'
      ? [kept, line.cancelledQuantity].filter(isPositive)
      : ones(line.quantity);
  const shares = line.adjustments.map((adjustment) => splitMinor(adjustment.amount, quantities));
  let before = 0;
  return quantities.map((quantity, index) => {
    const cancelled = before >= kept;
    before += quantity;
    const adjustments = line.adjustments.map((adjustment, position) => ({
      ...adjustment,
      amount: shares[position]?.[index] ?? 0,
    }));
    return { line, quantity, cancelled, adjustments: adjustments.filter(hasAmount) };
  });
}

function ones(count: number): readonly number[] {
  return Array.from({ length: count }, () => 1);
}

function isPositive(quantity: number): boolean {
  return quantity > 0;
}

function hasAmount(adjustment: IncomingAdjustment): boolean {
  return adjustment.amount !== 0;
}
