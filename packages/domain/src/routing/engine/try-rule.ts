// One rule's turn with one order: filter the facilities, rank what is left, and divide the items among them.

import type { RemovedFacilities } from '../explanation.ts';
import type { RouteCosts } from '../rules/costs.ts';
import type { CandidateView, FacilityView } from '../rules/units.ts';
import type { CompiledRule } from './compile-rules.ts';
import {
  chooseFewest,
  chooseInOrder,
  chooseMost,
  chooseSingle,
  shippable,
} from './choose-parts.ts';
import type { Lot, Part, Shipper } from './choose-parts.ts';
import { lotsOf } from './lots.ts';
import { capacityLeft } from './network.ts';
import type { Network, ProductStock } from './network.ts';
import type { RoutingFacility, RoutingItem, RoutingOrder } from './routing-problem.ts';
import { costFrom, parcelCosts } from './shipment-cost.ts';
import type { ParcelCosts } from './shipment-cost.ts';

export interface RuleQuestion {
  readonly at: number;
  readonly order: RoutingOrder;
  readonly items: readonly RoutingItem[];
  /** By facility; null when the destination is unknown. */
  readonly miles: Float64Array | null;
  /** Facilities that ship something of the order already. */
  readonly presentAt: ReadonlySet<number>;
  readonly costs: RouteCosts;
}

export interface Candidate extends Shipper, CandidateView {
  readonly index: number;
  readonly miles: number | null;
  readonly keys: readonly number[];
}

export interface RuleAnswer {
  readonly parts: readonly Part<Candidate>[];
  /** In the rule's order. */
  readonly ranked: readonly Candidate[];
  readonly lots: readonly Lot[];
  readonly removed: readonly RemovedFacilities[];
  /** Which entry of `removed` took the facility out, or -1; asked before the parts are taken. */
  readonly removedBy: (index: number) => number;
  readonly refused: string | null;
}

/** Looks only; the caller takes what the parts say. */
export function tryRule(network: Network, rule: CompiledRule, question: RuleQuestion): RuleAnswer {
  const search = makeSearch(network, rule, question);
  const lots = lotsOf(question.items, search.productIds, rule.options);
  const ranked: Candidate[] = [];
  for (let index = 0; index < network.facilities.length; index += 1) {
    const step = removedAt(search, index);
    const facility = step === -1 ? network.facilities[index] : undefined;
    if (facility === undefined) search.counts[step] = (search.counts[step] ?? 0) + 1;
    else ranked.push(candidateAt(search, index, facility));
  }
  ranked.sort(byKeys);
  const { names, counts } = search;
  const removed = names.map((by, step) => ({ by, facilities: counts[step] ?? 0 }));
  const removedBy = (index: number): number => removedAt(search, index);
  const { parts, refused } = divide(rule, ranked, lots);
  return { parts, refused, ranked, lots, removed, removedBy };
}

/** What one turn works with; `view` is one object for all facilities, since there are millions of looks. */
interface Search {
  readonly network: Network;
  readonly rule: CompiledRule;
  readonly question: RuleQuestion;
  readonly productIds: readonly string[];
  /** By position of the product; null is one nobody has. */
  readonly products: readonly (ProductStock | null)[];
  readonly parcel: ParcelCosts;
  readonly view: { -readonly [Key in keyof FacilityView]: FacilityView[Key] };
  readonly names: readonly string[];
  readonly counts: number[];
}

const DOES_NOT_SHIP = 0;
const AT_CAPACITY = 1;
const FIRST_FILTER = 2;

function makeSearch(network: Network, rule: CompiledRule, question: RuleQuestion): Search {
  const { at, order, items, costs } = question;
  const filters = rule.facilityFilters.map(({ unit }) => unit.code);
  const names = ['DOES_NOT_SHIP', 'AT_CAPACITY', ...filters, 'REJECTED_BEFORE', 'NO_STOCK'];
  const productIds = [...new Set(items.map((item) => item.productId))];
  const sellingIndex = network.indexOf.get(order.sellingFacilityId ?? '');
  const selling = sellingIndex === undefined ? null : (network.facilities[sellingIndex] ?? null);
  return {
    network,
    rule,
    question,
    productIds,
    products: productIds.map((productId) => network.stock.get(productId) ?? null),
    parcel: parcelCosts(items, costs),
    view: { at, order, items, costs, selling, miles: null, args: NO_ARGS },
    names,
    counts: names.map(() => 0),
  };
}

/** @returns the step that removes the facility, or -1. Millions of calls a run: typed arrays first. */
function removedAt(search: Search, index: number): number {
  const { network, rule, question, products } = search;
  if (network.ships[index] !== 1) return DOES_NOT_SHIP;
  if (capacityLeft(network, index) <= 0 && !rule.options.ignoreOrderLimit) {
    if (!question.presentAt.has(index)) return AT_CAPACITY;
  }
  const filters = rule.facilityFilters.length;
  const filter = filters === 0 ? -1 : filterAt(search, index);
  if (filter !== -1) return FIRST_FILTER + filter;
  let rejected = false;
  for (let product = 0; product < products.length; product += 1) {
    const stock = products[product];
    if (stock === null || stock === undefined || (stock.left[index] ?? 0) <= 0) continue;
    if (stock.rejectedAt.has(index)) rejected = true;
    else if (usable(search, stock, index) > 0) return -1;
  }
  return FIRST_FILTER + filters + (rejected ? 0 : 1);
}

