// The order that is worth most comes first.

import type { OrderSort } from '../units.ts';

export const orderValueSort: OrderSort = {
  code: 'ORDER_VALUE',
  label: 'highest order total first',
  args: [],
  key: (order) => -order.totalMinor,
};
