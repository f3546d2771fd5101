// A golden trace for every order filter and order sort, and for the two traversals.

import { expect, test } from 'vitest';
import { ORDER_FILTERS, ORDER_SORTS } from '../rules/catalogue.ts';
import type { FilterCall, UnitCall } from '../rules/rules.ts';
import type { RoutingOrder } from './routing-problem.ts';
import {
  batch,
  call,
  DAY,
  facility,
  item,
  NOON,
  order,
  rule,
  run,
  stock,
  trace,
} from './test-problem.ts';

const PLENTY = {
  facilities: [facility('A', { groups: { EAST: 0 } }), facility('Z', { latitude: 45 })],
  stock: stock({ A: { P1: 9, P2: 9 } }),
};

/** The items that the filter takes. */
function taken(filter: FilterCall, orders: readonly RoutingOrder[]): readonly string[] {
  const rules = run({ batches: [batch({ filters: [filter] })] });
  return trace({ ...PLENTY, orders }, rules).map((line) => line.split(' ')[0] ?? '');
}

/** Both twins of the filter: what it takes, and what its exclusion takes. */
function twins(filter: FilterCall, orders: readonly RoutingOrder[]) {
  const lines = (one: FilterCall) =>
    taken(one, orders)
      .filter((line) => line !== '')
      .join(' ');
  return [lines(filter), lines({ ...filter, exclude: true })];
}

const FILTER_TRACES: Readonly<Record<string, () => void>> = {
  QUEUE: () => {
    const items = [item('1'), item('2', { queue: 'REJECTED' })];
    const filter = call('QUEUE', { queues: ['REJECTED'] });
    // The other item of an attempted order stays where it is, and is told as left.
    expect(twins(filter, [order('M1', { items })])).toEqual(['M1/1 M1/2', 'M1/1 M1/2']);
    expect(twins(filter, [order('M1')])).toEqual(['', 'M1/1']);
  },
  SHIPPING_METHOD: () => {
    const express = order('M2', { items: [item('1', { shippingMethod: 'EXPRESS' })] });
    const filter = call('SHIPPING_METHOD', { methods: ['EXPRESS'] });
    expect(twins(filter, [order('M1'), express])).toEqual(['M2/1', 'M1/1']);
  },
  CHANNEL: () => {
    const filter = call('CHANNEL', { channels: ['WEB'] });
    expect(twins(filter, [order('M1'), order('M2', { channel: 'WEB' })])).toEqual(['M2/1', 'M1/1']);
  },
  SEND_SALE: () => {
    const orders = [order('M1'), order('M2', { channel: 'WEB' })];
    expect(twins(call('SEND_SALE'), orders)).toEqual(['M1/1', 'M2/1']);
  },
  ORIGIN_GROUP: () => {
    const filter = call('ORIGIN_GROUP', { groups: ['EAST'] });
    const orders = [order('M1'), order('M2', { sellingFacilityId: 'Z' })];
    expect(twins(filter, orders)).toEqual(['M1/1', 'M2/1']);
  },
  PRIORITY: () => {
    const filter = call('PRIORITY', { priorities: ['HIGH'] });
    expect(twins(filter, [order('M1', { priority: 'HIGH' }), order('M2')])).toEqual([
      'M1/1',
      'M2/1',
    ]);
  },
  PRODUCT_CATEGORY: () => {
    const filter = call('PRODUCT_CATEGORY', { categories: ['shoes'] });
    const shoes = order('M1', { items: [item('1', { categories: ['shoes', 'red'] })] });
    expect(twins(filter, [shoes, order('M2')])).toEqual(['M1/1', 'M2/1']);
  },
  PROMISE_DATE: () => {
    const filter = call('PROMISE_DATE', { days: 2 });
    const soon = order('M1', { items: [item('1', { shipBy: NOON + DAY })] });
    // Standard takes 7 days from the day before.
    expect(twins(filter, [soon, order('M2')])).toEqual(['M1/1', 'M2/1']);
    expect(twins(call('PROMISE_DATE', { days: 6 }), [order('M2')])).toEqual(['M2/1', '']);
  },
  DESTINATION: () => {
    const orders = [order('M1', { region: 'CA' }), order('M2', { country: 'CA', region: 'ON' })];
    expect(twins(call('DESTINATION', { places: ['US-CA'] }), orders)).toEqual(['M1/1', 'M2/1']);
    expect(twins(call('DESTINATION', { places: ['CA'] }), orders)).toEqual(['M2/1', 'M1/1']);
  },
  ORDER_TAG: () => {
    const filter = call('ORDER_TAG', { tags: ['vip'] });
    expect(twins(filter, [order('M1', { tags: ['vip'] }), order('M2')])).toEqual(['M1/1', 'M2/1']);
  },
};

