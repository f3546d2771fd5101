// What reaches the customer the same way ships from one facility.

import type { RuleFilter } from '../units.ts';

export const entireShipGroupFilter: RuleFilter = {
  code: 'ENTIRE_SHIP_GROUP',
  label: 'a ship group is not split',
  kind: 'RULE',
  args: [],
  change: (options) => ({ ...options, entireShipGroup: true }),
};
