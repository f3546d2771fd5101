// The facility whose stock lasts longest comes first; where nothing is known of its sales, last.

import type { FacilitySort } from '../units.ts';

export const weeksOfSupplySort: FacilitySort = {
  code: 'WEEKS_OF_SUPPLY',
  label: 'most weeks of supply first',
  args: [],
  key: ({ weeksOfSupply }) => (weeksOfSupply === null ? Infinity : -weeksOfSupply),
};
