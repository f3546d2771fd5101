// A golden trace for every inventory filter, facility sort and action: what it makes of a small network.

import { expect, test } from 'vitest';
import { ACTIONS, FACILITY_SORTS, INVENTORY_FILTERS } from '../rules/catalogue.ts';
import { batch, call, facility, item, order, rule, run, stock, trace } from './test-problem.ts';
import type { BrokeringProblem } from './routing-problem.ts';
import type { FilterCall, InventoryRule, UnitCall } from '../rules/rules.ts';

// A sold the order and is nearest; B is in New Jersey, C in Ohio.
const A = facility('A', { groups: { EAST: 1 } });
const B = facility('B', { latitude: 41, region: 'NJ', groups: { EAST: 0 }, kind: 'WAREHOUSE' });
const C = facility('C', { latitude: 44, region: 'OH', groups: { WEST: 0 } });
const NETWORK = {
  facilities: [A, B, C],
  stock: stock({ A: { P1: 2 }, B: { P1: 3 }, C: { P1: 9 } }),
};

const by = (parts: Partial<InventoryRule>) => run({ batches: [batch({ rules: [rule(parts)] })] });
const filtered = (filter: FilterCall, network: Partial<BrokeringProblem> = {}) =>
  trace({ ...NETWORK, ...network }, by({ filters: [filter] }));
const excluded = (filter: FilterCall) => filtered({ ...filter, exclude: true });

test('without filter the nearest facility ships', () => {
  expect(trace(NETWORK, by({}))).toEqual(['M1/1 → A by RULE']);
});

const TWO_ITEMS = { orders: [order('M1', { items: [item('1'), item('2', { productId: 'P2' })] })] };
const TWO_PLACES = { ...TWO_ITEMS, stock: stock({ A: { P1: 1 }, B: { P2: 1 } }) };
const SPLIT = ['M1/1 → A by RULE', 'M1/2 → B by RULE'];
const WAITS = ['M1/1 – BROKERING', 'M1/2 – BROKERING'];
const grouped = [item('1', { itemGroup: 'kit' }), item('2', { productId: 'P2', itemGroup: 'kit' })];
const KIT = { ...TWO_PLACES, orders: [order('M1', { items: grouped })] };
const full = {
  facilities: [
    { ...A, dayLeft: 0 },
    { ...B, hourLeft: 0 },
    { ...C, dayLeft: 0 },
  ],
};

