// Jobs: what there is, when each last ran, and starting, pausing and resuming them.

import { JobView } from '@sendsale/api';
import { listJobs } from '@sendsale/platform/jobs';
import type { JobListing } from '@sendsale/platform/jobs';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { auditedCall, auditedJob } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound } from '../errors.ts';

const Named = z.object({ name: z.string() });

export function jobRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/jobs',
      { config: may('jobs.read'), schema: { tags: ['jobs'], response: { 200: JobView.array() } } },
      async () => (await listJobs(oms.db, oms.jobDefinitions)).map(jobView),
    );
    const command = (
      verb: 'run' | 'pause' | 'resume',
      act: (name: string) => Promise<void>,
    ): void => {
      server.post(
        `/api/jobs/:name/${verb}`,
        {
          config: mayChange(
            'jobs.change',
            verb === 'run' ? auditedCall('job.run', 'name') : auditedJob(`job.${verb}`),
          ),
          schema: { tags: ['jobs'], params: Named, response: { 202: z.null() } },
        },
        async (request, reply) => {
          const { name } = request.params;
          if (!oms.jobDefinitions.some((job) => job.name === name)) throw notFound(`job ${name}`);
          await act(name);
          return reply.code(202).send(null);
        },
      );
    };
    command('run', async (name) => oms.jobs.runNow(name));
    command('pause', async (name) => oms.jobs.pause(name));
    command('resume', async (name) => oms.jobs.resume(name));
  };
}

function jobView({ name, label, schedule, paused, lastRun }: JobListing): JobView {
  return {
    name,
    label,
    schedule,
    paused,
    lastRun:
      lastRun === null
        ? null
        : {
            startedAt: lastRun.startedAt.toISOString(),
            finishedAt: lastRun.finishedAt?.toISOString() ?? null,
            outcome: lastRun.outcome,
            done: lastRun.done,
            note: lastRun.note,
          },
  };
}
