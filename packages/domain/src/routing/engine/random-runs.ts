// Random rules, networks and orders for the properties of brokering, and what must hold of every plan.

import fc from 'fast-check';
import { expect } from 'vitest';
import type { FilterCall, InventoryRule, RunRules } from '../rules/rules.ts';
import type { RunPlan } from './planning.ts';
import type {
  BrokeringProblem,
  RoutingFacility,
  RoutingItem,
  RoutingOrder,
  StockCell,
} from './routing-problem.ts';
import { batch, call, facility, item, NOON, order, rule, run } from './test-problem.ts';

const PRODUCTS = ['P1', 'P2', 'P3'] as const;
const IDS = ['A', 'B', 'C', 'D', 'E'] as const;

export const filters: fc.Arbitrary<FilterCall> = fc.constantFrom(
  call('NOT_SELLING_STORE'),
  call('SELLING_STORE_REGION'),
  call('PROXIMITY', { distance: 500 }),
  { ...call('PROXIMITY', { distance: 500 }), exclude: true },
  call('FACILITY_GROUP', { groups: ['EAST'] }),
  call('BROKERING_SAFETY_STOCK', { units: 1 }),
  call('ACCEPTANCE', { percent: 20 }),
  call('ENTIRE_SHIP_GROUP'),
  call('SPLIT_ITEM_GROUPS'),
  call('ALL_ITEMS_AVAILABLE'),
  call('SHIPMENTS_MAX', { count: 2 }),
  call('SHIPMENT_THRESHOLD', { minorUnits: 1500 }),
);
const sort = fc.constantFrom(
  call('PROXIMITY'),
  call('INVENTORY_BALANCE'),
  call('CAPACITY_LEFT'),
  call('COST'),
  call('ACCEPTANCE'),
  call('CUSTOM_SEQUENCE', { group: 'EAST' }),
);
const action = fc.constantFrom(
  call('NEXT_RULE'),
  call('MOVE_TO_QUEUE', { queue: 'UNFILLABLE' }),
  call('AUTO_CANCEL_DAYS', { days: 5 }),
);
export const inventoryRules: fc.Arbitrary<InventoryRule> = fc
  .record({
    assignment: fc.constantFrom('SINGLE' as const, 'MULTI' as const),
    partial: fc.boolean(),
    spread: fc.constantFrom('IN_ORDER' as const, 'FEWEST' as const),
    filters: fc.array(filters, { maxLength: 3 }),
    sorts: fc.array(sort, { maxLength: 2 }),
    actions: fc.array(action, { maxLength: 2 }),
  })
  .map((parts) => rule(parts));
export const runs: fc.Arbitrary<RunRules> = fc
  .record({
    traversal: fc.constantFrom('ORDER_BY_ORDER' as const, 'RULE_BY_RULE' as const),
    batches: fc.array(
      fc
        .array(inventoryRules, { minLength: 1, maxLength: 3 })
        .map((all) => batch({ rules: all.map((one, index) => ({ ...one, code: `R${index}` })) })),
      { minLength: 1, maxLength: 2 },
    ),
  })
  .map(({ traversal, batches }) =>
    run({ traversal, batches: batches.map((one, index) => ({ ...one, code: `B${index}` })) }),
  );

const facilities: fc.Arbitrary<readonly RoutingFacility[]> = fc
  .array(
    fc.record({
      latitude: fc.integer({ min: 25, max: 48 }),
      longitude: fc.integer({ min: -120, max: -70 }),
      shipsOrders: fc.boolean(),
      dayLeft: fc.option(fc.integer({ min: 0, max: 2 })),
      hourLeft: fc.option(fc.integer({ min: 0, max: 2 })),
      rejected: fc.nat({ max: 30 }),
      region: fc.constantFrom('NY', 'CA'),
      groups: fc.constantFrom({}, { EAST: 1 }, { EAST: 2 }),
    }),
    { minLength: 1, maxLength: IDS.length },
  )
  .map((all) => all.map((parts, index) => facility(IDS[index] ?? 'A', { offered: 30, ...parts })));

