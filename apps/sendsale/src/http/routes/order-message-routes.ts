// What came from Shopify about an order, as it came: personal data, so only for those who read feeds.

import { MessageView } from '@sendsale/api';
import { orderMessageBody, orderMessages, showOrder } from '@sendsale/store/read';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { callerOf } from '../access/caller.ts';
import { may } from '../access/declared.ts';
import { notFound } from '../errors.ts';

const tags = ['orders'];
const Named = z.object({ name: z.string() });
const OneOf = Named.extend({ id: z.coerce.number().int() });

export function orderMessageRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/orders/:name/messages',
      {
        config: may('feeds.read'),
        schema: { tags, params: Named, response: { 200: MessageView.array() } },
      },
      async (request) => {
        const messages = await orderMessages(oms.db, await idOf(oms, request, request.params.name));
        return messages.map(({ receivedAt, ...message }) => ({
          ...message,
          receivedAt: receivedAt.toISOString(),
        }));
      },
    );
    server.get(
      '/api/orders/:name/messages/:id',
      { config: may('feeds.read'), schema: { tags, params: OneOf } },
      async (request, reply) => {
        const { name, id } = request.params;
        const orderId = await idOf(oms, request, name);
        const body = await orderMessageBody(oms.db, { orderId, messageId: id });
        if (body === null) throw notFound(`message ${id} of order ${name}`);
        return reply.header('content-type', 'text/plain; charset=utf-8').send(body);
      },
    );
  };
}

async function idOf(oms: Oms, request: FastifyRequest, name: string): Promise<string> {
  const order = await showOrder(oms.db, name, callerOf(request).facilityIds);
  if (order === null) throw notFound(`order ${name}`);
  return order.id;
}
