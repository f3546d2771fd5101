// Every job there is, and what each one wakes: the road's hand-overs in one place.

import { EXPORT_JOB_NAMES, netsuiteJobs } from '@sendsale/netsuite';
import { approveReadyOrders, brokerOrders, cancelOverdueItems, expireHolds } from '@sendsale/oms';
import { defineJob } from '@sendsale/platform/jobs';
import type { JobDefinition } from '@sendsale/platform/jobs';
import { shopifyJobs } from '@sendsale/shopify';
import { scheduledRuns } from './brokering/scheduled-runs.ts';
import { INBOX_JOBS } from './inbox/inbox-jobs.ts';
import type { JobContext } from './job-context.ts';
import { reconcile } from './reconcile/reconcile.ts';

const BATCH = 500;
const BROKERED_ITEMS = 20_000;
const MONTH_MS = 31 * 24 * 60 * 60_000;

const ORDER_TAKEN = [...EXPORT_JOB_NAMES, 'approve-orders', 'push-fulfillments'];

export type { JobContext } from './job-context.ts';

export const JOB_CATALOGUE: readonly JobDefinition<JobContext>[] = [
  ...shopifyJobs<JobContext>({
    contextOf: (context) => context.shopify,
    wakes: {
      'read-webhooks': ORDER_TAKEN,
      'read-listed-orders': ORDER_TAKEN,
      'download-orders': ORDER_TAKEN,
      'download-catalogue': ['run-scripts'],
      'tell-inventory': ORDER_TAKEN,
      'push-fulfillments': ['export-fulfillment'],
    },
  }),
  defineJob<JobContext>({
    name: 'approve-orders',
    label: 'Approve the orders that NetSuite has with all their lines',
    schedule: '*/5 * * * *',
    wakes: ['broker-orders'],
    run: async ({ database }, { at }) => {
      const { approved } = await approveReadyOrders(database, { at, limit: BATCH });
      return { done: approved.length, again: approved.length === BATCH };
    },
  }),
  defineJob<JobContext>({
    name: 'broker-orders',
    label: 'Choose the facility that ships each approved item',
    schedule: '*/5 * * * *',
    wakes: ['export-allocation', 'run-scripts', 'move-fulfillment-orders'],
    run: async ({ database }, { at }) => {
      const { allocated, unfilled } = await brokerOrders(database, { at, limit: BROKERED_ITEMS });
      const note = `${allocated.length} orders allocated, ${unfilled.length} unfilled`;
      return { done: allocated.length + unfilled.length, note };
    },
  }),
  defineJob<JobContext>({
    name: 'run-brokering-schedules',
    label: 'Carry out the brokering runs whose hour has come',
    schedule: '* * * * *',
    wakes: ['export-allocation', 'run-scripts', 'move-fulfillment-orders'],
    run: async ({ database }, { at }) => {
      const { orders, runs } = await scheduledRuns(database, { at });
      return { done: orders, ...(runs.length === 0 ? {} : { note: runs.join(', ') }) };
    },
  }),
  defineJob<JobContext>({
    name: 'cancel-overdue-items',
    label: 'Cancel the items that waited for a facility until the day their rule set',
    schedule: '*/15 * * * *',
    wakes: ['export-item-close', 'push-notices'],
    run: async ({ database }, { at }) => {
      const changed = await cancelOverdueItems(database, { at, limit: BATCH });
      return { done: changed.length, again: changed.length === BATCH };
    },
  }),
  defineJob<JobContext>({
    name: 'expire-holds',
    label: 'Let go of stock that nobody decided for',
    schedule: '* * * * *',
    wakes: ['broker-orders'],
    run: async ({ database }, { at }) => ({ done: await expireHolds(database, { at }) }),
  }),
  defineJob<JobContext>({
    name: 'reconcile',
    label: 'Compare the books of the last two days',
    schedule: '*/30 * * * *',
    wakes: [],
    run: async (context) => reconciled(context, null),
  }),
  defineJob<JobContext>({
    name: 'reconcile-month',
    label: 'Compare the books of the last 31 days',
    schedule: '30 3 * * *',
    wakes: [],
    run: async (context, { at }) => reconciled(context, new Date(at.getTime() - MONTH_MS)),
  }),
  ...netsuiteJobs<JobContext>(),
  ...INBOX_JOBS,
];

async function reconciled(context: JobContext, since: Date | null) {
  const { orders, differences, unread } = await reconcile(context, {
    from: since?.toISOString().slice(0, 10) ?? null,
    to: null,
    trigger: 'SCHEDULE',
  });
  const why = unread.map(({ day, side, message }) => `; ${day} ${side}: ${message}`).join('');
  return { done: orders, note: `${orders} orders, ${differences} differences${why}` };
}
