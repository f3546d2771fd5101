// The facility that can take most orders comes first; one without limit before all others.

import type { FacilitySort } from '../units.ts';

export const capacityLeftSort: FacilitySort = {
  code: 'CAPACITY_LEFT',
  label: 'most capacity left first',
  args: [],
  key: ({ capacityLeft }) => (capacityLeft === null ? -Infinity : -capacityLeft),
};