test.each(ORDER_FILTERS.map((filter) => filter.code))('order filter %s', (code) => {
  expect(Object.keys(FILTER_TRACES)).toContain(code);
  FILTER_TRACES[code]?.();
});

/** Which of two orders gets the only unit. */
function first(sort: UnitCall, orders: readonly RoutingOrder[]): string | undefined {
  const rules = run({ batches: [batch({ sorts: [sort] })] });
  const network = { ...PLENTY, stock: stock({ A: { P1: 1 } }) };
  return trace({ ...network, orders }, rules).find((line) => line.includes('→'));
}

const SORT_TRACES: Readonly<
  Record<string, readonly [Partial<RoutingOrder>, Partial<RoutingOrder>]>
> = {
  ORDER_DATE: [{ placedAt: NOON - 1 }, { placedAt: NOON - 2 }],
  SHIP_BY: [{}, { items: [item('1', { shipBy: NOON })] }],
  SHIP_AFTER: [{}, { items: [item('1', { shipAfter: NOON })] }],
  DELIVERY_DAYS: [{}, { items: [item('1', { shippingMethod: 'EXPRESS' })] }],
  PRIORITY: [{ priority: 'LOW' }, { priority: 'MEDIUM' }],
  ORDER_VALUE: [{ totalMinor: 5 }, { totalMinor: 6 }],
};

test.each(ORDER_SORTS.map((sort) => sort.code))('order sort %s', (code) => {
  const [one, other] = SORT_TRACES[code] ?? [];
  expect(other).toBeDefined();
  const orders = [order('M1', one), order('M2', other)];
  expect(first(call(code), orders)).toBe('M2/1 → A by RULE');
});

test('order by order and rule by rule part where an early rule leaves stock to a later order', () => {
  // M1 wants two products, M2 one. One unit of P1 in A; A first allocates whole orders only.
  const orders = [
    order('M1', { placedAt: 1, items: [item('1'), item('2', { productId: 'P2' })] }),
    order('M2', { placedAt: 2 }),
  ];
  const network = { ...PLENTY, orders, stock: stock({ A: { P1: 1 }, Z: { P2: 1 } }) };
  const whole = rule({ code: 'WHOLE', assignment: 'SINGLE', partial: false });
  const parts = rule({ code: 'PARTS', actions: [call('MOVE_TO_QUEUE', { queue: 'UNFILLABLE' })] });
  const rules = run({ batches: [batch({ rules: [whole, parts] })] });
  expect(trace(network, rules)).toEqual([
    'M1/1 → A by PARTS',
    'M1/2 → Z by PARTS',
    'M2/1 – UNFILLABLE',
  ]);
  expect(trace(network, { ...rules, traversal: 'RULE_BY_RULE' })).toEqual([
    'M1/1 – UNFILLABLE',
    'M1/2 → Z by PARTS',
    'M2/1 → A by WHOLE',
  ]);
});

test('an item a batch moved to a queue is what a later batch takes from it', () => {
  const moved = batch({
    code: 'ONE',
    rules: [
      rule({
        filters: [call('FACILITY_GROUP', { groups: ['NONE'] })],
        actions: [call('MOVE_TO_QUEUE', { queue: 'UNFILLABLE' })],
      }),
    ],
  });
  const retry = batch({
    code: 'TWO',
    filters: [call('QUEUE', { queues: ['UNFILLABLE'] })],
    rules: [rule({ code: 'RETRY' })],
  });
  expect(trace(PLENTY, run({ batches: [moved, retry] }))).toEqual(['M1/1 → A by RETRY']);
});

test('a pickup is its own store’s, whatever the rules say', () => {
  const pickup = item('1', { delivery: 'PICKUP', assignedFacilityId: 'Z' });
  const orders = [order('M1', { items: [pickup] })];
  expect(trace({ ...PLENTY, orders }, run())).toEqual(['M1/1 – UNFILLABLE']);
  const cells = stock({ A: { P1: 1 }, Z: { P1: 1 } });
  expect(trace({ ...PLENTY, orders, stock: cells }, run())).toEqual([
    'M1/1 → Z by ASSIGNED_FACILITY',
  ]);
});
