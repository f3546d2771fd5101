// What the rule leaves is cancelled in so many days, unless it is allocated before; a day that is set stays.

import type { Action } from '../units.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const autoCancelDaysAction: Action = {
  code: 'AUTO_CANCEL_DAYS',
  label: 'cancel in so many days',
  args: [{ name: 'days', label: 'Days', kind: 'number', min: 1, max: 365 }],
  apply: (item, { args, at }) => ({
    ...item,
    autoCancelAt: item.autoCancelAt ?? at + args.number('days') * DAY_MS,
  }),
};
