// The control API: what a test or a demo wants to know and to do that no retailer could.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { COUNTED, onHand } from '../orders/stock.ts';
import { legacyId } from '../state/gid.ts';
import { findOrder } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import type { Webhooks } from '../webhooks/deliver.ts';
import { addressProblem, subscribe } from '../webhooks/subscribe.ts';
import { Faults } from './faults.ts';
import type { FaultQueue } from './faults.ts';
import { draftView } from './draft-view.ts';
import { orderView } from './order-view.ts';

export interface ControlParts {
  readonly shop: Shop;
  readonly faults: FaultQueue;
  readonly webhooks: Webhooks;
  /** Moves the shop's clock on. */
  readonly advance: (milliseconds: number) => void;
  readonly changed: () => void;
}

const Advance = z.strictObject({ advanceMs: z.number().int().nonnegative() });
const Subscribe = z.strictObject({ topic: z.string(), uri: z.string() });

export function controlRoutes(server: FastifyInstance, parts: ControlParts): void {
  const { shop, faults } = parts;
  server.get('/control/orders', () => shop.state.orders.map((order) => orderView(shop, order)));
  server.get<{ Params: { key: string } }>('/control/orders/:key', ({ params }, reply) => {
    const order = findOrder(shop, params.key);
    if (order === null) return reply.code(404).send({ errors: `There is no order ${params.key}.` });
    return reply.send(orderView(shop, order));
  });
  // No retailer can do this to a paid order; it is how an order gets lost.
  server.delete<{ Params: { key: string } }>('/control/orders/:key', ({ params }, reply) => {
    const order = findOrder(shop, params.key);
    if (order === null) return reply.code(404).send({ errors: `There is no order ${params.key}.` });
    shop.orders.delete(order.id);
    shop.state.orders.splice(shop.state.orders.indexOf(order), 1);
    parts.changed();
    return reply.code(204).send();
  });
  server.get('/control/drafts', () => shop.state.drafts.map((draft) => draftView(shop, draft)));
  server.get('/control/customers', () => shop.state.customers);
  server.get<{ Querystring: { sku?: string } }>('/control/stock', ({ query }) =>
    stockOf(shop).filter((level) => query.sku === undefined || level.sku === query.sku),
  );
  server.get('/control/clock', () => ({ now: shop.clock.now().toISOString() }));
  server.post('/control/clock', (request, reply) => {
    const wanted = Advance.safeParse(request.body);
    if (!wanted.success) return reply.code(422).send({ errors: wanted.error.issues });
    parts.advance(wanted.data.advanceMs);
    return reply.send({ now: shop.clock.now().toISOString() });
  });
  server.get('/control/faults', () => faults.left());
  server.delete('/control/faults', () => {
    faults.clear();
    return faults.left();
  });
  server.post('/control/faults', (request, reply) => {
    const wanted = Faults.safeParse(request.body);
    if (!wanted.success) return reply.code(422).send({ errors: wanted.error.issues });
    faults.order(wanted.data);
    return reply.send(faults.left());
  });
  server.get('/control/webhooks', () => ({
    subscriptions: shop.state.subscriptions,
    deliveries: parts.webhooks.deliveries.map(
      ({ topic, uri, webhookId, attempts, status, lost }) => ({
        topic,
        uri,
        webhookId,
        attempts,
        status,
        lost,
      }),
    ),
  }));
  server.post('/control/webhooks', (request, reply) => {
    const wanted = Subscribe.safeParse(request.body);
    if (!wanted.success) return reply.code(422).send({ errors: wanted.error.issues });
    const problem = addressProblem(shop, wanted.data);
    if (problem !== null) return reply.code(422).send({ errors: problem });
    const rest = { name: null, filter: null, includeFields: [] };
    const subscription = subscribe(shop, { ...wanted.data, ...rest });
    parts.changed();
    return reply.code(201).send(subscription);
  });
}

function stockOf(shop: Shop) {
  return shop.state.levels.map((level) => ({
    sku: shop.variantsByItem.get(level.itemId)?.sku ?? null,
    locationId: legacyId(level.locationId),
    ...Object.fromEntries(COUNTED.map((name) => [name, level[name]])),
    on_hand: onHand(level),
  }));
}