const FILTER_TRACES: Readonly<Record<string, () => void>> = {
  FACILITY_GROUP: () => {
    const west = call('FACILITY_GROUP', { groups: ['WEST'] });
    expect(filtered(west)).toEqual(['M1/1 → C by RULE']);
    expect(excluded(west)).toEqual(['M1/1 → A by RULE']);
  },
  FACILITY_KIND: () => {
    const warehouses = call('FACILITY_KIND', { kinds: ['WAREHOUSE'] });
    expect(filtered(warehouses)).toEqual(['M1/1 → B by RULE']);
    expect(excluded(warehouses)).toEqual(['M1/1 → A by RULE']);
  },
  PROXIMITY: () => {
    const near = call('PROXIMITY', { distance: 100 });
    expect(excluded(near)).toEqual(['M1/1 → C by RULE']);
    const kilometres = call('PROXIMITY', { distance: 100, unit: 'KM' });
    expect(excluded(kilometres)).toEqual(['M1/1 → B by RULE']);
  },
  NOT_SELLING_STORE: () => {
    expect(filtered(call('NOT_SELLING_STORE'))).toEqual(['M1/1 → B by RULE']);
    expect(excluded(call('NOT_SELLING_STORE'))).toEqual(['M1/1 → A by RULE']);
  },
  SELLING_STORE_REGION: () => {
    expect(excluded(call('SELLING_STORE_REGION'))).toEqual(['M1/1 → B by RULE']);
    const orders = [order('M1', { sellingFacilityId: 'C' })];
    expect(filtered(call('SELLING_STORE_REGION'), { orders })).toEqual(['M1/1 → C by RULE']);
  },
  SELLING_STORE_GROUP: () => {
    const east = call('SELLING_STORE_GROUP', { groups: ['EAST', 'WEST'] });
    expect(excluded(east)).toEqual(['M1/1 → C by RULE']);
    const orders = [order('M1', { sellingFacilityId: null })];
    expect(filtered(east, { orders })).toEqual(['M1/1 → A by RULE']);
  },
  OPEN_NOW: () => {
    // 15:00 in New York is 12:00 in Los Angeles.
    const hours = [{ day: 1, from: 14 * 60, to: 18 * 60 }];
    const west = { ...A, openingHours: hours, timeZone: 'America/Los_Angeles' };
    const facilities = [west, { ...B, openingHours: hours }, C];
    expect(filtered(call('OPEN_NOW'), { facilities })).toEqual(['M1/1 → B by RULE']);
  },
  BEFORE_CUT_OFF: () => {
    const cutOffs = [{ shippingMethod: '*', at: 15 * 60 + 30 }];
    const express = { shippingMethod: 'STANDARD', at: 14 * 60 };
    const facilities = [{ ...A, cutOffs: [...cutOffs, express] }, { ...B, cutOffs }, C];
    expect(filtered(call('BEFORE_CUT_OFF'), { facilities })).toEqual(['M1/1 → B by RULE']);
    const packed = call('BEFORE_CUT_OFF', { minutes: 31 });
    expect(filtered(packed, { facilities })).toEqual(['M1/1 → C by RULE']);
  },
  ACCEPTANCE: () => {
    const facilities = [{ ...A, offered: 90, rejected: 20 }, { ...B, offered: 90, rejected: 5 }, C];
    const most = call('ACCEPTANCE', { percent: 10 });
    expect(filtered(most, { facilities })).toEqual(['M1/1 → B by RULE']);
  },
  BROKERING_SAFETY_STOCK: () => {
    const kept = call('BROKERING_SAFETY_STOCK', { units: 2 });
    expect(filtered(kept)).toEqual(['M1/1 → B by RULE']);
  },
  WEEKS_OF_SUPPLY: () => {
    const cells = NETWORK.stock.map((cell) => ({ ...cell, weeklyUnits: 1 }));
    const weeks = call('WEEKS_OF_SUPPLY', { weeks: 4 });
    expect(filtered(weeks, { stock: cells })).toEqual(['M1/1 → C by RULE']);
    expect(filtered(weeks)).toEqual(['M1/1 → A by RULE']);
  },
  IGNORE_ORDER_LIMIT: () => {
    expect(trace({ ...NETWORK, ...full }, by({}))).toEqual(['M1/1 – BROKERING']);
    expect(filtered(call('IGNORE_ORDER_LIMIT'), full)).toEqual(['M1/1 → A by RULE']);
  },
  SPLIT_ITEM_GROUPS: () => {
    expect(trace({ ...NETWORK, ...KIT }, by({}))).toEqual(WAITS);
    expect(filtered(call('SPLIT_ITEM_GROUPS'), KIT)).toEqual(SPLIT);
  },
  ENTIRE_SHIP_GROUP: () => {
    expect(trace({ ...NETWORK, ...TWO_PLACES }, by({}))).toEqual(SPLIT);
    expect(filtered(call('ENTIRE_SHIP_GROUP'), TWO_PLACES)).toEqual(WAITS);
  },
  ALL_ITEMS_AVAILABLE: () => {
    expect(filtered(call('ALL_ITEMS_AVAILABLE'), TWO_PLACES)).toEqual(SPLIT);
    const half = { ...TWO_ITEMS, stock: stock({ A: { P1: 1 } }) };
    expect(filtered(call('ALL_ITEMS_AVAILABLE'), half)).toEqual(WAITS);
  },
  SHIPMENT_THRESHOLD: () => {
    const least = (minorUnits: number) => call('SHIPMENT_THRESHOLD', { minorUnits });
    expect(filtered(least(1000), TWO_PLACES)).toEqual(SPLIT);
    expect(filtered(least(1001), TWO_PLACES)).toEqual(WAITS);
  },
  SHIPMENTS_MAX: () => {
    const one = call('SHIPMENTS_MAX', { count: 1 });
    expect(filtered(one, TWO_PLACES)).toEqual(['M1/1 → A by RULE', 'M1/2 – BROKERING']);
  },
};

test.each(INVENTORY_FILTERS.map((filter) => filter.code))('filter %s', (code) => {
  expect(Object.keys(FILTER_TRACES)).toContain(code);
  FILTER_TRACES[code]?.();
});

const sorted = (sort: UnitCall, network: Partial<BrokeringProblem> = {}) =>
  trace({ ...NETWORK, ...network }, by({ sorts: [sort] }));

