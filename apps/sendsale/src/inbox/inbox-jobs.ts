// The jobs of the inbox and of the ledger's upkeep: retries whose time has come, orders that are stuck.

import { EXPORT_JOB_NAMES, exportJobName } from '@sendsale/netsuite';
import { purgeOld, retryDueProblems, watchStages } from '@sendsale/oms';
import { defineJob } from '@sendsale/platform/jobs';
import type { JobDefinition } from '@sendsale/platform/jobs';
import type { JobContext } from '../job-context.ts';
import { RETRIED_CODES } from '@sendsale/domain';
import { jobsOfCode } from './jobs-of-code.ts';
import { sendAlerts } from './send-alerts.ts';

/** Every job a retry may need; which of them have something to do they see for themselves. */
const RETRIED_BY = [...new Set([...RETRIED_CODES.flatMap(jobsOfCode), ...EXPORT_JOB_NAMES])].filter(
  (name) => name !== 'retry-problems',
);

export const INBOX_JOBS: readonly JobDefinition<JobContext>[] = [
  defineJob<JobContext>({
    name: 'retry-problems',
    label: 'Try again what time heals: connections, refusals that pass, files on their way',
    schedule: '* * * * *',
    wakes: RETRIED_BY,
    run: async ({ database, random }, { at }) => {
      const { problems, planned, feeds } = await retryDueProblems(database, { random, at });
      const names = feeds.map((feed) => exportJobName({ name: feed })).join(', ');
      return {
        done: problems,
        note: `${problems} tried again, ${planned} planned ${names}`.trim(),
      };
    },
  }),
  defineJob<JobContext>({
    name: 'send-alerts',
    label: 'Tell people of problems by the alert rules, once a cause',
    schedule: '* * * * *',
    wakes: [],
    run: async (context) => {
      const { sent, failed } = await sendAlerts(context);
      return { done: sent, note: `${sent} messages sent, ${failed} failed` };
    },
  }),
  defineJob<JobContext>({
    name: 'purge-old',
    label: 'Remove what is older than the setting retention-days',
    schedule: '30 3 * * *',
    wakes: [],
    run: async ({ database }, { at }) => {
      const { purged, isFull } = await purgeOld(database, { at });
      const counts = Object.entries(purged).map(
        ([name, count]) => `${count} ${name.toLowerCase()}`,
      );
      const done = Object.values(purged).reduce((sum, count) => sum + count, 0);
      return { done, note: counts.join(', '), again: isFull };
    },
  }),
  defineJob<JobContext>({
    name: 'watch-stages',
    label: 'Find the orders that take longer at a stage than they may',
    schedule: '*/5 * * * *',
    wakes: [],
    run: async ({ database }, { at }) => {
      const { stuck, wentOn } = await watchStages(database, { at });
      return { done: stuck + wentOn, note: `${stuck} stuck, ${wentOn} went on` };
    },
  }),
];
