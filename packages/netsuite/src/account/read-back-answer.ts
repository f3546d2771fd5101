// What our read-back RESTlet answers: the transactions NetSuite has booked for each order.

import { z } from 'zod';

// Ids and amounts travel as texts; a bundle of other hands may print numbers.
const text = z.union([z.string(), z.number()]).transform(String);
// What bundles before 0.2 did not say.
const later = text.default('');
const Booked = z.object({ id: text, externalId: later, status: text, total: text });
const Line = z.object({ key: text, type: text, quantity: text, amount: text, closed: z.boolean() });
const Sale = Booked.extend({ lines: z.array(Line).nullable().default(null) });
const Money = z.object({ id: text, amount: text, status: later, externalId: later });
const Invoice = Booked.extend({ open: later });
const OfReturn = Money.extend({ returnId: later });
const Credit = OfReturn.extend({ open: later, paysExchange: z.boolean().default(false) });

const Order = z.object({
  orderId: text,
  salesOrders: z.array(Sale),
  deposits: z.array(Money),
  fulfillments: z.array(
    z.object({
      id: text,
      status: text,
      location: text,
      tracking: text,
      lines: z
        .array(z.object({ key: text, quantity: text }))
        .nullable()
        .default(null),
    }),
  ),
  invoices: z.array(Invoice),
  cashSales: z.array(Sale),
  refunds: z.array(OfReturn),
  credits: z.array(Credit).default([]),
});

export const ReadBackAnswer = z.object({ orders: z.array(Order) });

/** The books of one order (or cash sale), by its `custbody_hc_order_id`. */
export type OrderBooks = z.infer<typeof Order>;
