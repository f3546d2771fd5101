// The filters of lists that a person keeps under names of their own.

import { SavedViewView, SaveViewRequest } from '@sendsale/api';
import { dropView, saveView } from '@sendsale/oms';
import { savedViews } from '@sendsale/store/read';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { callerOf } from '../access/caller.ts';
import { may, mayChange } from '../access/declared.ts';
import { Refusal } from '../errors.ts';

const tags = ['access'];
const Page = z.object({ page: z.string().max(60) });
const OneOf = Page.extend({ id: z.coerce.number().int() });

export function viewRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    const viewsOf = async (personId: string, page: string): Promise<SavedViewView[]> =>
      SavedViewView.array().parse(await savedViews(oms.db, { personId, page }));
    server.get(
      '/api/views/:page',
      {
        config: may('SIGNED_IN'),
        schema: { tags, params: Page, response: { 200: SavedViewView.array() } },
      },
      async (request) => viewsOf(personOf(request), request.params.page),
    );
    server.put(
      '/api/views/:page',
      {
        config: mayChange('SIGNED_IN', 'NOTHING_KEPT'),
        schema: {
          tags,
          params: Page,
          body: SaveViewRequest,
          response: { 200: SavedViewView.array() },
        },
      },
      async (request) => {
        const personId = personOf(request);
        const { page } = request.params;
        await saveView(oms.db, { personId, page, ...request.body, at: oms.clock.now() });
        return viewsOf(personId, page);
      },
    );
    server.delete(
      '/api/views/:page/:id',
      {
        config: mayChange('SIGNED_IN', 'NOTHING_KEPT'),
        schema: { tags, params: OneOf, response: { 200: z.null() } },
      },
      async (request, reply) => {
        await dropView(oms.db, { personId: personOf(request), id: request.params.id });
        return reply.code(200).send(null);
      },
    );
  };
}

function personOf(request: FastifyRequest): string {
  const { session } = callerOf(request);
  if (session !== null) return session.personId;
  throw new Refusal(409, {
    code: 'NO_PERSON',
    message: 'A key keeps no views.',
    whatToDo: 'Sign in as a person.',
  });
}
