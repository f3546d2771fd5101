// Takes items by how they are shipped.

import type { OrderFilter } from '../units.ts';

export const shippingMethodFilter: OrderFilter = {
  code: 'SHIPPING_METHOD',
  label: 'ships by one of these methods',
  args: [{ name: 'methods', label: 'Shipping methods', kind: 'texts' }],
  takes: (_order, item, { args }) => args.texts('methods').has(item.shippingMethod ?? ''),
};
