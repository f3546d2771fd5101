// The facility with most to promise comes first.

import type { FacilitySort } from '../units.ts';

export const inventoryBalanceSort: FacilitySort = {
  code: 'INVENTORY_BALANCE',
  label: 'most stock first',
  args: [],
  key: (candidate) => -candidate.available,
};
