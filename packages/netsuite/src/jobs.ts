// The jobs of the NetSuite connector: one export a feed, the hand-over, the import, and the nudge.

import { defineJob } from '@sendsale/platform/jobs';
import type { JobDefinition, JobOutcome } from '@sendsale/platform/jobs';
import type { NetSuiteContext } from './context.ts';
import { askAfterRecords } from './exchange/ask-after-records.ts';
import { exportFeed } from './exchange/export-feed.ts';
import { handOverFiles } from './exchange/hand-over-files.ts';
import { importFiles } from './exchange/import-files.ts';
import { EXPORT_FEEDS } from './feeds/export-catalogue.ts';
import type { ExportFeed } from './feeds/export-feed.ts';
import { runScripts } from './run-scripts.ts';

/** The job that exports a feed, e.g. `export-sales-order`. */
export function exportJobName(feed: { readonly name: string }): string {
  return `export-${feed.name}`;
}

/** Every export job; a connector or use case that changed an order wakes these. */
export const EXPORT_JOB_NAMES: readonly string[] = EXPORT_FEEDS.map(exportJobName);

/** Jobs of other rooms that answers of NetSuite give something to do. */
const FOLLOWERS = ['approve-orders', 'broker-orders', 'push-fulfillments'] as const;

/** All of them, for the composition root to list with the others. */
export function netsuiteJobs<Context extends NetSuiteContext>(): Array<JobDefinition<Context>> {
  return [
    ...EXPORT_FEEDS.map((feed) => exportJob<Context>(feed)),
    handOverJob<Context>(),
    importJob<Context>(),
    nudgeJob<Context>(),
    askJob<Context>(),
  ];
}

function exportJob<Context extends NetSuiteContext>(feed: ExportFeed): JobDefinition<Context> {
  return defineJob<Context>({
    name: exportJobName(feed),
    label: `Write ${feed.label.charAt(0).toLowerCase()}${feed.label.slice(1)}`,
    schedule: '*/15 * * * *',
    // A new problem may be one that a script of NetSuite heals (an item that is not there yet).
    wakes: ['hand-over-files', 'run-scripts'],
    run: async ({ database }, { at }) => {
      const run = await exportFeed(database, feed, at);
      const note = `${run.rows} records in ${run.files} files, ${run.blocked} problems`;
      return { done: run.rows + run.news, note, again: run.isFull && run.rows > 0 };
    },
  });
}

function handOverJob<Context extends NetSuiteContext>(): JobDefinition<Context> {
  return defineJob<Context>({
    name: 'hand-over-files',
    label: 'Hand written files over to NetSuite',
    schedule: '*/5 * * * *',
    wakes: ['run-scripts'],
    run: async (context): Promise<JobOutcome> => {
      const { files } = context;
      if (files === null) return { done: 0, note: 'No SFTP server is configured.' };
      const run = await handOverFiles(context, files);
      if (!run.isReached) return { done: 0, note: run.message, again: mayHeal(run.code) };
      const { handedOver, conflicts, isFull } = run.value;
      const note = `${handedOver} files, ${conflicts} conflicts`;
      return { done: handedOver, note, again: isFull && handedOver > 0 };
    },
  });
}

function importJob<Context extends NetSuiteContext>(): JobDefinition<Context> {
  return defineJob<Context>({
    name: 'import-files',
    label: 'Fetch and take what NetSuite sends',
    schedule: '* * * * *',
    wakes: [...EXPORT_JOB_NAMES, ...FOLLOWERS, 'run-scripts'],
    run: async (context): Promise<JobOutcome> => {
      const run = await importFiles(context);
      const note = run.failure ?? `${run.fetched} files, ${run.changed} changes`;
      return { done: run.changed, note };
    },
  });
}

function nudgeJob<Context extends NetSuiteContext>(): JobDefinition<Context> {
  return defineJob<Context>({
    name: 'run-scripts',
    label: "Start NetSuite's scripts and take their answers",
    schedule: '*/5 * * * *',
    wakes: [...EXPORT_JOB_NAMES, ...FOLLOWERS],
    // Nothing came: the framework runs it again later and later. Something came: at once.
    run: async (context): Promise<JobOutcome> => {
      const run = await runScripts(context);
      return { done: run.changed, note: run.note, again: run.isWaiting };
    },
  });
}

function askJob<Context extends NetSuiteContext>(): JobDefinition<Context> {
  return defineJob<Context>({
    name: 'ask-after-records',
    label: 'Ask after records NetSuite has not answered for',
    schedule: '*/5 * * * *',
    wakes: [...EXPORT_JOB_NAMES, ...FOLLOWERS],
    run: async (context): Promise<JobOutcome> => {
      const run = await askAfterRecords(context);
      const { overdue, accepted, refused, sentAgain, waiting } = run;
      const note = `${overdue} overdue: ${accepted} accepted, ${refused} refused, ${sentAgain} sent again, ${waiting} waiting`;
      return { done: accepted + refused + sentAgain, note };
    },
  });
}

function mayHeal(code: string): boolean {
  return code === 'SFTP_UNREACHABLE';
}
