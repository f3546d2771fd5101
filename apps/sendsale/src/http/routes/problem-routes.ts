// The inbox: problems one by one and by cause, and what people do about them.

import {
  ActAnswer,
  AssignRequest,
  CauseView,
  NoteRequest,
  ProblemDetailView,
  ProblemView,
  RetryRequest,
  SettleRequest,
} from '@sendsale/api';
import { isProblemCode } from '@sendsale/domain';
import type { ProblemCode } from '@sendsale/domain';
import { assignProblem, noteProblem, retryProblems, settleProblem } from '@sendsale/oms';
import { exportJobName } from '@sendsale/netsuite';
import { openProblems, problemCauses, showProblem } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { jobsOfCode } from '../../inbox/jobs-of-code.ts';
import { causeView, problemDetailView, problemView } from '../../views/problem-view.ts';
import { actorOf } from '../access/caller.ts';
import { auditedCall } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, Refusal } from '../errors.ts';

const Query = z.object({
  cause: z.string().optional(),
  code: z.string().optional(),
  order: z.string().optional(),
  assignedTo: z.string().optional(),
  state: z.enum(['open', 'resolved']).default('open'),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});
const Numbered = z.object({ id: z.coerce.number().int() });
const tags = ['problems'];

export function problemRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/problems',
      {
        config: may('problems.read'),
        schema: { tags, querystring: Query, response: { 200: ProblemView.array() } },
      },
      async ({ query }) => {
        const { cause, code, order, assignedTo, state, limit } = query;
        const problems = await openProblems(oms.db, {
          ...(cause === undefined ? {} : { cause }),
          ...(code === undefined ? {} : { code: knownCode(code) }),
          ...(order === undefined ? {} : { orderId: order }),
          ...(assignedTo === undefined ? {} : { assignedTo }),
          isResolved: state === 'resolved',
          limit,
        });
        return problems.map(problemView);
      },
    );
    server.get(
      '/api/problems/causes',
      { config: may('problems.read'), schema: { tags, response: { 200: CauseView.array() } } },
      async () => (await problemCauses(oms.db)).map(causeView),
    );
    server.get(
      '/api/problems/:id',
      {
        config: may('problems.read'),
        schema: { tags, params: Numbered, response: { 200: ProblemDetailView } },
      },
      async ({ params }) => {
        const problem = await showProblem(oms.db, params.id);
        if (problem === null) throw notFound(`problem ${params.id}`);
        return problemDetailView(problem);
      },
    );
    await server.register(problemActs(oms));
  };
}

function problemActs(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    const response = { 200: ActAnswer };
    server.post(
      '/api/problems/retry',
      {
        config: mayChange('problems.change', auditedCall('problems.retry')),
        schema: { tags, body: RetryRequest, response },
      },
      async (request) => {
        const { chosen } = request.body;
        const at = oms.clock.now();
        const retried = await retryProblems(oms.db, { chosen, actor: actorOf(request), at });
        const jobs = [
          ...retried.codes.flatMap(jobsOfCode),
          ...retried.feeds.map((feed) => exportJobName({ name: feed })),
        ];
        await wake(oms, jobs);
        return { problems: retried.problems };
      },
    );
    server.post(
      '/api/problems/assign',
      {
        config: mayChange('problems.change', auditedCall('problems.assign')),
        schema: { tags, body: AssignRequest, response },
      },
      async (request) => {
        const { chosen, to } = request.body;
        const by = { actor: actorOf(request), at: oms.clock.now() };
        return { problems: await assignProblem(oms.db, { chosen, to, ...by }) };
      },
    );
    server.post(
      '/api/problems/note',
      {
        config: mayChange('problems.change', auditedCall('problems.note')),
        schema: { tags, body: NoteRequest, response },
      },
      async (request) => {
        const { chosen, text } = request.body;
        const by = { actor: actorOf(request), at: oms.clock.now() };
        return { problems: await noteProblem(oms.db, { chosen, text, ...by }) };
      },
    );
    server.post(
      '/api/problems/settle',
      {
        config: mayChange('problems.change', auditedCall('problems.settle')),
        schema: { tags, body: SettleRequest, response },
      },
      async (request) => {
        const { chosen, reason, netsuiteId } = request.body;
        const given = netsuiteId === undefined ? {} : { netsuiteId };
        if (netsuiteId !== undefined && !('ids' in chosen && chosen.ids.length === 1)) {
          throw new Refusal(400, {
            code: 'INVALID_REQUEST',
            message: 'A NetSuite id belongs to one record: settle one problem with it.',
            whatToDo: 'Name one problem.',
          });
        }
        const by = { actor: actorOf(request), at: oms.clock.now() };
        const problems = await settleProblem(oms.db, { chosen, reason, ...given, ...by });
        await wake(oms, ['approve-orders']);
        return { problems };
      },
    );
  };
}

async function wake(oms: Oms, names: readonly string[]): Promise<void> {
  const known = new Set(oms.jobDefinitions.map((job) => job.name));
  for (const name of new Set(names)) if (known.has(name)) await oms.jobs.wake(name);
}

function knownCode(code: string): ProblemCode {
  if (isProblemCode(code)) return code;
  throw new Refusal(400, {
    code: 'INVALID_REQUEST',
    message: `There is no problem code ${code}.`,
    whatToDo: 'See docs/problems.md for what there is.',
  });
}
