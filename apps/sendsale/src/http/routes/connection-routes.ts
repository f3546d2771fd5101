// The connections: how each is, a real call to one, and Shopify's webhook subscriptions.

import { ConnectionTest, ConnectionView, WebhooksView } from '@sendsale/api';
import { keepSubscriptions } from '@sendsale/shopify';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { listConnections } from '../../connections/list-connections.ts';
import { listWebhooks } from '../../connections/list-webhooks.ts';
import { testConnection } from '../../connections/test-connection.ts';
import { auditedCall } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound } from '../errors.ts';

const tags = ['connections'];
const WEBHOOKS = '/api/webhook-subscriptions';
const Identified = z.object({ id: z.string().max(200) });
const PATIENCE_MS = 60_000;

export function connectionRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/connections',
      { config: may('jobs.read'), schema: { tags, response: { 200: ConnectionView.array() } } },
      async () => listConnections(oms),
    );
    server.post(
      '/api/connections/:id/test',
      {
        config: mayChange('jobs.change', auditedCall('connection.test', 'id')),
        schema: { tags, params: Identified, response: { 200: ConnectionTest } },
      },
      async ({ params }) => {
        const answer = await testConnection(oms, params.id);
        if (answer === null) throw notFound(`connection ${params.id}`);
        return answer;
      },
    );
    server.get(
      WEBHOOKS,
      { config: may('jobs.read'), schema: { tags, response: { 200: WebhooksView.array() } } },
      async () => listWebhooks(oms),
    );
    server.post(
      WEBHOOKS,
      {
        config: mayChange('jobs.change', auditedCall('webhooks.keep')),
        schema: { tags, response: { 200: WebhooksView.array() } },
      },
      async () => {
        const signal = AbortSignal.timeout(PATIENCE_MS);
        await keepSubscriptions(oms.context.shopify, { at: oms.clock.now(), signal });
        return listWebhooks(oms);
      },
    );
  };
}
