// Orders: the list, one order with everything, approving and cancelling.

import { CancelRequest, HoldOrderRequest, OrderSummary, OrderView } from '@sendsale/api';
import { ORDER_STATUSES } from '@sendsale/domain';
import { approveOrder, brokerOrder, cancelOrder, holdOrder, releaseOrder } from '@sendsale/oms';
import { listOrders, showOrder } from '@sendsale/store/read';
import type { OrderDetail } from '@sendsale/store/read';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { orderSummary, orderView } from '../../views/order-view.ts';
import { actorOf, callerOf } from '../access/caller.ts';
import { auditedOrder } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, refusalOf } from '../errors.ts';

const LIMIT_MAX = 5000;
const Query = z.object({
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(50),
  status: z.enum(ORDER_STATUSES).optional(),
});
const Named = z.object({ name: z.string() });
const via = 'HTTP API';

export function orderRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    const tags = ['orders'];
    server.get(
      '/api/orders',
      {
        config: may('orders.read'),
        schema: { tags, querystring: Query, response: { 200: OrderSummary.array() } },
      },
      async (request) => {
        const { limit, status } = request.query;
        const heads = await listOrders(oms.db, {
          limit,
          facilityIds: callerOf(request).facilityIds,
          ...(status === undefined ? {} : { status }),
        });
        return heads.map(orderSummary);
      },
    );
    server.get(
      '/api/orders/:name',
      { config: may('orders.read'), schema: { tags, params: Named, response: { 200: OrderView } } },
      async (request) => orderView(await find(oms, request, request.params.name)),
    );
    server.post(
      '/api/orders/:name/approve',
      {
        config: mayChange('orders.change', auditedOrder('order.approve')),
        schema: { tags, params: Named, response: { 200: OrderView } },
      },
      async (request) => {
        const { id } = await find(oms, request, request.params.name);
        const at = oms.clock.now();
        const done = await approveOrder(oms.db, { orderId: id, actor: actorOf(request), via, at });
        if (!done.ok) throw refusalOf(done.error);
        await oms.jobs.wake('broker-orders');
        return orderView(await find(oms, request, id));
      },
    );
    await server.register(holdRoutes(oms));
    await server.register(brokerRoute(oms));
    server.post(
      '/api/orders/:name/cancel',
      {
        config: mayChange('orders.change', auditedOrder('order.cancel')),
        schema: { tags, params: Named, body: CancelRequest, response: { 200: OrderView } },
      },
      async (request) => {
        const { id } = await find(oms, request, request.params.name);
        const { reason } = request.body;
        const at = oms.clock.now();
        const done = await cancelOrder(oms.db, {
          orderId: id,
          reason,
          actor: actorOf(request),
          via,
          at,
        });
        if (!done.ok) throw refusalOf(done.error);
        await oms.jobs.wake('export-item-close');
        return orderView(await find(oms, request, id));
      },
    );
  };
}

function brokerRoute(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.post(
      '/api/orders/:name/broker',
      {
        config: mayChange('orders.change', auditedOrder('order.broker')),
        schema: { tags: ['orders'], params: Named, response: { 200: OrderView } },
      },
      async (request) => {
        const { id } = await find(oms, request, request.params.name);
        const at = oms.clock.now();
        const done = await brokerOrder(oms.db, { orderId: id, actor: actorOf(request), at });
        if (!done.ok) throw refusalOf(done.error);
        await oms.jobs.wake('export-allocation');
        return orderView(await find(oms, request, id));
      },
    );
  };
}

function holdRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    for (const [verb, change] of [
      ['hold', holdOrder],
      ['release', releaseOrder],
    ] as const) {
      server.post(
        `/api/orders/:name/${verb}`,
        {
          config: mayChange('orders.change', auditedOrder(`order.${verb}`)),
          schema: {
            tags: ['orders'],
            params: Named,
            body: HoldOrderRequest,
            response: { 200: OrderView },
          },
        },
        async (request) => {
          const { id } = await find(oms, request, request.params.name);
          const who = { actor: actorOf(request), via, at: oms.clock.now() };
          const done = await change(oms.db, { orderId: id, reason: request.body.reason, ...who });
          if (!done.ok) throw refusalOf(done.error);
          await oms.jobs.wake('approve-orders');
          return orderView(await find(oms, request, id));
        },
      );
    }
  };
}

async function find(oms: Oms, request: FastifyRequest, nameOrId: string): Promise<OrderDetail> {
  const order = await showOrder(oms.db, nameOrId, callerOf(request).facilityIds);
  if (order === null) throw notFound(`order ${nameOrId}`);
  return order;
}
