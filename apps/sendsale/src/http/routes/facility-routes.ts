// A facility's work: what it has to ship, that it shipped, that an item is not there.

import { FacilityWork, RejectRequest, ShipAnswer, ShipRequest } from '@sendsale/api';
import { rejectItem, shipItems } from '@sendsale/oms';
import { facilityWork } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { actorOf, refuseOtherFacility } from '../access/caller.ts';
import { auditedOrderOfBody } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, refusalOf } from '../errors.ts';

const Facility = z.object({ id: z.string() });
const via = 'HTTP API';

export function facilityRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    const tags = ['fulfillment'];
    server.get(
      '/api/facilities/:id/work',
      {
        config: may('fulfillment.work'),
        schema: { tags, params: Facility, response: { 200: FacilityWork } },
      },
      async (request) => {
        const { id } = request.params;
        refuseOtherFacility(request, id);
        const orders = await facilityWork(oms.db, id);
        if (orders === null) throw notFound(`facility ${id}`);
        return {
          facilityId: id,
          orders: orders.map((order) => ({ ...order, items: [...order.items] })),
        };
      },
    );
    server.post(
      '/api/facilities/:id/shipments',
      {
        config: mayChange('fulfillment.work', auditedOrderOfBody('order.ship')),
        schema: { tags, params: Facility, body: ShipRequest, response: { 200: ShipAnswer } },
      },
      async (request) => {
        refuseOtherFacility(request, request.params.id);
        const shipped = await shipItems(oms.db, {
          ...request.body,
          facilityId: request.params.id,
          origin: 'OMS',
          actor: actorOf(request),
          via,
          at: oms.clock.now(),
        });
        if (!shipped.ok) throw refusalOf(shipped.error);
        await oms.jobs.wake('push-fulfillments');
        await oms.jobs.wake('export-fulfillment');
        return { shipmentId: shipped.value.shipmentId };
      },
    );
    server.post(
      '/api/facilities/:id/rejections',
      {
        config: mayChange('fulfillment.work', auditedOrderOfBody('order.reject')),
        schema: { tags, params: Facility, body: RejectRequest, response: { 200: z.null() } },
      },
      async (request, reply) => {
        refuseOtherFacility(request, request.params.id);
        const rejected = await rejectItem(oms.db, {
          ...request.body,
          saidBy: request.params.id,
          actor: actorOf(request),
          via,
          at: oms.clock.now(),
        });
        if (!rejected.ok) throw refusalOf(rejected.error);
        await oms.jobs.wake('broker-orders');
        await oms.jobs.wake('export-inventory-adjustment');
        return reply.code(200).send(null);
      },
    );
  };
}
