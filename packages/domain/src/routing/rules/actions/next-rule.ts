// What the rule leaves goes on to the next rule.

import type { Action } from '../units.ts';

export const nextRuleAction: Action = {
  code: 'NEXT_RULE',
  label: 'go on to the next rule',
  args: [],
  apply: (item) => item,
};
