// Keeps the facilities of some groups.

import type { FacilityFilter } from '../units.ts';

export const facilityGroupFilter: FacilityFilter = {
  code: 'FACILITY_GROUP',
  label: 'is in one of these facility groups',
  kind: 'FACILITY',
  args: [{ name: 'groups', label: 'Facility groups', kind: 'texts' }],
  keeps: (facility, { args }) => {
    for (const group of args.texts('groups')) if (facility.groups[group] !== undefined) return true;
    return false;
  },
};
