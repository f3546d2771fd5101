// Splits an order over so many facilities at most.

import type { RuleFilter } from '../units.ts';

export const shipmentsMaxFilter: RuleFilter = {
  code: 'SHIPMENTS_MAX',
  label: 'an order is split over at most so many facilities',
  kind: 'RULE',
  args: [{ name: 'count', label: 'Facilities', kind: 'number', min: 1 }],
  change: (options, args) => ({ ...options, shipmentsMax: args.number('count') }),
};
