// The client's calls of orders: lists, the board, one order and what is done with it.

import { z } from 'zod';
import { verbs } from './call.ts';
import type { Call } from './call.ts';
import { Board, OrderListPage } from './order-list.ts';
import type { OrderListQuery } from './order-list.ts';
import { MessageView, OrderSummary, OrderView } from './orders.ts';
import { queryText } from './query-text.ts';

const text = encodeURIComponent;

/** @throws ApiError on every answer that is not 2xx, from each of the calls. */
// The inferred type is the documentation: one line a call.
export function orderCalls(call: Call) {
  const { get, post } = verbs(call);
  return {
    listOrders: async (query: { limit?: number; status?: string } = {}) =>
      get(`/api/orders${queryText(query)}`, OrderSummary.array()),
    orderList: async (query: OrderListQuery = {}) =>
      get(
        `/api/order-list${queryText({ ...query, limit: Number(query.limit ?? 100) })}`,
        OrderListPage,
      ),
    board: async () => get('/api/board', Board),
    showOrder: async (nameOrId: string) => get(`/api/orders/${text(nameOrId)}`, OrderView),
    approveOrder: async (nameOrId: string) =>
      post(`/api/orders/${text(nameOrId)}/approve`, OrderView),
    brokerOrder: async (nameOrId: string) =>
      post(`/api/orders/${text(nameOrId)}/broker`, OrderView),
    orderMessages: async (nameOrId: string) =>
      get(`/api/orders/${text(nameOrId)}/messages`, MessageView.array()),
    orderMessage: async (nameOrId: string, id: number) =>
      call({
        method: 'GET',
        path: `/api/orders/${text(nameOrId)}/messages/${id}`,
        answer: z.string(),
        isText: true,
      }),
    holdOrder: async (nameOrId: string, reason: string) =>
      post(`/api/orders/${text(nameOrId)}/hold`, OrderView, { reason }),
    releaseOrder: async (nameOrId: string, reason: string) =>
      post(`/api/orders/${text(nameOrId)}/release`, OrderView, { reason }),
    cancelOrder: async (nameOrId: string, reason: string) =>
      post(`/api/orders/${text(nameOrId)}/cancel`, OrderView, { reason }),
  };
}
