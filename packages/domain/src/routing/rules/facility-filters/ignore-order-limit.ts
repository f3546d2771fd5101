// Lets facilities go beyond their orders a day and an hour.

import type { RuleFilter } from '../units.ts';

export const ignoreOrderLimitFilter: RuleFilter = {
  code: 'IGNORE_ORDER_LIMIT',
  label: 'the limits of orders a day and an hour do not count',
  kind: 'RULE',
  args: [],
  change: (options) => ({ ...options, ignoreOrderLimit: true }),
};
