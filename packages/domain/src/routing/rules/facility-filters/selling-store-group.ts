// Keeps the facilities that share a group with the store that sold the order; everything where no store did.

import type { FacilityFilter } from '../units.ts';

export const sellingStoreGroupFilter: FacilityFilter = {
  code: 'SELLING_STORE_GROUP',
  label: 'shares one of these groups with the store that sold the order',
  kind: 'FACILITY',
  args: [{ name: 'groups', label: 'Facility groups', kind: 'texts' }],
  keeps: (facility, { args, selling }) => {
    if (selling === null) return true;
    for (const group of args.texts('groups')) {
      if (selling.groups[group] !== undefined && facility.groups[group] !== undefined) return true;
    }
    return false;
  },
};
