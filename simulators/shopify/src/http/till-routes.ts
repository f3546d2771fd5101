// The till and the web shop: ring orders up, hand carry-outs over, cancel, refund. Everything a person
// at the counter does goes in here as JSON; nothing of it exists at the real Shopify.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { parseMinor } from '@sendsale/std';
import { z } from 'zod';
import { cancelOrder } from '../orders/cancel.ts';
import type { CartProblem } from '../orders/cart-reading.ts';
import { Cart } from '../orders/cart.ts';
import { handOver } from '../orders/hand-over.ts';
import { refundOrder } from '../orders/refund.ts';
import { readCart } from '../orders/read-cart.ts';
import { ringUp } from '../orders/ring-up.ts';
import { gid } from '../state/gid.ts';
import type { Order } from '../state/model.ts';
import { findOrder, instant, touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { orderView } from './order-view.ts';

export const staffId = z
  .union([z.number().int().positive(), z.string().regex(/^\d+$/)])
  .transform((id) => gid('StaffMember', String(id)))
  .nullable()
  .default(null);

const Cancel = z.strictObject({
  reason: z
    .enum(['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF'])
    .default('CUSTOMER'),
  restock: z.boolean().default(true),
  refund: z.boolean().default(true),
  note: z.string().nullable().default(null),
  staffId,
});

const Refund = z.strictObject({
  /** Lines by their position in the order. */
  lines: z
    .array(
      z.strictObject({
        line: z.number().int().nonnegative(),
        quantity: z.number().int().positive(),
        restock: z.boolean().default(true),
      }),
    )
    .default([]),
  shipping: z.boolean().default(false),
  /** How much money goes back, when it is not what the lines and shipping come to. */
  amount: z
    .string()
    .regex(/^\d+(\.\d{1,3})?$/)
    .optional(),
  note: z.string().nullable().default(null),
  staffId,
});

/** `changed` is called after each change, with a delay in milliseconds when one is due later. */
export function tillRoutes(
  server: FastifyInstance,
  shop: Shop,
  changed: (dueMs: number) => void,
): void {
  server.post('/till/orders', (request, reply) => {
    const cart = Cart.safeParse(request.body);
    if (!cart.success) return refuseShape(reply, cart.error);
    if (cart.data.offline) return queueOffline(shop, reply, cart.data);
    const result = ringUp(shop, cart.data);
    if (!result.ok) return reply.code(422).send({ errors: result.error });
    changed(cart.data.handOverAfterMs ?? shop.seed.handOverAfterMs);
    return reply.code(201).send(orderView(shop, result.value));
  });
  server.get<{ Params: { key: string } }>('/till/orders/:key', ({ params }, reply) =>
    withOrder(shop, reply, { key: params.key, act: () => null }),
  );
  server.post<{ Params: { key: string } }>('/till/orders/:key/hand-over', ({ params }, reply) =>
    withOrder(shop, reply, {
      key: params.key,
      act: (order) => {
        handOver(shop, order);
        changed(0);
        return null;
      },
    }),
  );
  server.post<{ Params: { key: string } }>('/till/orders/:key/cancel', (request, reply) => {
    const wanted = Cancel.safeParse(request.body ?? {});
    if (!wanted.success) return refuseShape(reply, wanted.error);
    return withOrder(shop, reply, {
      key: request.params.key,
      act: (order) => {
        const result = cancelOrder(shop, order, wanted.data);
        changed(0);
        return result.ok ? null : result.error;
      },
    });
  });
  server.post<{ Params: { key: string } }>('/till/orders/:key/refund', (request, reply) => {
    const wanted = Refund.safeParse(request.body ?? {});
    if (!wanted.success) return refuseShape(reply, wanted.error);
    return withOrder(shop, reply, {
      key: request.params.key,
      act: (order) => {
        const problem = refund(shop, order, wanted.data);
        changed(0);
        return problem;
      },
    });
  });
}

/** The register has no line: the sale is kept with its instant until the till is synced. */
function queueOffline(shop: Shop, reply: FastifyReply, cart: Cart): FastifyReply {
  const read = readCart(shop, cart);
  if (!read.ok) return reply.code(422).send({ errors: read.error });
  const at = instant(shop);
  shop.state.offline.push({ at, cart: { ...cart, offline: false, processedAt: at } });
  return reply.code(202).send({ queued: shop.state.offline.length });
}

function refund(shop: Shop, order: Order, wanted: z.infer<typeof Refund>): string | null {
  const lines = wanted.lines.map((part) => ({ ...part, item: order.lines[part.line] }));
  const known = lines.flatMap(({ item, quantity, restock }) =>
    item === undefined || quantity > item.quantity - item.removed
      ? []
      : [{ lineId: item.id, quantity, restock }],
  );
  if (known.length < lines.length) return 'There are not that many units of the line.';
  refundOrder(shop, order, {
    lines: known,
    isShippingRefunded: wanted.shipping,
    minor: wanted.amount === undefined ? null : parseMinor(wanted.amount, shop.seed.shop.currency),
    discrepancyReason: wanted.amount === undefined ? null : 'REFUND_DISCREPANCY',
    note: wanted.note,
    staffId: wanted.staffId,
  });
  touch(shop, order);
  return null;
}

export function withOrder(
  shop: Shop,
  reply: FastifyReply,
  call: { key: string; act: (order: Order) => string | readonly CartProblem[] | null },
): FastifyReply {
  const order = findOrder(shop, call.key);
  if (order === null) {
    return reply
      .code(404)
      .send({ errors: [{ path: 'order', message: `There is no ${call.key}.` }] });
  }
  const problem = call.act(order);
  if (problem === null) return reply.send(orderView(shop, order));
  const errors = typeof problem === 'string' ? [{ path: 'order', message: problem }] : problem;
  return reply.code(422).send({ errors });
}

export function refuseShape(reply: FastifyReply, error: z.ZodError): FastifyReply {
  const errors = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return reply.code(422).send({ errors });
}
