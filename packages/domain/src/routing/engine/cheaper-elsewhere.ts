// Why not the cheaper one: the facilities that had everything an order got when the run began, at less cost, and
// what kept each from shipping it: another order that took the unit or the place, a filter, or the rule's order.

import type { CheaperFacility } from '../explanation.ts';
import type { Prices } from '../optimizer/problem.ts';
import { keepsFacility, viewOf } from './joint-orders.ts';
import type { OrderState } from './order-state.ts';
import type { OpenRun } from './open-run.ts';
import type { PlannedOrder, RunPlan } from './planning.ts';
import { makeNetwork } from './network.ts';
import type { Network, ProductStock } from './network.ts';
import { rounded } from './consider.ts';
import type { BrokeringProblem, RoutingItem } from './routing-problem.ts';
import { costFrom, parcelCosts } from './shipment-cost.ts';

const SHOWN = 3;
const CLAIMANTS = 3;
const SAVING_MIN = 0.01;

interface Claims {
  /** Facility and product, or facility alone → names of the orders that took of it. */
  readonly by: ReadonlyMap<string, readonly string[]>;
  /** As the run found it. */
  readonly before: Network;
  readonly after: Network;
  readonly prices: ReadonlyMap<string, number>;
}

/** The plan with `cheaper` in each explanation. */
export function explainCheaper(
  problem: BrokeringProblem,
  open: OpenRun,
  found: { readonly plan: RunPlan; readonly prices: Prices },
): RunPlan {
  const { plan } = found;
  const claims = {
    by: claimsOf(open, plan),
    before: makeNetwork(problem),
    after: open.planning.network,
    prices: pricesOf(found.prices),
  };
  return {
    ...plan,
    orders: plan.orders.map((one) => ({
      ...one,
      explanation: { ...one.explanation, cheaper: cheaperOf(open, one, claims) },
    })),
  };
}

const cell = (facilityId: string, productId: string): string => `${facilityId}\n${productId}`;

function claimsOf(open: OpenRun, plan: RunPlan): ReadonlyMap<string, readonly string[]> {
  const claims = new Map<string, string[]>();
  const claim = (key: string, name: string): void => {
    const known = claims.get(key) ?? [];
    if (!known.includes(name)) known.push(name);
    claims.set(key, known.slice(-CLAIMANTS));
  };
  for (const { orderId, parts } of plan.orders) {
    const order = open.stateOf(orderId)?.order;
    const name = order?.name ?? orderId;
    for (const { facilityId, itemSeqs } of parts) {
      claim(facilityId, name);
      const mine = order?.items.filter((item) => itemSeqs.includes(item.seq)) ?? [];
      for (const item of mine) claim(cell(facilityId, item.productId), name);
    }
  }
  return claims;
}

function pricesOf({ stock, capacity }: Prices): ReadonlyMap<string, number> {
  return new Map([
    ...stock.map(([facilityId, productId, price]) => [cell(facilityId, productId), price] as const),
    ...capacity,
  ]);
}

function cheaperOf(open: OpenRun, one: PlannedOrder, claims: Claims): readonly CheaperFacility[] {
  const state = open.stateOf(one.orderId);
  if (state === null || state.miles === null || one.parts.length === 0) return [];
  const seqs = new Set(one.parts.flatMap((part) => part.itemSeqs));
  const items = state.order.items.filter(
    (item) => seqs.has(item.seq) && item.assignedFacilityId === null,
  );
  if (items.length < seqs.size) return [];
  const own = one.parts.reduce((sum, part) => sum + part.cost, 0);
  const { costs } = open.planning.rules;
  const parcel = parcelCosts(items, costs);
  const found: { readonly index: number; readonly cost: number }[] = [];
  const wants = wantsOf(claims.before, items);
  for (let index = 0; index < claims.before.facilities.length; index += 1) {
    if (claims.before.ships[index] !== 1 || !holdsAll(wants, index)) continue;
    const facility = claims.before.facilities[index];
    if (facility === undefined) continue;
    const cost = costFrom(parcel, { facility, miles: state.miles[index] ?? null }, costs);
    if (cost < own - SAVING_MIN) found.push({ index, cost });
  }
  found.sort((a, b) => a.cost - b.cost || a.index - b.index);
  return found.slice(0, SHOWN).map(({ index, cost }) => ({
    facilityId: claims.before.facilities[index]?.facilityId ?? '',
    cost: rounded(cost, 100),
    saves: rounded(own - cost, 100),
    ...whyNot({ open, one, state, items, claims }, index),
  }));
}

