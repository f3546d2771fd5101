// The order the merchant put a facility group in; facilities outside it come last.

import type { FacilitySort } from '../units.ts';

export const customSequenceSort: FacilitySort = {
  code: 'CUSTOM_SEQUENCE',
  label: 'in the order of a facility group',
  args: [{ name: 'group', label: 'Facility group', kind: 'text' }],
  key: ({ facility }, { args }) => facility.groups[args.text('group')] ?? Infinity,
};
