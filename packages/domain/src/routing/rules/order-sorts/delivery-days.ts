// The fastest shipping method comes first.

import { methodCosts } from '../costs.ts';
import type { OrderSort } from '../units.ts';

export const deliveryDaysSort: OrderSort = {
  code: 'DELIVERY_DAYS',
  label: 'fastest shipping method first',
  args: [],
  key: (_order, items, { costs }) =>
    Math.min(
      ...items.map((item) => methodCosts(costs, item.shippingMethod)?.deliveryDays ?? Infinity),
    ),
};
