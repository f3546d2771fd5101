// What must leave first comes first; orders that say nothing come last.

import type { OrderSort } from '../units.ts';

export const shipBySort: OrderSort = {
  code: 'SHIP_BY',
  label: 'earliest ship-by date first',
  args: [],
  key: (_order, items) => Math.min(...items.map((item) => item.shipBy ?? Infinity)),
};