const orders: fc.Arbitrary<readonly RoutingOrder[]> = fc
  .array(
    fc.record({
      placedAt: fc.nat({ max: 5 }),
      items: fc.array(
        fc.record({
          productId: fc.constantFrom(...PRODUCTS),
          quantity: fc.integer({ min: 1, max: 2 }),
          itemGroup: fc.option(fc.constant('kit'), { freq: 3 }),
          assignedFacilityId: fc.option(fc.constantFrom('A', 'B'), { freq: 8 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.map(({ placedAt, items }, index) =>
      order(`M${index}`, { placedAt, items: items.map((one, place) => item(`${place}`, one)) }),
    ),
  );

const cells: fc.Arbitrary<readonly StockCell[]> = fc
  .array(fc.tuple(fc.nat({ max: 3 }), fc.boolean()), { minLength: 15, maxLength: 15 })
  .map((all) =>
    all.map(([available, rejected], index) => ({
      facilityId: IDS[index % 5] ?? 'A',
      productId: PRODUCTS[Math.floor(index / 5)] ?? 'P1',
      available,
      weeklyUnits: null,
      rejected: rejected && index % 3 === 0,
    })),
  );
export const brokeringProblems: fc.Arbitrary<BrokeringProblem> = fc
  .record({ facilities, orders, stock: cells })
  .map((parts) => ({ at: NOON, holds: [], ...parts }));

/** What keeps an order from being planned together with others. */
const ALONE = new Set(['ENTIRE_SHIP_GROUP', 'ALL_ITEMS_AVAILABLE', 'SHIPMENT_THRESHOLD']);

/** Runs whose orders can be planned together; of `runs` most can not. */
export const jointRuns: fc.Arbitrary<RunRules> = runs.map((one) => ({
  ...one,
  batches: one.batches.slice(0, 1).map((each) => ({
    ...each,
    rules: each.rules.map((rules) => ({
      ...rules,
      filters: rules.filters.filter(({ code }) => !ALONE.has(code)).slice(0, 1),
    })),
  })),
}));
export const jointProblems: fc.Arbitrary<BrokeringProblem> = brokeringProblems.map((one) => ({
  ...one,
  orders: one.orders.map((each) => ({
    ...each,
    items: each.items.map((other) => ({ ...other, itemGroup: null, assignedFacilityId: null })),
  })),
}));

export const itemOf = (
  one: BrokeringProblem,
  orderId: string,
  seq: string,
): RoutingItem | undefined =>
  one.orders.find((other) => other.orderId === orderId)?.items.find((other) => other.seq === seq);

/** No unit and no place goes twice, and every item goes once or is left. */
export function expectNothingTwice(one: BrokeringProblem, planned: RunPlan): void {
  const units = new Map<string, number>();
  const places = new Map<string, Set<string>>();
  for (const { orderId, parts, left } of planned.orders) {
    const seqs = [...parts.flatMap((part) => part.itemSeqs), ...left.map((other) => other.seq)];
    const wanted = one.orders.find((other) => other.orderId === orderId)?.items ?? [];
    expect(seqs.toSorted()).toEqual(wanted.map((other) => other.seq).toSorted());
    for (const { facilityId, itemSeqs } of parts) {
      places.set(facilityId, (places.get(facilityId) ?? new Set()).add(orderId));
      for (const seq of itemSeqs) {
        const chosen = itemOf(one, orderId, seq);
        const key = `${facilityId} ${chosen?.productId ?? ''}`;
        units.set(key, (units.get(key) ?? 0) + (chosen?.quantity ?? 0));
      }
    }
  }
  for (const { facilityId, productId, available, rejected } of one.stock) {
    const used = units.get(`${facilityId} ${productId}`) ?? 0;
    expect(used).toBeLessThanOrEqual(rejected ? 0 : available);
  }
  for (const { facilityId, dayLeft, hourLeft, shipsOrders } of one.facilities) {
    const taken = places.get(facilityId)?.size ?? 0;
    expect(taken).toBeLessThanOrEqual(Math.min(dayLeft ?? Infinity, hourLeft ?? Infinity));
    const all = planned.orders.flatMap(({ orderId, parts }) =>
      parts
        .filter((part) => part.facilityId === facilityId)
        .flatMap((part) => part.itemSeqs.map((seq) => itemOf(one, orderId, seq))),
    );
    const mayShip = all.every((other) => shipsOrders || other?.assignedFacilityId === facilityId);
    expect(mayShip).toBe(true);
  }
}
