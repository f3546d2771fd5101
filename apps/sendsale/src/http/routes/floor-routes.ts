// The floor of a facility: what its people pick, pack and say of their day. Only where they work.

import {
  FacilityDayRequest,
  FloorView,
  PackRequest,
  PicklistAnswer,
  PicklistRequest,
  PicksAnswer,
  PicksRequest,
} from '@sendsale/api';
import {
  leavePicks,
  packItems,
  recordPicks,
  sayFacilityDay,
  startPicklist,
  unpackItems,
} from '@sendsale/oms';
import { facilityToday, floorRows, leftToday, withdrawnItems } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { floorView } from '../../views/floor-view.ts';
import { auditedCall, auditedFacilityDay } from '../access/audited-records.ts';
import { actorOf, refuseOtherFacility } from '../access/caller.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, refusalOf } from '../errors.ts';

const tags = ['fulfillment'];
const params = z.object({ id: z.string() });
const CHANGES = { pack: packItems, unpack: unpackItems, leave: leavePicks } as const;

export function floorRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/facilities/:id/floor',
      { config: may('fulfillment.work'), schema: { tags, params, response: { 200: FloorView } } },
      async (request) => {
        const { id: facilityId } = request.params;
        refuseOtherFacility(request, facilityId);
        const at = oms.clock.now();
        const today = await facilityToday(oms.db, { facilityId, at });
        if (today === null) throw notFound(`facility ${facilityId}`);
        const rows = await floorRows(oms.db, { facilityId });
        const withdrawn = await withdrawnItems(oms.db, facilityId);
        const left = await leftToday(oms.db, { facilityId, at });
        return floorView({ facilityId, today, rows, withdrawn, left });
      },
    );
    await plain.register(pickRoutes(oms));
  };
}

function pickRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.post(
      '/api/facilities/:id/picklists',
      {
        config: mayChange('fulfillment.work', auditedCall('facility.picklist', 'id')),
        schema: { tags, params, body: PicklistRequest, response: { 200: PicklistAnswer } },
      },
      async (request) => {
        const { id: facilityId } = request.params;
        refuseOtherFacility(request, facilityId);
        const who = { actor: actorOf(request), at: oms.clock.now() };
        const started = await startPicklist(oms.db, { ...request.body, facilityId, ...who });
        if (!started.ok) throw refusalOf(started.error);
        return started.value;
      },
    );
    server.post(
      '/api/facilities/:id/picks',
      {
        config: mayChange('fulfillment.work', auditedCall('facility.pick', 'id')),
        schema: { tags, params, body: PicksRequest, response: { 200: PicksAnswer } },
      },
      async (request) => {
        const { id: facilityId } = request.params;
        refuseOtherFacility(request, facilityId);
        const { picks } = request.body;
        const who = { actor: actorOf(request), at: oms.clock.now() };
        return { outcomes: [...(await recordPicks(oms.db, { facilityId, picks, ...who }))] };
      },
    );
    server.post(
      '/api/facilities/:id/packages',
      {
        config: mayChange('fulfillment.work', auditedCall('facility.pack', 'id')),
        schema: { tags, params, body: PackRequest, response: { 200: z.null() } },
      },
      async (request, reply) => {
        const { id: facilityId } = request.params;
        refuseOtherFacility(request, facilityId);
        const { change, orderId, itemSeqs } = request.body;
        const who = { actor: actorOf(request), at: oms.clock.now() };
        const done = await CHANGES[change](oms.db, { facilityId, orderId, itemSeqs, ...who });
        if (!done.ok) throw refusalOf(done.error);
        return reply.code(200).send(null);
      },
    );
    server.put(
      '/api/facilities/:id/today',
      {
        config: mayChange('fulfillment.lead', auditedFacilityDay),
        schema: { tags, params, body: FacilityDayRequest, response: { 200: z.null() } },
      },
      async (request, reply) => {
        const { id: facilityId } = request.params;
        refuseOtherFacility(request, facilityId);
        const who = { actor: actorOf(request), at: oms.clock.now() };
        const isThere = await sayFacilityDay(oms.db, { facilityId, ...request.body, ...who });
        if (!isThere) throw notFound(`facility ${facilityId}`);
        await oms.jobs.wake('broker-orders');
        return reply.code(200).send(null);
      },
    );
  };
}
