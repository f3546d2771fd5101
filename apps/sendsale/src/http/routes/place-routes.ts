// Shops and facilities, for everybody who is signed in.

import { Places } from '@sendsale/api';
import { listPlaces } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Oms } from '../../compose.ts';
import { may } from '../access/declared.ts';

export function placeRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/places',
      { config: may('SIGNED_IN'), schema: { tags: ['places'], response: { 200: Places } } },
      async () => listPlaces(oms.db),
    );
  };
}