/** @returns the rule's filter that removes the facility, or -1 */
function filterAt({ network, rule, question, view }: Search, index: number): number {
  const facility = network.facilities[index];
  if (facility === undefined) return -1;
  view.miles = question.miles?.[index] ?? null;
  for (let step = 0; step < rule.facilityFilters.length; step += 1) {
    const filter = rule.facilityFilters[step];
    if (filter === undefined) continue;
    view.args = filter.args;
    if (filter.unit.keeps(facility, view) === filter.exclude) return step;
  }
  return -1;
}

function usable({ rule }: Search, stock: ProductStock, index: number): number {
  let available = stock.left[index] ?? 0;
  if (rule.stockFilters.length === 0) return available;
  const weeklyUnits = stock.weeklyUnits.get(index) ?? null;
  for (const { unit, args } of rule.stockFilters) {
    available = Math.min(available, unit.usable({ available, weeklyUnits }, args));
  }
  return available;
}

function candidateAt(search: Search, index: number, facility: RoutingFacility): Candidate {
  const { network, rule, question, products, parcel, view } = search;
  const units: number[] = [];
  let available = 0;
  let weeksOfSupply: number | null = null;
  for (const stock of products) {
    const mayShip = stock !== null && !stock.rejectedAt.has(index);
    const here = mayShip ? usable(search, stock, index) : 0;
    units.push(here);
    available += here;
    const weeklyUnits = here > 0 ? (stock?.weeklyUnits.get(index) ?? 0) : 0;
    if (weeklyUnits > 0) weeksOfSupply = Math.min(weeksOfSupply ?? Infinity, here / weeklyUnits);
  }
  const left = capacityLeft(network, index);
  const miles = question.miles?.[index] ?? null;
  view.miles = miles;
  const cost = costFrom(parcel, { facility, miles }, question.costs);
  const keys: number[] = [];
  const capacity = left === Infinity ? null : left;
  const candidate = {
    facility,
    available,
    weeksOfSupply,
    cost,
    capacityLeft: capacity,
    index,
    miles,
    units,
    keys,
  };
  for (const { unit, args } of rule.sorts) {
    view.args = args;
    keys.push(unit.key(candidate, view));
  }
  return candidate;
}

const NO_ARGS: FacilityView['args'] = {
  number: () => 0,
  text: () => '',
  texts: () => new Set(),
};

// A total order: no two candidates have the same index, and indexes follow the facilities' ids.
function byKeys(a: Candidate, b: Candidate): number {
  for (let position = 0; position < a.keys.length; position += 1) {
    const key = a.keys[position] ?? 0;
    const other = b.keys[position] ?? 0;
    if (key !== other) return key < other ? -1 : 1;
  }
  return a.index - b.index;
}

interface Division {
  readonly parts: readonly Part<Candidate>[];
  readonly refused: string | null;
}

function divide(rule: CompiledRule, ranked: readonly Candidate[], lots: readonly Lot[]): Division {
  const { options } = rule;
  if (lots.length === 0 || ranked.length === 0) return { parts: [], refused: null };
  if (
    options.everythingAvailable &&
    chooseInOrder(ranked, lots).flatMap((one) => one.lots).length < lots.length
  ) {
    return { parts: [], refused: 'ALL_ITEMS_AVAILABLE' };
  }
  const parts = chooseBy(rule, ranked, lots);
  const assigned = parts.flatMap((one) => one.lots);
  if (parts.length === 0) {
    const some = ranked.some((one) => shippable(one, lots).length > 0);
    return { parts, refused: some ? 'PARTIAL' : null };
  }
  if (!rule.rule.partial && assigned.length < lots.length) return { parts: [], refused: 'PARTIAL' };
  const isSplit = parts.length > 1 || assigned.length < lots.length;
  if (isSplit && leastValue(parts, lots) < options.shipmentValueMinor) {
    return { parts: [], refused: 'SHIPMENT_THRESHOLD' };
  }
  return { parts, refused: null };
}

function chooseBy(rule: CompiledRule, ranked: readonly Candidate[], lots: readonly Lot[]) {
  const { assignment, partial, spread } = rule.rule;
  if (assignment === 'SINGLE') return (partial ? chooseMost : chooseSingle)(ranked, lots);
  const parts = (spread === 'FEWEST' ? chooseFewest : chooseInOrder)(ranked, lots);
  return parts.slice(0, rule.options.shipmentsMax);
}

/** Value of the least part, what is left among them. */
function leastValue(parts: readonly Part<Candidate>[], lots: readonly Lot[]): number {
  const assigned = new Set(parts.flatMap((one) => one.lots));
  const left = lots.filter((lot) => !assigned.has(lot));
  const values = parts.map((one) => valueOf(one.lots));
  return Math.min(...values, ...(left.length > 0 ? [valueOf(left)] : []));
}

function valueOf(lots: readonly Lot[]): number {
  return lots.flatMap((lot) => lot.items).reduce((sum, item) => sum + item.valueMinor, 0);
}
