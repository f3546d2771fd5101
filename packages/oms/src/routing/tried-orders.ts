// A trial order by order: who would ship what by today's rules and by those that are tried, and why.

import { explainInWords, milesBetween } from '@sendsale/domain';
import type { MeasuredOrder, Place, PlannedOrder, RoutingFacility } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';
import { itemTitles } from '@sendsale/store/read';
import type { ItemTitle } from '@sendsale/store/read';

export interface TriedPlan {
  /** Every order in the order they came in, with what it was given. */
  readonly measured: readonly MeasuredOrder[];
  /** What was decided last for an order, with its explanation; empty where nothing is explained. */
  readonly last: ReadonlyMap<string, PlannedOrder>;
}

export interface TriedFate {
  readonly facilityId: string | null;
  readonly rule: string | null;
  readonly miles: number | null;
  /** Why, in sentences; none where the trial explains nothing. */
  readonly words: readonly string[];
}

export interface TriedOrder {
  readonly orderId: string;
  readonly name: string;
  readonly destination: Place | null;
  readonly isChanged: boolean;
  readonly items: readonly {
    readonly seq: string;
    readonly quantity: number;
    readonly title: string;
    readonly sku: string | null;
    readonly current: TriedFate;
    readonly candidate: TriedFate;
  }[];
}

const LISTED_MAX = 200;

export interface TriedOptions {
  readonly facilities: readonly RoutingFacility[];
  readonly current: TriedPlan;
  readonly candidate: TriedPlan;
}

/** How many are decided differently, and those first among the orders. */
export async function triedOrders(
  db: Database,
  tried: TriedOptions,
): Promise<{ readonly changedOrders: number; readonly orders: readonly TriedOrder[] }> {
  const { current, candidate, facilities } = tried;
  const places = new Map(facilities.map((facility) => [facility.facilityId, facility]));
  const others = byOrder(candidate);
  const all = current.measured.map((one) => {
    const other = others.get(one.order.orderId);
    return { one, other, changed: fateOf(one) !== fateOf(other) };
  });
  const different = all.filter(({ changed }) => changed);
  const shown = [...different, ...all.filter(({ changed }) => !changed)].slice(0, LISTED_MAX);
  const titles = await itemTitles(
    db,
    shown.map(({ one }) => one.order.orderId),
  );
  const orders = shown.map(({ one, other, changed }) => {
    const { orderId, name, destination, items } = one.order;
    const fate = (seq: string, plan: TriedPlan, parts: MeasuredOrder['parts']): TriedFate =>
      fateOfItem(seq, { parts, destination, places, planned: plan.last.get(orderId) });
    return {
      orderId,
      name,
      destination,
      isChanged: changed,
      items: items.map(({ seq, quantity }) => ({
        seq,
        quantity,
        ...titleOf(titles.get(`${orderId} ${seq}`)),
        current: fate(seq, current, one.parts),
        candidate: fate(seq, candidate, other?.parts ?? []),
      })),
    };
  });
  return { changedOrders: different.length, orders };
}

function byOrder(plan: TriedPlan): ReadonlyMap<string, MeasuredOrder> {
  return new Map(plan.measured.map((one) => [one.order.orderId, one]));
}

function fateOf(one: MeasuredOrder | undefined): string {
  return (one?.parts ?? [])
    .flatMap(({ facilityId, itemSeqs }) => itemSeqs.map((seq) => `${seq} ${facilityId}`))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join('\n');
}

interface FateFacts {
  readonly parts: MeasuredOrder['parts'];
  readonly destination: Place | null;
  readonly places: ReadonlyMap<string, RoutingFacility>;
  readonly planned: PlannedOrder | undefined;
}

function fateOfItem(seq: string, facts: FateFacts): TriedFate {
  const { parts, destination, places, planned } = facts;
  const part = parts.find(({ itemSeqs }) => itemSeqs.includes(seq));
  const place = places.get(part?.facilityId ?? '');
  const facilityId = part?.facilityId ?? null;
  const queue = planned?.left.find((item) => item.seq === seq)?.queue ?? null;
  const item = { seq, facilityId, queue };
  return {
    facilityId,
    rule: part?.rule ?? null,
    miles:
      place === undefined || destination === null
        ? null
        : Math.round(milesBetween(place, destination)),
    words: planned === undefined ? [] : explainInWords(item, planned.explanation),
  };
}

function titleOf(known: ItemTitle | undefined): Pick<ItemTitle, 'title' | 'sku'> {
  return { title: known?.title ?? '', sku: known?.sku ?? null };
}
