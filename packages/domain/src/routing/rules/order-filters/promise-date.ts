// Takes items that must be with the customer soon.

import { promiseOf } from '../../engine/promise.ts';
import type { OrderFilter } from '../units.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const promiseDateFilter: OrderFilter = {
  code: 'PROMISE_DATE',
  label: 'is promised within so many days',
  args: [{ name: 'days', label: 'Days', kind: 'number', min: 0, max: 365 }],
  takes: (order, item, { args, at, costs }) =>
    promiseOf(order, item, costs) <= at + args.number('days') * DAY_MS,
};
