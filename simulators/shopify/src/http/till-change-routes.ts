// What is done at the till after a sale: edits, exchanges, drafts completed or paid by their link, and
// the sync of registers that were offline.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { completeDraft, findDraft } from '../drafts/drafts.ts';
import type { Completion } from '../drafts/drafts.ts';
import { editOrder } from '../edits/edit-order.ts';
import { settle } from '../edits/settle.ts';
import { Cart, CartLine, Payment } from '../orders/cart.ts';
import type { CartProblem } from '../orders/cart-reading.ts';
import { ringUp } from '../orders/ring-up.ts';
import { exchangeAtTill } from '../returns/exchange.ts';
import { gid } from '../state/gid.ts';
import type { LineItem, Order } from '../state/model.ts';
import { touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { draftView } from './draft-view.ts';
import { orderView } from './order-view.ts';
import { refuseShape, staffId, withOrder } from './till-routes.ts';

const id = z.union([z.number().int().positive(), z.string().regex(/^\d+$/)]).transform(String);
const payments = z.array(Payment).default([{ method: 'CARD', amount: 'rest', capture: true }]);
const restock = z.boolean().default(true);
const line = z.number().int().nonnegative();

const Edit = z.strictObject({
  add: z.array(CartLine).default([]),
  /** Lines by their position, and the quantity they shall have. */
  set: z
    .array(z.strictObject({ line, quantity: z.number().int().nonnegative(), restock }))
    .default([]),
  /** Takes or gives back the difference; false leaves it open. */
  settle: z.boolean().default(true),
  payments,
  note: z.string().nullable().default(null),
  staffId,
});

const Exchange = z.strictObject({
  returns: z.array(z.strictObject({ line, quantity: z.number().int().positive(), restock })).min(1),
  lines: z.array(CartLine).default([]),
  payments,
  /** The store, when it is not the one that sold. */
  locationId: id.optional(),
  note: z.string().nullable().default(null),
  staffId,
});

const Complete = z.strictObject({
  locationId: id,
  staffId: id.optional(),
  device: z.number().int().positive().optional(),
  handOverAfterMs: z.number().int().nonnegative().nullable().optional(),
  payments,
});
const Pay = z.strictObject({ payments });

type Changed = (dueMs: number) => void;

export function tillChangeRoutes(server: FastifyInstance, shop: Shop, changed: Changed): void {
  server.post<{ Params: { key: string } }>('/till/orders/:key/edit', (request, reply) => {
    const wanted = Edit.safeParse(request.body ?? {});
    if (!wanted.success) return refuseShape(reply, wanted.error);
    const act = (order: Order): string | readonly CartProblem[] | null => {
      const problem = edit(shop, order, wanted.data);
      changed(0);
      return problem;
    };
    return withOrder(shop, reply, { key: request.params.key, act });
  });
  server.post<{ Params: { key: string } }>('/till/orders/:key/exchange', (request, reply) => {
    const wanted = Exchange.safeParse(request.body ?? {});
    if (!wanted.success) return refuseShape(reply, wanted.error);
    const act = (order: Order): string | readonly CartProblem[] | null => {
      const problem = exchange(shop, order, wanted.data);
      changed(0);
      return problem;
    };
    return withOrder(shop, reply, { key: request.params.key, act });
  });
  server.post('/till/sync', () => {
    const synced = sync(shop);
    changed(0);
    return synced;
  });
  draftRoutes(server, shop, changed);
}

function draftRoutes(server: FastifyInstance, shop: Shop, changed: Changed): void {
  server.get('/till/drafts', () => shop.state.drafts.map((draft) => draftView(shop, draft)));
  server.get<{ Params: { key: string } }>('/till/drafts/:key', ({ params }, reply) => {
    const draft = findDraft(shop, params.key);
    return draft === null ? noDraft(reply, params.key) : reply.send(draftView(shop, draft));
  });
  server.post<{ Params: { key: string } }>('/till/drafts/:key/complete', (request, reply) => {
    const wanted = Complete.safeParse(request.body ?? {});
    if (!wanted.success) return refuseShape(reply, wanted.error);
    const { payments: paid, ...till } = wanted.data;
    const { key } = request.params;
    return complete(shop, reply, { key, changed, how: { payments: paid, till } });
  });
  // The customer pays by the link of the invoice.
  server.post<{ Params: { key: string } }>('/till/drafts/:key/pay', (request, reply) => {
    const wanted = Pay.safeParse(request.body ?? {});
    if (!wanted.success) return refuseShape(reply, wanted.error);
    return complete(shop, reply, { key: request.params.key, changed, how: wanted.data });
  });
}

function complete(
  shop: Shop,
  reply: FastifyReply,
  what: { key: string; changed: Changed; how: Completion },
): FastifyReply {
  const draft = findDraft(shop, what.key);
  if (draft === null) return noDraft(reply, what.key);
  const result = completeDraft(shop, draft, what.how);
  what.changed(what.how.till?.handOverAfterMs ?? shop.seed.handOverAfterMs);
  if (result.ok) return reply.code(201).send(orderView(shop, result.value));
  const errors = result.error.map(({ field, message }) => ({
    path: field?.join('.') ?? '',
    message,
  }));
  return reply.code(422).send({ errors });
}

function noDraft(reply: FastifyReply, key: string): FastifyReply {
  const errors = [{ path: 'draft', message: `There is no draft ${key}.` }];
  return reply.code(404).send({ errors });
}

function edit(
  shop: Shop,
  order: Order,
  wanted: z.infer<typeof Edit>,
): string | readonly CartProblem[] | null {
  const quantities = linesAt(order, wanted.set);
  if (quantities === null) return 'There is no such line.';
  const result = editOrder(shop, order, {
    added: wanted.add.map((added) => ({ line: added, locationId: null })),
    quantities,
    staffId: wanted.staffId,
    staffNote: wanted.note,
    notifyCustomer: false,
  });
  if (!result.ok) return result.error;
  if (!wanted.settle) return null;
  const settled = settle(shop, order, wanted.payments);
  touch(shop, order);
  return settled.ok ? null : settled.error;
}

function exchange(
  shop: Shop,
  order: Order,
  wanted: z.infer<typeof Exchange>,
): string | readonly CartProblem[] | null {
  const returns = linesAt(order, wanted.returns);
  if (returns === null) return 'There is no such line.';
  const locationId =
    wanted.locationId === undefined ? order.retailLocationId : gid('Location', wanted.locationId);
  const { lines, note } = wanted;
  const result = exchangeAtTill(shop, order, {
    returns,
    lines,
    payments: wanted.payments,
    locationId,
    staffId: wanted.staffId,
    note,
  });
  return result.ok ? null : result.error;
}

/** The lines at the positions named, or null when one is not there. */
function linesAt<T extends { readonly line: number }>(
  order: Order,
  wanted: readonly T[],
): (Omit<T, 'line'> & { readonly line: LineItem })[] | null {
  const found = wanted.flatMap((part) => {
    const item = order.lines[part.line];
    return item === undefined ? [] : [{ ...part, line: item }];
  });
  return found.length < wanted.length ? null : found;
}

/** The registers are back: what they sold reaches the shop in the order it was sold. */
function sync(shop: Shop): object {
  const waiting = shop.state.offline.splice(0, shop.state.offline.length);
  const results = waiting.map(({ cart }) => ringUp(shop, Cart.parse(cart)));
  return {
    orders: results.flatMap((result) => (result.ok ? [orderView(shop, result.value)] : [])),
    errors: results.flatMap((result) => (result.ok ? [] : [...result.error])),
  };
}
