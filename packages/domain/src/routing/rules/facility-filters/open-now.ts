// Keeps the facilities that are open at this moment on their own clock; those without hours are.

import { localTime } from '../../local-time.ts';
import type { FacilityFilter } from '../units.ts';

export const openNowFilter: FacilityFilter = {
  code: 'OPEN_NOW',
  label: 'is open now',
  kind: 'FACILITY',
  args: [],
  keeps: ({ openingHours, timeZone }, { at }) => {
    if (openingHours.length === 0) return true;
    const { day, minute } = localTime(at, timeZone);
    return openingHours.some((one) => one.day === day && one.from <= minute && minute < one.to);
  },
};
