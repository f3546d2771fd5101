// The client's calls of the connections.

import { verbs } from './call.ts';
import type { Call } from './call.ts';
import { ConnectionTest, ConnectionView, WebhooksView } from './connections.ts';

const BASE = '/api/connections';

/** @throws ApiError on every answer that is not 2xx, from each of the calls. */
// The inferred type is the documentation: one line a call.
export function connectionCalls(call: Call) {
  const { get, post } = verbs(call);
  return {
    connections: async () => get(BASE, ConnectionView.array()),
    testConnection: async (id: string) =>
      post(`${BASE}/${encodeURIComponent(id)}/test`, ConnectionTest),
    webhooks: async () => get('/api/webhook-subscriptions', WebhooksView.array()),
    keepWebhooks: async () => post('/api/webhook-subscriptions', WebhooksView.array()),
  };
}