const SORT_TRACES: Readonly<Record<string, () => void>> = {
  PROXIMITY: () => expect(sorted(call('PROXIMITY'))).toEqual(['M1/1 → A by RULE']),
  INVENTORY_BALANCE: () => expect(sorted(call('INVENTORY_BALANCE'))).toEqual(['M1/1 → C by RULE']),
  CAPACITY_LEFT: () => {
    const facilities = [
      { ...A, dayLeft: 5 },
      { ...B, dayLeft: 9, hourLeft: 6 },
      { ...C, dayLeft: 5 },
    ];
    expect(sorted(call('CAPACITY_LEFT'), { facilities })).toEqual(['M1/1 → B by RULE']);
  },
  CUSTOM_SEQUENCE: () =>
    expect(sorted(call('CUSTOM_SEQUENCE', { group: 'EAST' }))).toEqual(['M1/1 → B by RULE']),
  WEEKS_OF_SUPPLY: () => {
    const weekly: Readonly<Record<string, number>> = { A: 1, B: 0.5, C: 9 };
    const cells = NETWORK.stock.map((cell) => ({
      ...cell,
      weeklyUnits: weekly[cell.facilityId] ?? null,
    }));
    expect(sorted(call('WEEKS_OF_SUPPLY'), { stock: cells })).toEqual(['M1/1 → B by RULE']);
  },
  ACCEPTANCE: () => {
    const facilities = [{ ...A, offered: 50, rejected: 9 }, B, { ...C, offered: 50, rejected: 1 }];
    expect(sorted(call('ACCEPTANCE'), { facilities })).toEqual(['M1/1 → B by RULE']);
  },
  COST: () => {
    const facilities = [{ ...A, perShipment: 5 }, B, C];
    expect(sorted(call('COST'), { facilities })).toEqual(['M1/1 → B by RULE']);
    const rejecting = [{ ...A, offered: 90, rejected: 80 }, B, C];
    expect(sorted(call('COST'), { facilities: rejecting })).toEqual(['M1/1 → B by RULE']);
  },
};

test.each(FACILITY_SORTS.map((sort) => sort.code))('facility sort %s', (code) => {
  expect(Object.keys(SORT_TRACES)).toContain(code);
  SORT_TRACES[code]?.();
});

const NOBODY = { facilities: [A], stock: stock({}) };
const left = (actions: readonly UnitCall[], network: Partial<BrokeringProblem> = {}) => {
  const second = rule({
    code: 'SECOND',
    actions: [call('MOVE_TO_QUEUE', { queue: 'BACK_ORDER' })],
  });
  const rules = run({ batches: [batch({ rules: [rule({ actions }), second] })] });
  return trace({ ...NOBODY, ...network }, rules);
};
const dated = { orders: [order('M1', { items: [item('1', { autoCancelAt: 0 })] })] };

const ACTION_TRACES: Readonly<Record<string, () => void>> = {
  NEXT_RULE: () => expect(left([call('NEXT_RULE')])).toEqual(['M1/1 – BACK_ORDER']),
  MOVE_TO_QUEUE: () =>
    expect(left([call('MOVE_TO_QUEUE', { queue: 'PRE_ORDER' })])).toEqual(['M1/1 – PRE_ORDER']),
  AUTO_CANCEL_DAYS: () =>
    expect(left([call('AUTO_CANCEL_DAYS', { days: 7 })])).toEqual(['M1/1 – BACK_ORDER for 7 days']),
  CLEAR_AUTO_CANCEL: () =>
    expect(left([call('CLEAR_AUTO_CANCEL')], dated)).toEqual(['M1/1 – BACK_ORDER']),
};

test.each(ACTIONS.map((action) => action.code))('action %s', (code) => {
  expect(Object.keys(ACTION_TRACES)).toContain(code);
  ACTION_TRACES[code]?.();
});

test('a single assignment ships all from one facility, or with partial the most from one', () => {
  const whole = by({ assignment: 'SINGLE', partial: false });
  expect(trace({ ...NETWORK, ...TWO_PLACES }, whole)).toEqual(WAITS);
  const some = by({ assignment: 'SINGLE', partial: true });
  expect(trace({ ...NETWORK, ...TWO_PLACES }, some)).toEqual([
    'M1/1 → A by RULE',
    'M1/2 – BROKERING',
  ]);
});

test('the fewest facilities are found where their order would need more', () => {
  const items = ['P1', 'P2', 'P3'].map((productId, index) =>
    item(String(index + 1), { productId }),
  );
  const network = {
    ...NETWORK,
    orders: [order('M1', { items })],
    stock: stock({ A: { P1: 1 }, B: { P2: 1, P1: 1 }, C: { P2: 1, P3: 1 } }),
  };
  expect(trace(network, by({ spread: 'IN_ORDER' }))).toEqual([
    'M1/1 → A by RULE',
    'M1/2 → B by RULE',
    'M1/3 → C by RULE',
  ]);
  expect(trace(network, by({ spread: 'FEWEST' }))).toEqual([
    'M1/1 → A by RULE',
    'M1/2 → C by RULE',
    'M1/3 → C by RULE',
  ]);
});

test('what is held for a send sale placed before is not promised to a later order', () => {
  const scarce = { ...NETWORK, stock: stock({ A: { P1: 1 } }) };
  const held = (placedAt: number) => ({
    ...scarce,
    holds: [{ productId: 'P1', placedAt, units: 1 }],
  });
  expect(trace(held(0), by({}))).toEqual(['M1/1 – BROKERING']);
  expect(trace(held(Number.MAX_SAFE_INTEGER), by({}))).toEqual(['M1/1 → A by RULE']);
});
