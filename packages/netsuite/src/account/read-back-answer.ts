// What our read-back RESTlet answers: the transactions NetSuite has booked for each order.

import { z } from 'zod';

// Ids and amounts travel as texts; a bundle of other hands may print numbers.
const text = z.union([z.string(), z.number()]).transform(String);
const Booked = z.object({ id: text, status: text, total: text });

const Order = z.object({
  orderId: text,
  salesOrders: z.array(Booked),
  deposits: z.array(z.object({ id: text, amount: text, status: text, externalId: text })),
  fulfillments: z.array(z.object({ id: text, status: text, location: text, tracking: text })),
  invoices: z.array(Booked),
  cashSales: z.array(Booked),
  refunds: z.array(z.object({ id: text, amount: text })),
});

export const ReadBackAnswer = z.object({ orders: z.array(Order) });

/** The books of one order (or cash sale), by its `custbody_hc_order_id`. */
export type OrderBooks = z.infer<typeof Order>;
