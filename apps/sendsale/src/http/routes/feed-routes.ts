// The exchange: feeds, their files, what became of each row; downloads, and sending again.

import {
  FeedFileDetail,
  FeedFilesQuery,
  FeedFileView,
  FeedView,
  LedgerRowsQuery,
  LedgerRowView,
  SendAgainAnswer,
} from '@sendsale/api';
import { sendFileAgain, sendRowsAgain } from '@sendsale/oms';
import type { SentAgain } from '@sendsale/oms';
import { exportJobName } from '@sendsale/netsuite';
import {
  feedFile,
  feedFileContent,
  feedFiles,
  feedSummaries,
  ledgerRows,
  problemsOfFile,
} from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { feedFileView, feedViews, ledgerRowView } from '../../views/feed-view.ts';
import { actorOf } from '../access/caller.ts';
import { auditedCall } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, refusalOf } from '../errors.ts';

const Numbered = z.object({ id: z.coerce.number().int() });
const RowIds = z.object({ ids: z.array(z.number().int()).min(1).max(5000) });
const ROWS_SHOWN_MAX = 30_000;
const tags = ['feeds'];

export function feedRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/feeds',
      { config: may('feeds.read'), schema: { tags, response: { 200: FeedView.array() } } },
      async () => feedViews(await feedSummaries(oms.db)),
    );
    server.get(
      '/api/feeds/files',
      {
        config: may('feeds.read'),
        schema: { tags, querystring: FeedFilesQuery, response: { 200: FeedFileView.array() } },
      },
      async ({ query }) => (await feedFiles(oms.db, given(query))).map(feedFileView),
    );
    server.get(
      '/api/feeds/files/:id',
      {
        config: may('feeds.read'),
        schema: { tags, params: Numbered, response: { 200: FeedFileDetail } },
      },
      async ({ params: { id } }) => {
        const file = await feedFile(oms.db, id);
        if (file === null) throw notFound(`file ${id}`);
        const isOut = file.direction === 'OUT';
        const rows = isOut ? await ledgerRows(oms.db, { fileId: id, limit: ROWS_SHOWN_MAX }) : [];
        const problems = await problemsOfFile(oms.db, { path: `${file.directory}/${file.name}` });
        return { ...feedFileView(file), rows: rows.map(ledgerRowView), problems };
      },
    );
    server.get(
      '/api/feeds/files/:id/content',
      { config: may('feeds.read'), schema: { tags, params: Numbered } },
      async ({ params: { id } }, reply) => {
        const file = await feedFileContent(oms.db, id);
        if (file === null) throw notFound(`content of file ${id}`);
        // Names are ours or checked at the intake; a quote could still end the header's text.
        const name = file.name.replaceAll(/["\\\r\n]/g, '_');
        return reply
          .header('content-type', 'application/octet-stream')
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(Buffer.from(file.content));
      },
    );
    server.get(
      '/api/feeds/rows',
      {
        config: may('feeds.read'),
        schema: { tags, querystring: LedgerRowsQuery, response: { 200: LedgerRowView.array() } },
      },
      async ({ query: { order, ...query } }) => {
        const orderId = order === undefined ? {} : { orderId: order };
        const rows = await ledgerRows(oms.db, { ...given(query), ...orderId });
        return rows.map(ledgerRowView);
      },
    );
    await server.register(sendingAgain(oms));
  };
}

function sendingAgain(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.post(
      '/api/feeds/files/:id/send-again',
      {
        config: mayChange('feeds.change', auditedCall('feed-file.send-again', 'id')),
        schema: { tags, params: Numbered, response: { 200: SendAgainAnswer } },
      },
      async (request) => {
        const by = { actor: actorOf(request), at: oms.clock.now() };
        const sent = await sendFileAgain(oms.db, { fileId: request.params.id, ...by });
        if (!sent.ok) throw refusalOf(sent.error);
        await wakeFor(oms, sent.value);
        return { rows: sent.value.rows };
      },
    );
    server.post(
      '/api/feeds/rows/send-again',
      {
        config: mayChange('feeds.change', auditedCall('feed-rows.send-again')),
        schema: { tags, body: RowIds, response: { 200: SendAgainAnswer } },
      },
      async (request) => {
        const by = { actor: actorOf(request), at: oms.clock.now() };
        const reason = 'The row was sent again.';
        const sent = await sendRowsAgain(oms.db, { ledgerIds: request.body.ids, reason, ...by });
        await wakeFor(oms, sent);
        return { rows: sent.rows };
      },
    );
  };
}

async function wakeFor(oms: Oms, { feeds }: SentAgain): Promise<void> {
  const known = new Set(oms.jobDefinitions.map((job) => job.name));
  const names = feeds.map((feed) => exportJobName({ name: feed }));
  for (const name of [...names, 'import-files']) if (known.has(name)) await oms.jobs.wake(name);
}

/** Without the parts that were not given: the store's options are left out, not undefined. */
function given<T extends object>(query: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const parts = Object.entries(query).filter(([, value]) => value !== undefined);
  // Exactly the entries of the query that are there.
  return Object.fromEntries(parts) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
