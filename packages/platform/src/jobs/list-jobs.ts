// What people see of the jobs: which there are, when they run, whether they are paused, how they last did.

import { sql, type Kysely } from 'kysely';
import type { JobDefinition } from './define-job.ts';

export interface JobRunRecord {
  readonly id: number;
  readonly name: string;
  readonly startedAt: Date;
  /** null while it runs. */
  readonly finishedAt: Date | null;
  readonly outcome: 'DONE' | 'FAILED' | null;
  readonly done: number;
  readonly note: string | null;
}

export interface JobListing {
  readonly name: string;
  readonly label: string;
  readonly schedule: string | null;
  readonly wakes: readonly string[];
  readonly paused: boolean;
  readonly lastRun: JobRunRecord | null;
}

const RUNS_LISTED_MAX = 200;

const runColumns = sql.raw(
  'id, name, started_at as "startedAt", finished_at as "finishedAt", outcome, done, note',
);

/** The definitions with their settings and last runs, in the order given. */
export async function listJobs<Tables>(
  db: Kysely<Tables>,
  definitions: readonly Pick<JobDefinition<never>, 'name' | 'label' | 'schedule' | 'wakes'>[],
): Promise<JobListing[]> {
  const settings = await sql<{ name: string; paused: boolean; schedule: string | null }>`
    select name, paused, schedule from job_setting`.execute(db);
  const runs = await sql<JobRunRecord>`
    select distinct on (name) ${runColumns} from job_run order by name, id desc`.execute(db);
  const settingByName = new Map(settings.rows.map((row) => [row.name, row]));
  const runByName = new Map(runs.rows.map((row) => [row.name, row]));
  return definitions.map(({ name, label, schedule, wakes }) => {
    const setting = settingByName.get(name);
    const lastRun = runByName.get(name) ?? null;
    const paused = setting?.paused ?? false;
    return { name, label, schedule: setting?.schedule ?? schedule, wakes, paused, lastRun };
  });
}

/** The latest runs of a job, newest first, at most 200. */
export async function listRuns<Tables>(
  db: Kysely<Tables>,
  options: { readonly name: string; readonly limit: number },
): Promise<JobRunRecord[]> {
  const limit = Math.min(options.limit, RUNS_LISTED_MAX);
  const { rows } = await sql<JobRunRecord>`
    select ${runColumns} from job_run where name = ${options.name}
    order by id desc limit ${limit}`.execute(db);
  return rows;
}
