// What facilities and products say for brokering: groups, limits, hours, categories.

import {
  CategoryAnswer,
  CategoryRequest,
  FacilityGroupRequest,
  FacilityGroupView,
  FacilityLimitsRequest,
  FacilityLimitsView,
} from '@sendsale/api';
import { saveCategory, saveFacilityLimits, saveGroup } from '@sendsale/oms';
import { facilityGroups, facilityLimits } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { AUDITED_GROUP, AUDITED_LIMITS, auditedCall } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, Refusal } from '../errors.ts';

const tags = ['brokering'];
const Identified = z.object({ id: z.string() });
const Named = z.object({ name: z.string() });

export function brokeringSettingsRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/brokering/groups',
      {
        config: may('brokering.read'),
        schema: { tags, response: { 200: FacilityGroupView.array() } },
      },
      async () => FacilityGroupView.array().parse(await facilityGroups(oms.db)),
    );
    server.put(
      '/api/brokering/groups/:id',
      {
        config: mayChange('brokering.change', AUDITED_GROUP),
        schema: {
          tags,
          params: Identified,
          body: FacilityGroupRequest,
          response: { 200: z.null() },
        },
      },
      async ({ params, body }, reply) => {
        const saved = await saveGroup(oms.db, { id: params.id, ...body });
        if (!saved.ok) throw unknownFacilities(saved.error);
        return reply.code(200).send(null);
      },
    );
    server.get(
      '/api/brokering/facilities',
      {
        config: may('brokering.read'),
        schema: { tags, response: { 200: FacilityLimitsView.array() } },
      },
      async () => FacilityLimitsView.array().parse(await facilityLimits(oms.db)),
    );
    server.put(
      '/api/brokering/facilities/:id',
      {
        config: mayChange('brokering.change', AUDITED_LIMITS),
        schema: {
          tags,
          params: Identified,
          body: FacilityLimitsRequest,
          response: { 200: z.null() },
        },
      },
      async ({ params, body }, reply) => {
        const isKnown = await saveFacilityLimits(oms.db, { facilityId: params.id, ...body });
        if (!isKnown) throw notFound(`facility ${params.id}`);
        return reply.code(200).send(null);
      },
    );
    server.put(
      '/api/brokering/categories/:name',
      {
        config: mayChange('brokering.change', auditedCall('category.change', 'name')),
        schema: { tags, params: Named, body: CategoryRequest, response: { 200: CategoryAnswer } },
      },
      async ({ params, body }) => ({
        known: await saveCategory(oms.db, { name: params.name, skus: body.skus }),
      }),
    );
  };
}

function unknownFacilities(ids: readonly string[]): Refusal {
  return new Refusal(400, {
    code: 'FACILITY_UNKNOWN',
    message: `There is no facility ${ids.join(', ')}.`,
    whatToDo: 'Set the facilities up first, or correct their ids.',
  });
}
