// Quantities on hand by item and location, and which open order lines they are promised to.
// A promise once given stays until the line ships, closes or moves; what becomes free goes to the oldest
// waiting order first. [assumed: NetSuite's commitment order depends on account preferences]

import type { Decimal } from '../decimal.ts';
import { least } from '../decimal.ts';
import type { Journal } from './journal.ts';

/** An open order line that wants stock. */
export interface Demand {
  readonly orderId: string;
  readonly line: string;
  readonly itemId: string;
  readonly locationId: string;
  readonly wanted: Decimal;
  readonly committed: Decimal;
}

export interface StockLevel {
  readonly itemId: string;
  readonly locationId: string;
  readonly onHand: Decimal;
  readonly committed: Decimal;
  readonly backordered: Decimal;
}

export interface Stock {
  readonly onHand: (itemId: string, locationId: string) => Decimal;
  /** Null where the item was never stocked nor wanted at the location. */
  readonly level: (itemId: string, locationId: string) => StockLevel | null;
  readonly levels: () => StockLevel[];
  readonly move: (itemId: string, locationId: string, quantity: Decimal) => void;
  /** Replaces what an order wants, then shares out what is free. */
  readonly setDemand: (
    orderId: string,
    lines: ReadonlyArray<Omit<Demand, 'orderId' | 'committed'>>,
  ) => void;
  readonly demandOf: (orderId: string, line: string, itemId: string) => Demand | null;
}

interface Place {
  onHand: Decimal;
  demands: Demand[];
}

/** Empty stock whose changes the journal can take back. */
export function createStock(journal: Journal): Stock {
  const places = new Map<string, Place>();
  const byOrder = new Map<string, Set<string>>();

  const place = (itemId: string, locationId: string): Place => {
    const key = placeKey(itemId, locationId);
    const known = places.get(key) ?? { onHand: 0n, demands: [] };
    places.set(key, known);
    return known;
  };
  const remember = (target: Place): void => {
    const { onHand, demands } = target;
    journal.record(() => {
      target.onHand = onHand;
      target.demands = demands;
    });
  };
  const level = (key: string): StockLevel | null => {
    const known = places.get(key);
    return known === undefined ? null : summary(key, known);
  };
  return {
    onHand: (itemId, locationId) => places.get(placeKey(itemId, locationId))?.onHand ?? 0n,
    level: (itemId, locationId) => level(placeKey(itemId, locationId)),
    levels: () => [...places.entries()].map(([key, known]) => summary(key, known)),
    move: (itemId, locationId, quantity) => {
      const target = place(itemId, locationId);
      remember(target);
      target.onHand += quantity;
      target.demands = shareOut(target);
    },
    setDemand: (orderId, lines) => {
      const before = byOrder.get(orderId) ?? new Set<string>();
      const after = new Set(lines.map((line) => placeKey(line.itemId, line.locationId)));
      byOrder.set(orderId, after);
      journal.record(() => {
        byOrder.set(orderId, before);
      });
      for (const key of new Set([...before, ...after])) {
        const [itemId, locationId] = splitKey(key);
        const target = place(itemId, locationId);
        remember(target);
        const wanted = lines.filter((line) => placeKey(line.itemId, line.locationId) === key);
        target.demands = withOrder(target.demands, orderId, wanted);
        target.demands = shareOut(target);
      }
    },
    demandOf: (orderId, line, itemId) => {
      for (const key of byOrder.get(orderId) ?? []) {
        if (splitKey(key)[0] !== itemId) continue;
        const found = places
          .get(key)
          ?.demands.find((demand) => demand.orderId === orderId && demand.line === line);
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}

function withOrder(
  demands: readonly Demand[],
  orderId: string,
  wanted: ReadonlyArray<Omit<Demand, 'orderId' | 'committed'>>,
): Demand[] {
  const kept = new Map(
    demands.filter((each) => each.orderId === orderId).map((each) => [each.line, each.committed]),
  );
  const others = demands.filter((each) => each.orderId !== orderId);
  const own = wanted.map((line) => ({
    ...line,
    orderId,
    committed: least(kept.get(line.line) ?? 0n, line.wanted),
  }));
  return own.length === 0 ? others : [...others, ...own].sort(byAge);
}

function byAge(a: Demand, b: Demand): number {
  return Number(a.orderId) - Number(b.orderId) || Number(a.line) - Number(b.line);
}

// Keeps promises as far as the stock reaches, then promises what is left, oldest first.
function shareOut(place: Place): Demand[] {
  let free = place.onHand > 0n ? place.onHand : 0n;
  const kept = place.demands.map((demand) => {
    const committed = least(demand.committed, free);
    free -= committed;
    return { ...demand, committed };
  });
  return kept.map((demand) => {
    const more = least(demand.wanted - demand.committed, free);
    free -= more;
    return more === 0n ? demand : { ...demand, committed: demand.committed + more };
  });
}

function summary(key: string, place: Place): StockLevel {
  const [itemId, locationId] = splitKey(key);
  let committed = 0n;
  let wanted = 0n;
  for (const demand of place.demands) {
    committed += demand.committed;
    wanted += demand.wanted;
  }
  return { itemId, locationId, onHand: place.onHand, committed, backordered: wanted - committed };
}

function placeKey(itemId: string, locationId: string): string {
  return `${itemId}@${locationId}`;
}

function splitKey(key: string): [string, string] {
  const at = key.indexOf('@');
  return [key.slice(0, at), key.slice(at + 1)];
}
