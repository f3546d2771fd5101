// The books side by side, and how much of the catalogue is known.

import { CatalogueCounts, Reconciliation } from '@sendsale/api';
import { catalogueCounts } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Oms } from '../../compose.ts';
import { reconcile } from '../../reconcile/reconcile.ts';

export function reconciliationRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.post(
      '/api/reconciliation',
      { schema: { tags: ['reconciliation'], response: { 200: Reconciliation } } },
      async () => reconcile(oms),
    );
    server.get(
      '/api/catalogue',
      { schema: { tags: ['catalogue'], response: { 200: CatalogueCounts } } },
      async () => catalogueCounts(oms.db),
    );
  };
}
