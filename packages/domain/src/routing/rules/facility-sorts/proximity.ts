// The nearest facility comes first.

import type { FacilitySort } from '../units.ts';

export const proximitySort: FacilitySort = {
  code: 'PROXIMITY',
  label: 'nearest to the customer first',
  args: [],
  key: (_candidate, { miles }) => miles ?? 0,
};
