// Business settings as one document: shops, facilities, mappings.

import { SettingRow, SettingRows, SettingsAnswer, SettingsDocument } from '@sendsale/api';
import { listSettings, MAPPING_KINDS, saveSettings } from '@sendsale/oms';
import type { MappingKind } from '@sendsale/oms';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { importSettings } from '../../settings/import-settings.ts';
import { Refusal } from '../errors.ts';

export function settingsRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/settings/rows',
      { schema: { tags: ['settings'], response: { 200: SettingRow.array() } } },
      async () => listSettings(oms.db),
    );
    server.put(
      '/api/settings/rows',
      { schema: { tags: ['settings'], body: SettingRows, response: { 200: SettingsAnswer } } },
      async (request) => {
        const { rows } = request.body;
        const { changed, faults } = await saveSettings(oms.db, { rows, at: oms.clock.now() });
        if (changed > 0) for (const { name } of oms.jobDefinitions) await oms.jobs.wake(name);
        return { changed, faults: [...faults] };
      },
    );
    server.put(
      '/api/settings',
      { schema: { tags: ['settings'], body: SettingsDocument, response: { 200: z.null() } } },
      async (request, reply) => {
        const { mappings } = request.body;
        for (const { kind } of mappings) refuseUnknownKind(kind);
        await importSettings(oms, request.body);
        return reply.code(200).send(null);
      },
    );
  };
}

function refuseUnknownKind(kind: string): asserts kind is MappingKind {
  if (MAPPING_KINDS.some((known) => known === kind)) return;
  throw new Refusal(400, {
    code: 'MAPPING_KIND_UNKNOWN',
    message: `There is no mapping kind ${kind}.`,
    whatToDo: `Use one of ${MAPPING_KINDS.join(', ')}.`,
  });
}
