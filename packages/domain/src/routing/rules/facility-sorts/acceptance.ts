// The facility that rejects least comes first.

import { rejectionRate } from '../acceptance.ts';
import type { FacilitySort } from '../units.ts';

export const acceptanceSort: FacilitySort = {
  code: 'ACCEPTANCE',
  label: 'fewest rejections first',
  args: [],
  key: ({ facility }) => rejectionRate(facility),
};
