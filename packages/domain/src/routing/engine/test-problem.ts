// Small brokering problems for tests: say what matters, the rest is plain.

import type { FilterCall, InventoryRule, OrderBatch, RunRules, UnitCall } from '../rules/rules.ts';
import { DEFAULT_COSTS } from '../rules/costs.ts';
import type { RouteCosts } from '../rules/costs.ts';
import { planRun } from './plan-run.ts';
import type {
  BrokeringProblem,
  RoutingFacility,
  RoutingItem,
  RoutingOrder,
  StockCell,
} from './routing-problem.ts';

/** Monday, 23 November 2026, 15:00 in New York. */
export const NOON = Date.parse('2026-11-23T20:00:00Z');
export const DAY = 24 * 60 * 60 * 1000;

export function facility(
  facilityId: string,
  parts: Partial<RoutingFacility> = {},
): RoutingFacility {
  return {
    facilityId,
    name: facilityId,
    kind: 'STORE',
    shipsOrders: true,
    timeZone: 'America/New_York',
    country: 'US',
    region: 'NY',
    groups: {},
    dayLeft: null,
    hourLeft: null,
    openingHours: [],
    cutOffs: [],
    offered: 0,
    rejected: 0,
    perShipment: 0,
    perUnit: 0,
    latitude: 40,
    longitude: -74,
    ...parts,
  };
}

export function item(seq: string, parts: Partial<RoutingItem> = {}): RoutingItem {
  return {
    seq,
    productId: 'P1',
    quantity: 1,
    queue: 'BROKERING',
    autoCancelAt: null,
    shipGroupSeq: '00001',
    delivery: 'SHIP',
    shippingMethod: 'STANDARD',
    categories: [],
    valueMinor: 1000,
    pounds: 1,
    itemGroup: null,
    assignedFacilityId: null,
    shipAfter: null,
    shipBy: null,
    ...parts,
  };
}

export function order(orderId: string, parts: Partial<RoutingOrder> = {}): RoutingOrder {
  return {
    orderId,
    name: `#${orderId}`,
    channel: 'POS',
    priority: 'MEDIUM',
    placedAt: NOON - DAY,
    totalMinor: 1000,
    tags: [],
    sellingFacilityId: 'A',
    destination: { latitude: 40, longitude: -74 },
    origin: 'SHIP_TO',
    country: 'US',
    region: 'NY',
    presentAt: [],
    items: [item('1')],
    ...parts,
  };
}

/** @param units facility → product → units to promise */
export function stock(
  units: Readonly<Record<string, Readonly<Record<string, number>>>>,
): readonly StockCell[] {
  return Object.entries(units).flatMap(([facilityId, products]) =>
    Object.entries(products).map(([productId, available]) => ({
      facilityId,
      productId,
      available,
      weeklyUnits: null,
      rejected: false,
    })),
  );
}

export function call(code: string, args: UnitCall['args'] = {}): FilterCall {
  return { code, args, exclude: false };
}

export function rule(parts: Partial<InventoryRule> = {}): InventoryRule {
  return {
    code: 'RULE',
    name: 'Rule',
    active: true,
    assignment: 'MULTI',
    partial: true,
    spread: 'IN_ORDER',
    filters: [],
    sorts: [call('PROXIMITY')],
    actions: [],
    ...parts,
  };
}

export function batch(parts: Partial<OrderBatch> = {}): OrderBatch {
  const plain = { code: 'BATCH', name: 'Batch', active: true, filters: [], sorts: [] };
  return { ...plain, rules: [rule()], ...parts };
}

export function run(parts: Partial<RunRules> = {}): RunRules {
  return {
    code: 'RUN',
    name: 'Run',
    active: true,
    cron: null,
    timeZone: 'UTC',
    urgentAtOnce: true,
    traversal: 'ORDER_BY_ORDER',
    batches: [batch()],
    ...parts,
  };
}

const STANDARD = DEFAULT_COSTS.methods['*'];
/** The plain table, and an express method of two days. */
export const COSTS: RouteCosts = {
  ...DEFAULT_COSTS,
  methods: {
    ...DEFAULT_COSTS.methods,
    ...(STANDARD === undefined ? {} : { EXPRESS: { ...STANDARD, deliveryDays: 2 } }),
  },
};

/** The plan as one line an item: `M1/1 → A by RULE`, or `M1/1 – UNFILLABLE`. Sorted by order and item. */
export function trace(
  problem: Partial<BrokeringProblem> & Pick<BrokeringProblem, 'facilities' | 'stock'>,
  rules: RunRules,
): readonly string[] {
  const whole = { at: NOON, orders: [order('M1')], holds: [], ...problem };
  const options = { rules: { costs: COSTS }, run: rules, rulesVersion: 1, considers: true };
  const plan = planRun(whole, options);
  const lines = plan.orders.flatMap((one) => [
    ...one.parts.flatMap((part) =>
      part.itemSeqs.map((seq) => `${one.orderId}/${seq} → ${part.facilityId} by ${part.rule}`),
    ),
    ...one.left.map((left) => {
      const days =
        left.autoCancelAt === null ? '' : ` for ${(left.autoCancelAt - NOON) / DAY} days`;
      return `${one.orderId}/${left.seq} – ${left.queue}${days}`;
    }),
  ]);
  return lines.toSorted((a, b) => (a < b ? -1 : 1));
}
