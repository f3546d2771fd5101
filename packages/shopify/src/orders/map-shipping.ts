// Gives each shipping charge to the ship groups it was paid for.

import type { Delivery, IncomingAdjustment } from '@sendsale/domain';
import { splitMinor, sumMinor } from '@sendsale/std';
import { shippingAdjustments } from './map-adjustments.ts';
import type { DraftGroup } from './draft-group.ts';
import type { SourceOrder, SourceShippingLine } from './source-order.ts';

/** Who pays for a charge Shopify ties to nothing: the first kind of delivery that is there. */
const PAYING: readonly Delivery[] = ['SHIP', 'LOCAL', 'PICKUP', 'NONE', 'CARRY_OUT'];

/** Ship group key → its part of the charges, discounts and taxes of all shipping lines that were not removed. */
export function mapShipping(
  order: SourceOrder,
  groups: readonly DraftGroup[],
): ReadonlyMap<string, readonly IncomingAdjustment[]> {
  const shares = new Map<string, IncomingAdjustment[]>();
  if (groups.length === 0) return shares;
  for (const line of order.shippingLines) {
    if (line.isRemoved) continue;
    const payers = payersOf(line, groups);
    for (const adjustment of shippingAdjustments(order, line, 'shop'))
      for (const { key, part } of share(adjustment, payers))
        shares.set(key, [...(shares.get(key) ?? []), part]);
  }
  return shares;
}

/** Each payer's part of a charge, by the value of its goods, to the cent. */
function share(
  adjustment: IncomingAdjustment,
  payers: readonly DraftGroup[],
): { key: string; part: IncomingAdjustment }[] {
  const amounts = splitMinor(adjustment.amount, payers.map(goodsValue));
  return payers
    .map((payer, index) => ({
      key: payer.key,
      part: { ...adjustment, amount: amounts[index] ?? 0 },
    }))
    .filter(({ part }) => part.amount !== 0);
}

function payersOf(line: SourceShippingLine, groups: readonly DraftGroup[]): readonly DraftGroup[] {
  const id = line.id;
  const tied = id === null ? [] : groups.filter((group) => group.shippingLineIds.has(id));
  if (tied.length > 0) return tied;
  for (const delivery of PAYING) {
    const there = groups.filter((group) => group.delivery === delivery);
    if (there.length > 0) return there;
  }
  return groups.slice(0, 1);
}

/** The charges of an order that has no goods: they belong to the order itself. */
export function shippingWithoutGroups(order: SourceOrder): IncomingAdjustment[] {
  return order.shippingLines
    .filter((line) => !line.isRemoved)
    .flatMap((line) => shippingAdjustments(order, line, 'shop'));
}

function goodsValue(group: DraftGroup): number {
  return Math.max(0, sumMinor(group.lines.map((line) => line.unitPrice * line.quantity)));
}
