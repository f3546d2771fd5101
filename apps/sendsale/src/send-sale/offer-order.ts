// Which place an associate is offered first: among those that deliver alike, the one that costs least, and a unit
// that the last run found to be worth more to other orders costs that too.

import type { Availability } from '@sendsale/api';
import { methodCosts, priceGuide, zoneOf } from '@sendsale/domain';
import type { PriceGuide, RouteCosts } from '@sendsale/domain';
import { activeRules, latestPrices } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';

export interface OfferGuide {
  readonly costs: RouteCosts;
  /** Null where no run of the last day found prices. */
  readonly prices: PriceGuide | null;
}

const PRICES_MS = 24 * 60 * 60 * 1000;

export async function readOfferGuide(db: Database, at: Date): Promise<OfferGuide> {
  const { rules } = await activeRules(db);
  const prices = await latestPrices(db, new Date(at.getTime() - PRICES_MS));
  return { costs: rules.costs, prices: prices === null ? null : priceGuide(prices) };
}

type Compare = (a: Availability, b: Availability) => number;

/** The cheapest first, then the nearest. */
export function cheapestFirst({ costs, prices }: OfferGuide, productId: string): Compare {
  const base = methodCosts(costs, null)?.base ?? [];
  const costOf = ({ facilityId, miles }: Availability): number => {
    const worth = (prices?.unit(facilityId, productId) ?? 0) + (prices?.place(facilityId) ?? 0);
    return (base[zoneOf(costs, miles ?? 0)] ?? 0) + worth;
  };
  return (a, b) =>
    costOf(a) - costOf(b) ||
    (a.miles ?? 0) - (b.miles ?? 0) ||
    (a.facilityId < b.facilityId ? -1 : 1);
}

/** Who delivers first, then the cheapest. */
export function soonestFirst(guide: OfferGuide, productId: string): Compare {
  const byCost = cheapestFirst(guide, productId);
  return (a, b) => {
    if (a.arrivesOn !== b.arrivesOn) return a.arrivesOn < b.arrivesOn ? -1 : 1;
    return byCost(a, b);
  };
}
