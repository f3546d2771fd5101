// Keeps the facilities whose carrier still comes today, with time left to pack, on their own clock.

import { localTime } from '../../local-time.ts';
import type { FacilityFilter } from '../units.ts';

export const beforeCutOffFilter: FacilityFilter = {
  code: 'BEFORE_CUT_OFF',
  label: 'has its carrier pick-up still before it today',
  kind: 'FACILITY',
  args: [
    {
      name: 'minutes',
      label: 'Minutes needed to pack',
      kind: 'number',
      min: 0,
      max: 1440,
      fallback: 0,
    },
  ],
  keeps: ({ cutOffs, timeZone }, { args, at, items }) => {
    if (cutOffs.length === 0) return true;
    const ready = localTime(at, timeZone).minute + args.number('minutes');
    return items.every(({ shippingMethod }) => {
      const own = cutOffs.find((one) => one.shippingMethod === shippingMethod);
      const cutOff = own ?? cutOffs.find((one) => one.shippingMethod === '*');
      return cutOff === undefined || ready <= cutOff.at;
    });
  },
};
