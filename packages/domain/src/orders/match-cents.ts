// Which of several equal units is given up: a line's money is split over its units with cents left over, and Shopify
// gives back what it computes for so many units. The units are chosen so that what stands is Shopify's amount.

import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { IncomingOrder } from './incoming-order.ts';
import { planReturns } from './plan-returns.ts';
import type { ReturnableItem } from './plan-returns.ts';
import { standingPostings } from './standing-postings.ts';
import type { StandingItem, StandingParts } from './standing-postings.ts';

const NOTHING = { returned: [], keys: [], postings: [] };

export interface CentItem extends StandingItem, ReturnableItem {
  /** Units of one group are of equal right: any of them may be the one given up. Null: it stays what it is. */
  readonly group: string | null;
}

export interface CentParts extends StandingParts {
  readonly items: readonly CentItem[];
  readonly postings: Parameters<typeof standingPostings>[0];
}

/**
 * Pairs of units to exchange, the one to give up first. None when the amounts agree, when Shopify states no amount,
 * or when more than cents are apart: that is something else.
 */
export function matchCents(
  incoming: IncomingOrder,
  parts: CentParts,
): ReadonlyArray<readonly [giveUp: string, keep: string]> {
  const pairs: Array<readonly [string, string]> = [];
  let excess = excessOver(incoming, parts);
  for (const group of new Set(parts.items.map((item) => item.group))) {
    const units = parts.items.filter((item) => group !== null && item.group === group);
    const [given, kept] = [units.filter(isGivenUp), units.filter((item) => !isGivenUp(item))];
    if (Math.abs(excess) > units.length) continue;
    for (const mine of given) {
      const other = kept
        .map((item) => ({ item, gain: valueOf(item, parts) - valueOf(mine, parts) }))
        .find(({ gain }) => Math.abs(excess - gain) < Math.abs(excess));
      if (other === undefined) continue;
      excess -= other.gain;
      kept.splice(kept.indexOf(other.item), 1);
      pairs.push([other.item.seq, mine.seq]);
    }
  }
  return pairs;
}

/** The items with each pair exchanged. */
export function exchanged<Item extends Pick<CentItem, 'seq' | 'status'>>(
  items: readonly Item[],
  pairs: ReturnType<typeof matchCents>,
): readonly Item[] {
  const statusOf = new Map(items.map(({ seq, status }) => [seq, status]));
  const other = new Map(
    pairs.flatMap(([one, two]) => [
      [one, two],
      [two, one],
    ]),
  );
  return items.map((item) => ({
    ...item,
    status: statusOf.get(other.get(item.seq) ?? item.seq) ?? item.status,
  }));
}

/** What stands here beyond what Shopify says still stands; nothing where it says nothing. */
export function excessOver(incoming: IncomingOrder, parts: CentParts): Minor {
  const { standing } = incoming;
  if (standing === undefined || standing === null) return 0;
  return standingHere(incoming, parts) - standing;
}

function standingHere(incoming: IncomingOrder, parts: CentParts): Minor {
  const returned = planReturns(incoming, parts.items, NOTHING).map(({ goods, tax }) => goods + tax);
  const beside = (incoming.refunds ?? []).map((refund) => refund.shipping - refund.difference);
  return (
    sumMinor(standingPostings(parts.postings, parts).map((posting) => posting.standing)) -
    sumMinor([...returned, ...beside])
  );
}

function isGivenUp(item: CentItem): boolean {
  return item.status === 'CANCELLED';
}

function valueOf(item: CentItem, { adjustments }: CentParts): Minor {
  const own = adjustments.filter(({ itemSeq }) => itemSeq === item.seq);
  return item.unitPrice * item.quantity + sumMinor(own.map(({ amount }) => amount));
}
