// What the rule leaves is not cancelled by itself.

import type { Action } from '../units.ts';

export const clearAutoCancelAction: Action = {
  code: 'CLEAR_AUTO_CANCEL',
  label: 'do not cancel by itself',
  args: [],
  apply: (item) => ({ ...item, autoCancelAt: null }),
};
