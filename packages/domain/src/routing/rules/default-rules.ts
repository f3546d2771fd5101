// The rules of a merchant who configured nothing: the nearest facility that has everything, else the fewest
// facilities, nearer ones first; what nobody has waits as unfillable until stock appears.

import { DEFAULT_COSTS } from './costs.ts';
import type { BrokeringRules, InventoryRule } from './rules.ts';

const SHARED = {
  active: true,
  filters: [],
  sorts: [{ code: 'PROXIMITY', args: {} }],
} as const;

const NEAREST_WITH_EVERYTHING: InventoryRule = {
  ...SHARED,
  code: 'NEAREST_WITH_EVERYTHING',
  name: 'The nearest facility that has everything',
  assignment: 'SINGLE',
  partial: false,
  spread: 'IN_ORDER',
  actions: [{ code: 'NEXT_RULE', args: {} }],
};

const FEWEST_FACILITIES: InventoryRule = {
  ...SHARED,
  code: 'FEWEST_FACILITIES',
  name: 'The fewest facilities, nearer ones first',
  assignment: 'MULTI',
  partial: true,
  spread: 'FEWEST',
  actions: [{ code: 'MOVE_TO_QUEUE', args: { queue: 'UNFILLABLE' } }],
};

export const DEFAULT_RULES: BrokeringRules = {
  runs: [
    {
      code: 'AT_ONCE',
      name: 'Everything that waits, at once',
      active: true,
      cron: null,
      timeZone: 'UTC',
      urgentAtOnce: true,
      traversal: 'ORDER_BY_ORDER',
      batches: [
        {
          code: 'EVERYTHING',
          name: 'Every approved order',
          active: true,
          filters: [],
          sorts: [{ code: 'ORDER_DATE', args: {} }],
          rules: [NEAREST_WITH_EVERYTHING, FEWEST_FACILITIES],
        },
      ],
    },
  ],
  costs: DEFAULT_COSTS,
  notHereDays: 7,
  historyDays: 28,
};
