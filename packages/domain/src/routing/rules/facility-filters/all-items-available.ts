// Leaves an order alone unless everything the rule looks at is available, be it in several places.

import type { RuleFilter } from '../units.ts';

export const allItemsAvailableFilter: RuleFilter = {
  code: 'ALL_ITEMS_AVAILABLE',
  label: 'every item of the order is available somewhere',
  kind: 'RULE',
  args: [],
  change: (options) => ({ ...options, everythingAvailable: true }),
};
