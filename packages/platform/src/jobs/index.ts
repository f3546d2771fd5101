// Durable jobs on pg-boss: defined as data, woken by each other, run once.

export { defineJob } from './define-job.ts';
export type { JobDefinition, JobOutcome, JobRun } from './define-job.ts';
export { listJobs, listRuns } from './list-jobs.ts';
export type { JobListing, JobRunRecord } from './list-jobs.ts';
export { runJob } from './run-job.ts';
export type { RunPlace, Waiting } from './run-job.ts';
export { startJobs } from './start-jobs.ts';
export type { JobsOptions } from './jobs-options.ts';
export type { Jobs } from './start-jobs.ts';
