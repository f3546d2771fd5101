// Only stock that lasts long enough where it lies; what does not sell there lasts.

import type { StockFilter } from '../units.ts';

export const weeksOfSupplyFilter: StockFilter = {
  code: 'WEEKS_OF_SUPPLY',
  label: 'has stock for at least so many weeks',
  kind: 'STOCK',
  args: [{ name: 'weeks', label: 'Weeks', kind: 'number', min: 0 }],
  usable: ({ available, weeklyUnits }, args) => {
    if (weeklyUnits === null || weeklyUnits === 0) return available;
    return available / weeklyUnits >= args.number('weeks') ? available : 0;
  },
};
