// The order that was placed first comes first.

import type { OrderSort } from '../units.ts';

export const orderDateSort: OrderSort = {
  code: 'ORDER_DATE',
  label: 'oldest order first',
  args: [],
  key: (order) => order.placedAt,
};
