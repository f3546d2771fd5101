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
import type { Network } from './network.ts';
import type { RoutingFacility, RoutingItem, RoutingOrder } from './routing-problem.ts';
import { shipmentCost } from './shipment-cost.ts';

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
  /** By facility: position in `removed`, or -1. */
  readonly removedBy: Int16Array;
  readonly refused: string | null;
}

/** Looks only; the caller takes what the parts say. */
export function tryRule(network: Network, rule: CompiledRule, question: RuleQuestion): RuleAnswer {
  const lots = lotsOf(question.items, rule.options);
  const funnel = makeFunnel(network, rule);
  const ranked: Candidate[] = [];
  const view = viewOf(network, question);
  for (const [index, facility] of network.facilities.entries()) {
    const milesHere = question.miles?.[index] ?? null;
    const candidate = examine({
      network,
      rule,
      question,
      funnel,
      index,
      facility,
      view: view(milesHere),
    });
    if (candidate !== null) ranked.push(candidate);
  }
  ranked.sort(byKeys);
  const chosen = divide(rule, ranked, lots);
  return { ...chosen, ranked, lots, removed: funnel.removed(), removedBy: funnel.removedBy };
}

interface Funnel {
  readonly removedBy: Int16Array;
  readonly remove: (index: number, step: number) => null;
  readonly removed: () => readonly RemovedFacilities[];
}

const DOES_NOT_SHIP = 0;
const AT_CAPACITY = 1;
const FIRST_FILTER = 2;

function makeFunnel(network: Network, rule: CompiledRule): Funnel {
  const filters = rule.facilityFilters.map(({ unit }) => unit.code);
  const names = ['DOES_NOT_SHIP', 'AT_CAPACITY', ...filters, 'REJECTED_BEFORE', 'NO_STOCK'];
  const counts = names.map(() => 0);
  const removedBy = new Int16Array(network.facilities.length).fill(-1);
  return {
    removedBy,
    remove: (index, step) => {
      removedBy[index] = step;
      counts[step] = (counts[step] ?? 0) + 1;
      return null;
    },
    removed: () => names.map((by, step) => ({ by, facilities: counts[step] ?? 0 })),
  };
}

// One object for all facilities: the miles are what changes between them.
function viewOf(network: Network, question: RuleQuestion) {
  const { at, order, items, costs } = question;
  const sellingIndex = network.indexOf.get(order.sellingFacilityId ?? '');
  const selling = sellingIndex === undefined ? null : (network.facilities[sellingIndex] ?? null);
  return (miles: number | null) => ({ at, order, items, costs, selling, miles });
}

interface Examination {
  readonly network: Network;
  readonly rule: CompiledRule;
  readonly question: RuleQuestion;
  readonly funnel: Funnel;
  readonly index: number;
  readonly facility: RoutingFacility;
  readonly view: Omit<FacilityView, 'args'>;
}

function examine(examination: Examination): Candidate | null {
  const { network, rule, question, funnel, index, facility, view } = examination;
  if (!facility.shipsOrders) return funnel.remove(index, DOES_NOT_SHIP);
  const left = capacityLeft(network, index);
  const isFull = left <= 0 && !question.presentAt.has(index);
  if (isFull && !rule.options.ignoreOrderLimit) return funnel.remove(index, AT_CAPACITY);
  for (const [step, { unit, args, exclude }] of rule.facilityFilters.entries()) {
    const keeps = unit.keeps(facility, { ...view, args });
    if (keeps === exclude) return funnel.remove(index, FIRST_FILTER + step);
  }
  const { units, sum, weeks, rejected } = promisable(network, index, examination);
  if (sum === 0) {
    const noStock = FIRST_FILTER + rule.facilityFilters.length;
    return funnel.remove(index, rejected ? noStock : noStock + 1);
  }
  const { miles } = view;
  const candidate: CandidateView = {
    facility,
    available: sum,
    capacityLeft: left === Infinity ? null : left,
    weeksOfSupply: weeks,
    cost: shipmentCost(question.items, { facility, miles }, question.costs),
  };
  const keys = rule.sorts.map(({ unit, args }) => unit.key(candidate, { ...view, args }));
  return { ...candidate, index, miles, units, keys };
}

interface Promisable {
  readonly units: ReadonlyMap<string, number>;
  readonly sum: number;
  readonly weeks: number | null;
  /** It has some, but rejected it not long ago. */
  readonly rejected: boolean;
}

function promisable(network: Network, index: number, { rule, question }: Examination): Promisable {
  const units = new Map<string, number>();
  let sum = 0;
  let weeks: number | null = null;
  let rejected = false;
  for (const { productId } of question.items) {
    if (units.has(productId)) continue;
    const stock = network.stock.get(productId);
    let available = stock?.left[index] ?? 0;
    if (stock === undefined || available <= 0) continue;
    if (stock.rejectedAt.has(index)) {
      rejected = true;
      continue;
    }
    const weeklyUnits = stock.weeklyUnits.get(index) ?? null;
    for (const { unit, args } of rule.stockFilters) {
      available = Math.min(available, unit.usable({ available, weeklyUnits }, args));
    }
    if (available <= 0) continue;
    units.set(productId, available);
    sum += available;
    if (weeklyUnits !== null && weeklyUnits > 0) {
      weeks = Math.min(weeks ?? Infinity, available / weeklyUnits);
    }
  }
  return { units, sum, weeks, rejected };
}

// A total order: no two candidates have the same index, and indexes follow the facilities' ids.
function byKeys(a: Candidate, b: Candidate): number {
  for (const [position, key] of a.keys.entries()) {
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
