// The list of orders by pages, and the live board.

import { CHANNELS, ORDER_STATUSES } from '@sendsale/domain';
import { z } from 'zod';
import { OrderSummary } from './orders.ts';

export { CHANNELS, ORDER_STATUSES };
export type { Channel, OrderStatus } from '@sendsale/domain';

export const OrderListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  /** The `next` of the page before. */
  after: z.string().max(100).optional(),
  q: z.string().trim().min(1).max(100).optional(),
  /** One, or several with commas between. */
  status: z.string().max(100).optional(),
  channel: z.enum(CHANNELS).optional(),
  facility: z.string().max(60).optional(),
  problem: z.enum(['true', 'false']).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
});
export type OrderListQuery = z.input<typeof OrderListQuery>;

export const OrderListRow = OrderSummary.extend({
  enteredAt: z.string(),
  customer: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  sellingFacilityId: z.string().nullable(),
});
export type OrderListRow = z.infer<typeof OrderListRow>;

export const OrderListPage = z.object({
  orders: OrderListRow.array(),
  /** Give it as `after` for the next page; null: this was the last. */
  next: z.string().nullable(),
});
export type OrderListPage = z.infer<typeof OrderListPage>;

export const STAGES = [
  'HELD',
  'BOOKING',
  'BROKERING',
  'WITHOUT_STOCK',
  'SHIPPING',
  'CLOSING',
] as const;
export type Stage = (typeof STAGES)[number];

export const Board = z.object({
  at: z.string(),
  stages: z
    .object({
      stage: z.enum(STAGES),
      orders: z.number(),
      stuck: z.number(),
      oldestAt: z.string().nullable(),
      hour: z.number(),
      day: z.number(),
      longer: z.number(),
    })
    .array(),
  hours: z.object({ hour: z.string(), entered: z.number(), shipped: z.number() }).array(),
  stuck: z
    .object({
      id: z.string(),
      name: z.string(),
      stage: z.enum(STAGES),
      since: z.string(),
      problem: z.string(),
      code: z.string(),
    })
    .array(),
});
export type Board = z.infer<typeof Board>;
