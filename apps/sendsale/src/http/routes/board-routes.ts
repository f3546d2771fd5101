// The live board, and the list of orders by pages.

import { Board, OrderListPage, OrderListQuery } from '@sendsale/api';
import { ORDER_STATUSES } from '@sendsale/domain';
import {
  hourCounts,
  pageOrders,
  stageCounts,
  boardStuck,
  BOARD_STAGES,
} from '@sendsale/store/read';
import type { PagedOrder, OrderQuestion } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { orderSummary } from '../../views/order-view.ts';
import { callerOf } from '../access/caller.ts';
import { may } from '../access/declared.ts';
import { Refusal } from '../errors.ts';

const tags = ['orders'];
/** Everybody who looks within this time gets the same answer. */
const BOARD_FRESH_MS = 1000;

export function boardRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    const board = shared(async () => readBoard(oms), BOARD_FRESH_MS);
    server.get(
      '/api/board',
      { config: may('board.read'), schema: { tags, response: { 200: Board } } },
      async () => board(oms.clock.now().getTime()),
    );
    server.get(
      '/api/order-list',
      {
        config: may('orders.read'),
        schema: { tags, querystring: OrderListQuery, response: { 200: OrderListPage } },
      },
      async (request) => {
        const { limit } = request.query;
        const question = { ...questionOf(request.query), limit: limit + 1 };
        const found = await pageOrders(oms.db, {
          ...question,
          facilityIds: callerOf(request).facilityIds,
        });
        const rows = found.slice(0, limit);
        const last = found.length > limit ? rows.at(-1) : undefined;
        return {
          orders: rows.map(orderRow),
          next: last === undefined ? null : `${last.enteredAt.toISOString()} ${last.id}`,
        };
      },
    );
  };
}

function questionOf(
  query: z.infer<typeof OrderListQuery>,
): Omit<OrderQuestion, 'limit' | 'facilityIds'> {
  const { after, q, status, channel, facility, problem, from, until } = query;
  const [enteredAt = '', id = ''] = after?.split(' ') ?? [];
  const words = status?.split(',') ?? [];
  const statuses = ORDER_STATUSES.filter((one) => words.includes(one));
  if (statuses.length < words.length) throw new Refusal(400, UNKNOWN_STATUS);
  return {
    ...(after === undefined ? {} : { after: { enteredAt: new Date(enteredAt), id } }),
    ...(q === undefined ? {} : { q }),
    ...(statuses.length === 0 ? {} : { statuses }),
    ...(channel === undefined ? {} : { channel }),
    ...(facility === undefined ? {} : { facilityId: facility }),
    ...(problem === 'true' ? { withProblem: true } : {}),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(until === undefined ? {} : { until: new Date(until) }),
  };
}

const UNKNOWN_STATUS = {
  code: 'STATUS_UNKNOWN',
  message: 'One of the statuses does not exist.',
  whatToDo: `Use ${ORDER_STATUSES.join(', ')}.`,
};

function orderRow(row: PagedOrder) {
  const { enteredAt, customer, city, region, sellingFacilityId, ...head } = row;
  const more = { customer, city, region, sellingFacilityId };
  return { ...orderSummary(head), ...more, enteredAt: enteredAt.toISOString() };
}

async function readBoard(oms: Oms): Promise<Board> {
  const at = oms.clock.now();
  const counts = new Map((await stageCounts(oms.db, at)).map((one) => [one.stage, one]));
  const hours = await hourCounts(oms.db, at);
  const stuck = await boardStuck(oms.db);
  return {
    at: at.toISOString(),
    stages: BOARD_STAGES.map((stage) => {
      const { oldestAt, ...count } = counts.get(stage) ?? { ...NONE, stage };
      return { ...count, oldestAt: oldestAt?.toISOString() ?? null };
    }),
    hours: hours.map(({ hour, ...count }) => ({ hour: hour.toISOString(), ...count })),
    stuck: stuck.map(({ since, ...one }) => ({ ...one, since: since.toISOString() })),
  };
}

const NONE = { orders: 0, stuck: 0, oldestAt: null, hour: 0, day: 0, longer: 0 };

/** One reading for everybody who asks while it is under way or fresh. */
function shared<T>(read: () => Promise<T>, freshMs: number): (nowMs: number) => Promise<T> {
  let reading: Promise<T> | null = null;
  let readAt = 0;
  return async (nowMs) => {
    if (reading === null || nowMs - readAt > freshMs) {
      readAt = nowMs;
      reading = read();
      reading.catch(() => {
        reading = null;
      });
    }
    return reading;
  };
}
