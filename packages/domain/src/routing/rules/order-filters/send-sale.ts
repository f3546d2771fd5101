// Takes items sold at a till and shipped to the customer.

import { isSendSale } from '../send-sale.ts';
import type { OrderFilter } from '../units.ts';

export const sendSaleFilter: OrderFilter = {
  code: 'SEND_SALE',
  label: 'is a send sale',
  args: [],
  takes: (order, item) => isSendSale(order, item),
};
