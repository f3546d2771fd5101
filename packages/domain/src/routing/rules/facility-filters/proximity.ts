// Keeps what is near enough; everything where the destination is unknown.

import type { FacilityFilter } from '../units.ts';

const MILES_PER_KILOMETRE = 0.621371;

export const proximityFilter: FacilityFilter = {
  code: 'PROXIMITY',
  label: 'is at most so far from the customer',
  kind: 'FACILITY',
  args: [
    { name: 'distance', label: 'Distance', kind: 'number', min: 0 },
    { name: 'unit', label: 'Unit', kind: 'choice', choices: ['MILES', 'KM'], fallback: 'MILES' },
  ],
  keeps: (_facility, { args, miles }) => {
    const factor = args.text('unit') === 'KM' ? MILES_PER_KILOMETRE : 1;
    return miles === null || miles <= args.number('distance') * factor;
  },
};
