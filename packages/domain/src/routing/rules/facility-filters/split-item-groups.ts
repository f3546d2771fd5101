// Lets the items of a bundle go their own ways.

import type { RuleFilter } from '../units.ts';

export const splitItemGroupsFilter: RuleFilter = {
  code: 'SPLIT_ITEM_GROUPS',
  label: 'grouped items may be split',
  kind: 'RULE',
  args: [],
  change: (options) => ({ ...options, splitItemGroups: true }),
};
