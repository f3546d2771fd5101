// Jobs: what there is, when each ran and runs next, and starting, pausing and resuming them.

import { JobRunView, JobView } from '@sendsale/api';
import { listJobs, listRuns } from '@sendsale/platform/jobs';
import type { JobListing, JobRunRecord } from '@sendsale/platform/jobs';
import { Cron } from 'croner';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { auditedCall, auditedJob } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound } from '../errors.ts';

const RUNS_SHOWN = 100;
const Named = z.object({ name: z.string() });

export function jobRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/jobs',
      { config: may('jobs.read'), schema: { tags: ['jobs'], response: { 200: JobView.array() } } },
      async () => {
        const at = oms.clock.now();
        return (await listJobs(oms.db, oms.jobDefinitions)).map((job) => jobView(job, at));
      },
    );
    server.get(
      '/api/jobs/:name/runs',
      {
        config: may('jobs.read'),
        schema: { tags: ['jobs'], params: Named, response: { 200: JobRunView.array() } },
      },
      async ({ params: { name } }) => {
        if (!oms.jobDefinitions.some((job) => job.name === name)) throw notFound(`job ${name}`);
        return (await listRuns(oms.db, { name, limit: RUNS_SHOWN })).map(runView);
      },
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

function jobView({ name, label, schedule, paused, lastRun }: JobListing, at: Date): JobView {
  return {
    name,
    label,
    schedule,
    paused,
    nextRunAt: schedule === null || paused ? null : nextRun(schedule, at),
    lastRun: lastRun === null ? null : runView(lastRun),
  };
}

/** Schedules of jobs are in UTC. */
function nextRun(schedule: string, at: Date): string | null {
  const clock = new Cron(schedule, { timezone: 'UTC', paused: true, mode: '5-part' });
  return clock.nextRun(at)?.toISOString() ?? null;
}

function runView({ startedAt, finishedAt, outcome, done, note }: JobRunRecord): JobRunView {
  return {
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    outcome,
    done,
    note,
  };
}
