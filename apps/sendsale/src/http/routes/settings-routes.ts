// Business settings one by one, as CSV, and as one document of shops, facilities and mappings.

import {
  SettingRow,
  SettingRows,
  SettingsAnswer,
  SettingsDocument,
  readSettingsCsv,
  writeSettingsCsv,
} from '@sendsale/api';
import { listSettings, MAPPING_KINDS, removeSetting, saveSettings } from '@sendsale/oms';
import type { MappingKind } from '@sendsale/oms';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { importSettings } from '../../settings/import-settings.ts';
import { AUDITED_SETTINGS } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { Refusal } from '../errors.ts';

export function settingsRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/settings/rows',
      {
        config: may('settings.read'),
        schema: { tags: ['settings'], response: { 200: SettingRow.array() } },
      },
      async () => listSettings(oms.db),
    );
    server.put(
      '/api/settings/rows',
      {
        config: mayChange('settings.change', AUDITED_SETTINGS),
        schema: { tags: ['settings'], body: SettingRows, response: { 200: SettingsAnswer } },
      },
      async (request) => saveRows(oms, request.body.rows),
    );
    server.delete(
      '/api/settings/rows',
      {
        config: mayChange('settings.change', AUDITED_SETTINGS),
        schema: {
          tags: ['settings'],
          querystring: SettingRow.omit({ value: true }),
          response: { 200: z.null() },
        },
      },
      async (request, reply) => {
        if (!(await removeSetting(oms.db, request.query))) throw settingUnknown(request.query);
        return reply.code(200).send(null);
      },
    );
    await server.register(csvRoutes(oms));
    server.put(
      '/api/settings',
      {
        config: mayChange('settings.change', AUDITED_SETTINGS),
        schema: { tags: ['settings'], body: SettingsDocument, response: { 200: z.null() } },
      },
      async (request, reply) => {
        const { mappings } = request.body;
        for (const { kind } of mappings) refuseUnknownKind(kind);
        await importSettings(oms, request.body);
        return reply.code(200).send(null);
      },
    );
  };
}

/** The same rows as a file: what GET gives, PUT takes. */
function csvRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    plain.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => {
      done(null, body);
    });
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/settings.csv',
      { config: may('settings.read'), schema: { tags: ['settings'], produces: ['text/csv'] } },
      async (_request, reply) =>
        reply.type('text/csv').send(writeSettingsCsv(await listSettings(oms.db))),
    );
    server.put(
      '/api/settings.csv',
      {
        config: mayChange('settings.change', AUDITED_SETTINGS),
        schema: {
          tags: ['settings'],
          consumes: ['text/csv'],
          body: z.string(),
          response: { 200: SettingsAnswer },
        },
      },
      async (request) => {
        const read = readSettingsCsv(request.body);
        if ('fault' in read) throw settingsFileBad(read.fault);
        return saveRows(oms, read.rows);
      },
    );
  };
}

/** Takes the rows over and wakes what may have waited for them. */
async function saveRows(oms: Oms, rows: readonly SettingRow[]): Promise<SettingsAnswer> {
  const { changed, faults } = await saveSettings(oms.db, { rows, at: oms.clock.now() });
  if (changed > 0) for (const { name } of oms.jobDefinitions) await oms.jobs.wake(name);
  return { changed, faults: [...faults] };
}

function settingUnknown({ section, key, shop }: Omit<SettingRow, 'value'>): Refusal {
  return new Refusal(404, {
    code: 'SETTING_UNKNOWN',
    message: `There is no setting ${section} ${key} for the shop ${shop} that can be taken away.`,
    whatToDo: 'List the settings; `*` is every shop.',
  });
}

function settingsFileBad(fault: string): Refusal {
  return new Refusal(400, {
    code: 'SETTINGS_FILE_BAD',
    message: fault,
    whatToDo: 'Send the text of a CSV file as `GET /api/settings.csv` gives it.',
  });
}

function refuseUnknownKind(kind: string): asserts kind is MappingKind {
  if (MAPPING_KINDS.some((known) => known === kind)) return;
  throw new Refusal(400, {
    code: 'MAPPING_KIND_UNKNOWN',
    message: `There is no mapping kind ${kind}.`,
    whatToDo: `Use one of ${MAPPING_KINDS.join(', ')}.`,
  });
}
