// What may leave first comes first; orders that say nothing come last.

import type { OrderSort } from '../units.ts';

export const shipAfterSort: OrderSort = {
  code: 'SHIP_AFTER',
  label: 'earliest ship-after date first',
  args: [],
  key: (_order, items) => Math.min(...items.map((item) => item.shipAfter ?? Infinity)),
};
