// What waits for a person or a change of data.

import { ProblemView } from '@sendsale/api';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { openProblems } from '@sendsale/store/read';
import type { Oms } from '../../compose.ts';
import { problemView } from '../../views/problem-view.ts';

export function problemRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/problems',
      { schema: { tags: ['problems'], response: { 200: ProblemView.array() } } },
      async () => (await openProblems(oms.db, {})).map(problemView),
    );
  };
}
