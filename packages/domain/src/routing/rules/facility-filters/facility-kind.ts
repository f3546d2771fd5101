// Keeps stores, or warehouses.

import { FACILITY_KINDS } from '../../../facilities/facility.ts';
import type { FacilityFilter } from '../units.ts';

export const facilityKindFilter: FacilityFilter = {
  code: 'FACILITY_KIND',
  label: 'is of this kind',
  kind: 'FACILITY',
  args: [{ name: 'kinds', label: 'Kinds', kind: 'choices', choices: FACILITY_KINDS }],
  keeps: (facility, { args }) => args.texts('kinds').has(facility.kind),
};
