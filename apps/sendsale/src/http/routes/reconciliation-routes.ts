// The books side by side: comparing on demand, the days, a day's sheet, the differences, one order's records.

import {
  CatalogueCounts,
  DayQuery,
  Difference,
  DifferenceQuery,
  OrderBooksView,
  ReconcileRequest,
  Reconciliation,
  ReconciliationDay,
  ReconciliationRunView,
  ReconciliationSheet,
} from '@sendsale/api';
import {
  catalogueCounts,
  listDifferences,
  orderBooks,
  reconciledDays,
  reconciledRows,
  reconciliationRuns,
  showOrder,
} from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { daySheetCsv } from '../../reconcile/day-sheet-csv.ts';
import { readOrder } from '../../reconcile/read-books.ts';
import { may, mayChange } from '../access/declared.ts';
import { reconcile } from '../../reconcile/reconcile.ts';
import { orderBooksView } from '../../views/order-books-view.ts';
import {
  dayView,
  differenceView,
  rowView,
  sheetView,
  unreadView,
} from '../../views/reconciliation-view.ts';
import { notFound, Refusal } from '../errors.ts';

const BASE = '/api/reconciliation';
const tags = ['reconciliation'];
const LISTED_MAX = 5000;
const Day = z.object({ day: z.iso.date() });
const Shop = z.object({ shopId: z.string().optional() });
const Named = z.object({ name: z.string() });

export function reconciliationRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.post(
      BASE,
      {
        config: mayChange('reconciliation.read', 'NOTHING_KEPT'),
        schema: { tags, body: ReconcileRequest, response: { 200: Reconciliation } },
      },
      async ({ body }) => compareNow(oms, body),
    );
    server.get(
      `${BASE}/runs`,
      {
        config: may('reconciliation.read'),
        schema: { tags, response: { 200: ReconciliationRunView.array() } },
      },
      async () => (await reconciliationRuns(oms.db)).map(runView),
    );
    server.get(
      `${BASE}/days`,
      {
        config: may('reconciliation.read'),
        schema: { tags, querystring: DayQuery, response: { 200: ReconciliationDay.array() } },
      },
      async ({ query }) => (await reconciledDays(oms.db, query)).map(dayView),
    );
    server.get(
      `${BASE}/days/:day`,
      {
        config: may('reconciliation.read'),
        schema: {
          tags,
          params: Day,
          querystring: Shop,
          response: { 200: ReconciliationSheet.array() },
        },
      },
      async ({ params, query }) => sheetsOf(oms, params.day, query.shopId),
    );
    server.get(
      `${BASE}/days/:day/sheet.csv`,
      {
        config: may('reconciliation.read'),
        schema: { tags, params: Day, querystring: Shop },
      },
      async ({ params, query }, reply) => {
        const csv = daySheetCsv(await sheetsOf(oms, params.day, query.shopId));
        const name = `reconciliation-${params.day}.csv`;
        return reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(csv);
      },
    );
    await server.register(recordRoutes(oms));
  };
}

function recordRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      `${BASE}/differences`,
      {
        config: may('reconciliation.read'),
        schema: { tags, querystring: DifferenceQuery, response: { 200: Difference.array() } },
      },
      async ({ query: { day, from = day, to = day, ...query } }) =>
        (await listDifferences(oms.db, { ...query, from, to })).map(differenceView),
    );
    server.get(
      `${BASE}/orders/:name`,
      {
        config: may('reconciliation.read'),
        schema: { tags, params: Named, response: { 200: OrderBooksView } },
      },
      async ({ params }) => recordsOf(oms, params.name),
    );
    server.get(
      '/api/catalogue',
      {
        config: may('SIGNED_IN'),
        schema: { tags: ['catalogue'], response: { 200: CatalogueCounts } },
      },
      async () => catalogueCounts(oms.db),
    );
  };
}

async function compareNow(
  oms: Oms,
  { from, to }: z.output<typeof ReconcileRequest>,
): Promise<Reconciliation> {
  const done = await reconcile(oms.context, { from, to, trigger: 'PERSON' });
  const range = { ...(done.from === null ? {} : { from: done.from }), to: done.to ?? undefined };
  const found = await listDifferences(oms.db, { ...range, state: 'open', limit: LISTED_MAX });
  const at = oms.clock.now();
  return {
    from: done.from,
    to: done.to,
    orders: done.orders,
    differences: [...done.unread.map((one) => unreadView(one, at)), ...found.map(differenceView)],
  };
}

function runView({ startedAt, finishedAt, unread, ...run }: RunRow) {
  return {
    ...run,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    unread: [...unread],
  };
}

type RunRow = Awaited<ReturnType<typeof reconciliationRuns>>[number];

async function sheetsOf(
  oms: Oms,
  day: string,
  shopId: string | undefined,
): Promise<ReconciliationSheet[]> {
  const days = await reconciledDays(oms.db, { from: day, to: day, shopId });
  const sheets: ReconciliationSheet[] = [];
  for (const one of days) sheets.push(sheetView(one, await reconciledRows(oms.db, one)));
  return sheets;
}

/** Read now, from each side; the differences are those of the last comparison. */
async function recordsOf(oms: Oms, name: string): Promise<OrderBooksView> {
  const order = await showOrder(oms.db, name);
  const [book] = order === null ? [] : await orderBooks(oms.db, { orderId: order.id });
  if (book === undefined) throw notFound(`order ${name}`);
  const read = await readOrder(oms.context, book);
  if (!read.ok) {
    const { side, message } = read.error;
    const code = side === 'SHOPIFY' ? 'SHOPIFY_UNREACHABLE' : 'NETSUITE_UNREACHABLE';
    throw new Refusal(502, { code, message, whatToDo: 'Try again once it answers.' });
  }
  const of = { shopId: book.shopId, shopifyId: book.shopifyId };
  const rows = await reconciledRows(oms.db, of);
  const found = await listDifferences(oms.db, { order: of, state: 'all', limit: LISTED_MAX });
  const [books] = read.value;
  return orderBooksView(
    { oms: book, shopify: books?.shopify ?? null, netsuite: books?.netsuite ?? null },
    { rows: rows.map(rowView), differences: found.map(differenceView), day: rows[0]?.day ?? null },
  );
}
