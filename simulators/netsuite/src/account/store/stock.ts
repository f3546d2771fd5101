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

export type Wish = Omit<Demand, 'orderId' | 'committed'>;

export interface StockLevel {
  readonly itemId: string;
  readonly locationId: string;
  readonly onHand: Decimal;
  readonly committed: Decimal;
  readonly backordered: Decimal;
}

export interface StockState {
  readonly onHand: ReadonlyArray<readonly [itemId: string, locationId: string, quantity: Decimal]>;
  readonly demands: readonly Demand[];
}

export interface Stock {
  readonly onHand: (itemId: string, locationId: string) => Decimal;
  /** Null where the item was never stocked nor wanted at the location. */
  readonly level: (itemId: string, locationId: string) => StockLevel | null;
  readonly levels: () => StockLevel[];
  readonly move: (itemId: string, locationId: string, quantity: Decimal) => void;
  /** Replaces what an order wants, then shares out what is free. */
  readonly setDemand: (orderId: string, wishes: readonly Wish[]) => void;
  /** What is committed to a line of an order. */
  readonly committedTo: (demand: Omit<Demand, 'wanted' | 'committed'>) => Decimal;
  readonly state: () => StockState;
  readonly restore: (state: StockState) => void;
}

interface Place {
  readonly itemId: string;
  readonly locationId: string;
  readonly demands: Map<string, Demand>;
  onHand: Decimal;
  committed: Decimal;
  wanted: Decimal;
}

/** Empty stock whose changes the journal can take back. */
export function createStock(journal: Journal): Stock {
  const ground: Ground = { journal, places: new Map(), byOrder: new Map() };
  const { places } = ground;
  return {
    onHand: (itemId, locationId) => places.get(placeKey(itemId, locationId))?.onHand ?? 0n,
    level: (itemId, locationId) => {
      const place = places.get(placeKey(itemId, locationId));
      return place === undefined ? null : levelOf(place);
    },
    levels: () => [...places.values()].map(levelOf),
    move: (itemId, locationId, quantity) => {
      const place = placeOf(ground, { itemId, locationId });
      place.onHand += quantity;
      journal.record(() => {
        place.onHand -= quantity;
      });
      shareOut(ground, place);
    },
    setDemand: (orderId, wishes) => {
      setDemand(ground, orderId, wishes);
    },
    committedTo: (demand) =>
      places
        .get(placeKey(demand.itemId, demand.locationId))
        ?.demands.get(entryKey(demandKey(demand)))?.committed ?? 0n,
    state: () => ({
      onHand: [...places.values()].map((place) => [place.itemId, place.locationId, place.onHand]),
      demands: [...places.values()].flatMap((place) => [...place.demands.values()]),
    }),
    restore: (state) => {
      restore(ground, state);
    },
  };
}

interface Ground {
  readonly journal: Journal;
  readonly places: Map<string, Place>;
  readonly byOrder: Map<string, readonly Demand[]>;
}

function placeOf(
  { places }: Ground,
  { itemId, locationId }: { readonly itemId: string; readonly locationId: string },
): Place {
  const key = placeKey(itemId, locationId);
  const empty = { onHand: 0n, committed: 0n, wanted: 0n };
  const known = places.get(key) ?? { itemId, locationId, demands: new Map(), ...empty };
  places.set(key, known);
  return known;
}

function write(ground: Ground, place: Place, entry: Entry): void {
  const before = setEntry(place, entry);
  ground.journal.record(() => {
    setEntry(place, { key: entry.key, demand: before });
  });
}

function setDemand(ground: Ground, orderId: string, wishes: readonly Wish[]): void {
  const before = ground.byOrder.get(orderId) ?? [];
  const promised = new Map<string, Decimal>();
  for (const demand of before) {
    const place = placeOf(ground, demand);
    const key = entryKey(demandKey(demand));
    promised.set(demandKey(demand), place.demands.get(key)?.committed ?? 0n);
    write(ground, place, { key, demand: undefined });
  }
  const after = wishes.map((wish) => ({ ...wish, orderId, committed: 0n }));
  for (const demand of after) {
    const committed = least(promised.get(demandKey(demand)) ?? 0n, demand.wanted);
    const key = entryKey(demandKey(demand));
    write(ground, placeOf(ground, demand), { key, demand: { ...demand, committed } });
  }
  ground.byOrder.set(orderId, after);
  ground.journal.record(() => {
    ground.byOrder.set(orderId, before);
  });
  const touched = new Set([...before, ...after].map((demand) => placeOf(ground, demand)));
  for (const place of touched) shareOut(ground, place);
}

function restore(ground: Ground, { onHand, demands }: StockState): void {
  ground.places.clear();
  ground.byOrder.clear();
  for (const [itemId, locationId, quantity] of onHand) {
    placeOf(ground, { itemId, locationId }).onHand = quantity;
  }
  for (const demand of demands) {
    setEntry(placeOf(ground, demand), { key: entryKey(demandKey(demand)), demand });
    const known = ground.byOrder.get(demand.orderId) ?? [];
    ground.byOrder.set(demand.orderId, [...known, demand]);
  }
}

interface Entry {
  readonly key: string;
  readonly demand: Demand | undefined;
}

// Sets or removes one demand and keeps the place's sums. @returns what was there.
function setEntry(place: Place, { key, demand }: Entry): Demand | undefined {
  const before = place.demands.get(key);
  place.committed += (demand?.committed ?? 0n) - (before?.committed ?? 0n);
  place.wanted += (demand?.wanted ?? 0n) - (before?.wanted ?? 0n);
  if (demand === undefined) place.demands.delete(key);
  else place.demands.set(key, demand);
  return before;
}

// Promises what is free, oldest order first; takes promises back, newest first, when stock no longer covers them.
function shareOut(ground: Ground, place: Place): void {
  const covered = place.onHand > 0n ? place.onHand : 0n;
  let free = covered - place.committed;
  if (free === 0n || (free > 0n && place.committed === place.wanted)) return;
  const oldestFirst = [...place.demands].sort(([, a], [, b]) => byAge(a, b));
  for (const [key, demand] of free > 0n ? oldestFirst : oldestFirst.reverse()) {
    const change =
      free > 0n ? least(demand.wanted - demand.committed, free) : -least(demand.committed, -free);
    if (change !== 0n) {
      const committed = demand.committed + change;
      write(ground, place, { key, demand: { ...demand, committed } });
    }
    free -= change;
    if (free === 0n) return;
  }
}

function byAge(a: Demand, b: Demand): number {
  return Number(a.orderId) - Number(b.orderId) || Number(a.line) - Number(b.line);
}

function levelOf({ itemId, locationId, onHand, committed, wanted }: Place): StockLevel {
  return { itemId, locationId, onHand, committed, backordered: wanted - committed };
}

function placeKey(itemId: string, locationId: string): string {
  return `${itemId}@${locationId}`;
}

// A kit's line wants several items, so a demand is known by its place too.
function demandKey(demand: Omit<Demand, 'wanted' | 'committed'>): string {
  return `${demand.orderId}:${demand.line}|${placeKey(demand.itemId, demand.locationId)}`;
}

function entryKey(key: string): string {
  return key.slice(0, key.indexOf('|'));
}
