// Removes the store that sold the order: what it has on the shelf the customer could have taken along.

import type { FacilityFilter } from '../units.ts';

export const notSellingStoreFilter: FacilityFilter = {
  code: 'NOT_SELLING_STORE',
  label: 'is not the store that sold the order',
  kind: 'FACILITY',
  args: [],
  keeps: (facility, { order }) => facility.facilityId !== order.sellingFacilityId,
};