interface Want {
  readonly stock: ProductStock | undefined;
  units: number;
}

function wantsOf(network: Network, items: readonly RoutingItem[]): readonly Want[] {
  const wants = new Map<string, Want>();
  for (const { productId, quantity } of items) {
    const want = wants.get(productId) ?? { stock: network.stock.get(productId), units: 0 };
    want.units += quantity;
    wants.set(productId, want);
  }
  return [...wants.values()];
}

function holdsAll(wants: readonly Want[], index: number): boolean {
  for (let at = 0; at < wants.length; at += 1) {
    const want = wants[at];
    if (want?.stock === undefined || (want.stock.left[index] ?? 0) < want.units) return false;
    if (want.stock.rejectedAt.has(index)) return false;
  }
  return true;
}

/** The item, when the facility has not enough of its product for all items of it. */
function shortOf(
  { network, index }: { readonly network: Network; readonly index: number },
  items: readonly RoutingItem[],
  { productId }: RoutingItem,
): string | null {
  const stock = network.stock.get(productId);
  let wanted = 0;
  for (const item of items) if (item.productId === productId) wanted += item.quantity;
  const isShort =
    stock === undefined || stock.rejectedAt.has(index) || (stock.left[index] ?? 0) < wanted;
  return isShort ? productId : null;
}

interface Asked {
  readonly open: OpenRun;
  readonly one: PlannedOrder;
  readonly state: OrderState;
  readonly items: readonly RoutingItem[];
  readonly claims: Claims;
}

type Reason = Pick<CheaperFacility, 'why' | 'by' | 'itemSeqs' | 'price' | 'claimants'>;

function whyNot(asked: Asked, index: number): Reason {
  const { one, items, claims } = asked;
  const filter = removedBy(asked, index);
  const plain = { by: filter, itemSeqs: [], price: null, claimants: [] };
  if (filter !== null) return { ...plain, why: 'FILTERED' };
  const facilityId = claims.before.facilities[index]?.facilityId ?? '';
  // What the order itself has there is no obstacle to it.
  const elsewhere = items.filter(
    (item) =>
      !one.parts.some((part) => part.facilityId === facilityId && part.itemSeqs.includes(item.seq)),
  );
  for (const item of elsewhere) {
    const productId = shortOf({ network: claims.after, index }, elsewhere, item);
    if (productId === null) continue;
    const itemSeqs = elsewhere
      .filter((other) => other.productId === productId)
      .map(({ seq }) => seq);
    const key = cell(facilityId, productId);
    return { why: 'STOCK', by: null, itemSeqs, ...worth(asked, key) };
  }
  const left = Math.min(claims.after.dayLeft[index] ?? 0, claims.after.hourLeft[index] ?? 0);
  if (left < 1 && elsewhere.length === items.length) {
    return { why: 'CAPACITY', by: null, itemSeqs: [], ...worth(asked, facilityId) };
  }
  return { ...plain, why: 'RULES' };
}

function worth({ claims, state }: Asked, key: string): Pick<Reason, 'price' | 'claimants'> {
  const { name } = state.order;
  const claimants = (claims.by.get(key) ?? []).filter((other) => other !== name);
  return { price: claims.prices.get(key) ?? null, claimants };
}

/** The first filter of the deciding rule that removes the facility. */
function removedBy({ open, one, state, items }: Asked, index: number): string | null {
  const last = one.parts.at(-1);
  const rule = open.batches
    .find(({ batch }) => batch.code === last?.batch)
    ?.rules.find((other) => other.rule.code === last?.rule);
  const facility = open.planning.network.facilities[index];
  if (rule === undefined || facility === undefined) return null;
  const view = viewOf({ state, items }, open.planning);
  view.miles = state.miles?.[index] ?? null;
  const removing = rule.facilityFilters.find(
    (filter) => !keepsFacility({ ...rule, facilityFilters: [filter] }, facility, view),
  );
  return removing?.unit.code ?? null;
}
