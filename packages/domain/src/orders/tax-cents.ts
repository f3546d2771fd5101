// Units of unequal right (one has left, the other has not) cannot change places, and a unit's discount and its tax can
// both be rounded its way: then no choice of units leaves what Shopify says still stands. Tax is one line of a posting,
// so which unit bears its odd cent is ours to say, also of a unit that is billed: no line of its bill shows it, and
// what comes back of it is credited as Shopify states it.

import type { Minor } from '@sendsale/std';
import type { AdjustmentKind, IncomingOrder } from './incoming-order.ts';
import { excessOver } from './match-cents.ts';
import type { CentItem, CentParts } from './match-cents.ts';

export interface TaxPart {
  readonly seq: number;
  readonly itemSeq: string | null;
  readonly kind: AdjustmentKind;
  readonly title: string | null;
  readonly amount: Minor;
}

/** Of net and of tax, what a unit is rounded up or down by. */
const CENTS_A_UNIT = 2;

/**
 * The tax that `given`, the units given up now, and the kept units of their lines bear, so that what stands is
 * Shopify's amount; only what changes. Nothing when cents of tax cannot explain the difference.
 */
export function taxToTheCent<Part extends TaxPart>(
  incoming: IncomingOrder,
  parts: Omit<CentParts, 'adjustments'> & { readonly adjustments: readonly Part[] },
  given: ReadonlySet<string>,
): readonly Part[] {
  const excess = excessOver(incoming, parts);
  if (excess === 0 || Math.abs(excess) > CENTS_A_UNIT * given.size) return [];
  const sign = Math.sign(excess);
  const items = new Map(parts.items.map((item) => [item.seq, item]));
  const moved = new Map<number, Part>();
  const now = (part: Part): Part => moved.get(part.seq) ?? part;
  let left = Math.abs(excess);
  for (const mine of parts.adjustments.filter((one) => given.has(one.itemSeq ?? ''))) {
    for (const other of parts.adjustments) {
      if (!isSameTax(mine, other) || !isKeptBeside(items, mine, other)) continue;
      // Both stay taxed: a part of nothing would be no part.
      const room = (sign > 0 ? now(other) : now(mine)).amount - 1;
      const cents = Math.max(0, Math.min(left, room));
      if (cents === 0) continue;
      moved.set(mine.seq, { ...mine, amount: now(mine).amount + sign * cents });
      moved.set(other.seq, { ...other, amount: now(other).amount - sign * cents });
      left -= cents;
    }
  }
  return left === 0 ? [...moved.values()] : [];
}

function isSameTax(one: TaxPart, other: TaxPart): boolean {
  return one.kind === 'TAX' && other.kind === 'TAX' && one.title === other.title;
}

function isKeptBeside(
  items: ReadonlyMap<string, CentItem>,
  { itemSeq }: TaxPart,
  other: TaxPart,
): boolean {
  const mine = items.get(itemSeq ?? '');
  const kept = items.get(other.itemSeq ?? '');
  if (mine === undefined || kept === undefined || kept.status === 'CANCELLED') return false;
  return mine.shopifyLineId === kept.shopifyLineId && mine.postingId === kept.postingId;
}
