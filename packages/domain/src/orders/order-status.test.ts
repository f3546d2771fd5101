// The tables of transitions: every state is reached, and nothing leads outside them.

import { describe, expect, test } from 'vitest';
import {
  isFinal,
  ITEM_STATUSES,
  ITEM_TRANSITIONS,
  nextItemStatus,
  nextOrderStatus,
  ORDER_STATUSES,
  ORDER_TRANSITIONS,
  statusFromItems,
} from './order-status.ts';
import type { TransitionTable } from './order-status.ts';

describe.each([
  ['order', ORDER_STATUSES, ORDER_TRANSITIONS],
  ['item', ITEM_STATUSES, ITEM_TRANSITIONS],
] as const)('%s', (_, statuses, transitions: TransitionTable<string>) => {
  test('every status but the first is the end of a transition', () => {
    const reached = new Set(Object.values(transitions).map((transition) => transition.to));
    expect(statuses.slice(1).filter((status) => !reached.has(status))).toEqual([]);
  });

  test('transitions start and end inside the list', () => {
    const named = Object.values(transitions).flatMap(({ from, to }) => [...from, to]);
    expect(named.filter((status) => !(statuses as readonly string[]).includes(status))).toEqual([]);
  });
});

test('a final order changes no more', () => {
  for (const status of ORDER_STATUSES.filter(isFinal)) {
    for (const transition of ['approve', 'hold', 'release', 'complete', 'cancel'] as const) {
      expect(nextOrderStatus(status, transition)).toBeNull();
    }
  }
});

test('a completed item is never cancelled', () => {
  expect(nextItemStatus('COMPLETED', 'cancel')).toBeNull();
});

test.each([
  ['CREATED', ['CREATED', 'COMPLETED'], 'CREATED'],
  ['APPROVED', ['COMPLETED', 'CANCELLED'], 'COMPLETED'],
  ['HOLD', ['CANCELLED', 'CANCELLED'], 'CANCELLED'],
  ['CREATED', ['COMPLETED'], 'COMPLETED'],
  ['CANCELLED', ['COMPLETED'], 'CANCELLED'],
  ['CREATED', [], 'CREATED'],
] as const)('an order %s with items %j is %s', (status, items, result) => {
  expect(statusFromItems(status, items)).toBe(result);
});
