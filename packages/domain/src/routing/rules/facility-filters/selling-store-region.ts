// Keeps the facilities in the region of the store that sold the order; everything for orders no store sold.

import type { FacilityFilter } from '../units.ts';

export const sellingStoreRegionFilter: FacilityFilter = {
  code: 'SELLING_STORE_REGION',
  label: 'is in the region of the store that sold the order',
  kind: 'FACILITY',
  args: [],
  keeps: (facility, { selling }) =>
    selling === null ||
    (facility.country === selling.country && facility.region === selling.region),
};
