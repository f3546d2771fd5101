// The control API's troubles of webhooks and bulk operations, webhooks sent by hand, and orders by the
// thousand.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { BulkDesk } from '../bulk/run-bulk.ts';
import { generateOrders, Generation } from '../generate/generate-orders.ts';
import type { Bucket } from '../graphql/bucket.ts';
import { gid } from '../state/gid.ts';
import { announce, findOrder } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import type { Webhooks } from '../webhooks/deliver.ts';
import { topicOf } from '../webhooks/topics.ts';
import { Troubles } from '../webhooks/troubles.ts';

export interface TroubleParts {
  readonly shop: Shop;
  readonly webhooks: Webhooks;
  readonly bulk: BulkDesk;
  readonly bucket: Bucket;
}

const Bulk = z.strictObject({
  /** How long operations wait on the shop's clock before they run. */
  delayMs: z.number().int().nonnegative().optional(),
  /** The next operation fails with this after its first page, which it leaves as partial data. */
  fail: z.enum(['ACCESS_DENIED', 'INTERNAL_SERVER_ERROR', 'TIMEOUT']).optional(),
});

const Send = z.strictObject({
  topic: z.string(),
  /** The order it is about, by id, gid or name. */
  order: z.string().optional(),
  body: z.unknown().optional(),
});

const Redact = z.strictObject({
  topic: z.enum(['customers/data_request', 'customers/redact', 'shop/redact']),
  uri: z.string(),
  customerId: z.string().regex(/^\d+$/).optional(),
});

const Limits = z.strictObject({ enabled: z.boolean() });

export function troubleRoutes(server: FastifyInstance, parts: TroubleParts): void {
  const { shop, webhooks, bulk, bucket } = parts;
  server.get('/control/webhooks/troubles', () => webhooks.troubles.left());
  server.delete('/control/webhooks/troubles', () => {
    webhooks.troubles.clear();
    return {};
  });
  server.post('/control/webhooks/troubles', (request, reply) => {
    const wanted = Troubles.safeParse(request.body);
    if (!wanted.success) return reply.code(422).send({ errors: wanted.error.issues });
    webhooks.troubles.order(wanted.data);
    return reply.send(webhooks.troubles.left());
  });
  server.post('/control/webhooks/send', (request, reply) => {
    const wanted = Send.safeParse(request.body);
    if (!wanted.success) return reply.code(422).send({ errors: wanted.error.issues });
    const order = wanted.data.order === undefined ? null : findOrder(shop, wanted.data.order);
    const topic = wanted.data.topic.includes('/') ? wanted.data.topic : topicOf(wanted.data.topic);
    const { body } = wanted.data;
    announce(shop, {
      topic,
      orderId: order?.id ?? null,
      ...(order === null && body === undefined ? { body: {} } : {}),
      ...(body === undefined ? {} : { body }),
    });
    return reply.code(202).send({ topic });
  });
  // Privacy topics have no subscription: their address is set in the app's configuration.
  server.post('/control/webhooks/privacy', (request, reply) => {
    const wanted = Redact.safeParse(request.body);
    if (!wanted.success) return reply.code(422).send({ errors: wanted.error.issues });
    const { topic, uri, customerId } = wanted.data;
    webhooks.sendOnce({ topic, uri, body: privacyBody(shop, topic, customerId) });
    return reply.code(202).send({ topic });
  });
  server.delete<{ Params: { id: string } }>('/control/webhooks/:id', ({ params }, reply) => {
    const id = gid('WebhookSubscription', params.id);
    const index = shop.state.subscriptions.findIndex((one) => one.id === id);
    if (index === -1) return reply.code(404).send({ errors: `There is no ${params.id}.` });
    shop.state.subscriptions.splice(index, 1);
    return reply.send({ deleted: id });
  });
  server.post('/control/bulk', (request, reply) => {
    const wanted = Bulk.safeParse(request.body);
    if (!wanted.success) return reply.code(422).send({ errors: wanted.error.issues });
    const { delayMs, fail } = wanted.data;
    if (delayMs !== undefined) bulk.troubles.delayMs = delayMs;
    if (fail !== undefined) bulk.troubles.fail = fail;
    return reply.send(bulk.troubles);
  });
  server.post('/control/limits', (request, reply) => {
    const wanted = Limits.safeParse(request.body);
    if (!wanted.success) return reply.code(422).send({ errors: wanted.error.issues });
    bucket.enable(wanted.data.enabled);
    return reply.send(bucket.status());
  });
  server.post('/control/generate', (request, reply) => {
    const wanted = Generation.safeParse(request.body);
    if (!wanted.success) return reply.code(422).send({ errors: wanted.error.issues });
    bucket.enable(wanted.data.limits);
    return reply.code(201).send(generateOrders(shop, wanted.data));
  });
}

function privacyBody(shop: Shop, topic: string, customerId: string | undefined): object {
  const about = { shop_id: Number(shop.seed.shop.id), shop_domain: shop.seed.shop.domain };
  if (topic === 'shop/redact') return about;
  const id = gid('Customer', customerId ?? '0');
  const customer = shop.customers.get(id);
  const orders = shop.state.orders
    .filter((order) => order.customerId === id)
    .map((order) => Number(order.id.slice(order.id.lastIndexOf('/') + 1)));
  const who = {
    id: Number(customerId ?? '0'),
    email: customer?.email ?? null,
    phone: customer?.phone ?? null,
  };
  return topic === 'customers/redact'
    ? { ...about, customer: who, orders_to_redact: orders }
    : { ...about, customer: who, orders_requested: orders, data_request: { id: 1 } };
}
