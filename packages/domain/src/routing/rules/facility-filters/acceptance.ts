// Keeps the facilities that ship most of what they are offered.

import { rejectionRate } from '../acceptance.ts';
import type { FacilityFilter } from '../units.ts';

export const acceptanceFilter: FacilityFilter = {
  code: 'ACCEPTANCE',
  label: 'rejects at most so many of a hundred offers',
  kind: 'FACILITY',
  args: [{ name: 'percent', label: 'Percent', kind: 'number', min: 0, max: 100 }],
  keeps: (facility, { args }) => rejectionRate(facility) * 100 <= args.number('percent'),
};
