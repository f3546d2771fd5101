// The rows that jobs leave: job_run (every run) and job_setting (pauses). The tables belong to the store's
// migrations; this file states the columns it relies on.

import { sql, type Kysely } from 'kysely';

/** Runs kept of each job; older ones are removed. */
export const RUNS_KEPT = 1_000;
const PRUNE_EVERY = 100;

/**
 * Writes down that a run starts.
 * @returns its id, or null when the job is paused and `isForced` is false
 */
export async function openRun<Tables>(
  db: Kysely<Tables>,
  run: { readonly name: string; readonly at: Date; readonly isForced: boolean },
): Promise<number | null> {
  const { name, at } = run;
  // At most one run of a job is going on, so a run that was left open is one that was cut off.
  const { rows } = await sql<{ id: number }>`
    with cut_off as (
      update job_run set finished_at = ${at}, outcome = 'FAILED', note = 'The run was cut off.'
      where finished_at is null
        and id in (select id from job_run where name = ${name} order by id desc limit 3)
    )
    insert into job_run (name, started_at)
    select ${name}, ${at}
    where ${run.isForced} or not exists (
      select from job_setting where job_setting.name = ${name} and paused)
    returning id`.execute(db);
  return rows[0]?.id ?? null;
}

export interface RunResult {
  readonly id: number;
  readonly name: string;
  readonly at: Date;
  readonly outcome: 'DONE' | 'FAILED';
  readonly done: number;
  readonly note: string | null;
}

/** Writes down how a run ended. */
export async function closeRun<Tables>(db: Kysely<Tables>, result: RunResult): Promise<void> {
  await sql`
    update job_run set finished_at = ${result.at}, outcome = ${result.outcome}, done = ${result.done},
      note = ${result.note}
    where id = ${result.id}`.execute(db);
  if (result.id % PRUNE_EVERY !== 0) return;
  await sql`
    delete from job_run using (
      select id, row_number() over (partition by name order by id desc) as place from job_run
    ) as ranked
    where job_run.id = ranked.id and ranked.place > ${RUNS_KEPT}`.execute(db);
}

/** Pauses or resumes a job for every process. */
export async function savePause<Tables>(
  db: Kysely<Tables>,
  setting: { readonly name: string; readonly paused: boolean },
): Promise<void> {
  await sql`
    insert into job_setting (name, paused) values (${setting.name}, ${setting.paused})
    on conflict (name) do update set paused = excluded.paused`.execute(db);
}

/** Schedules that people set in place of the definition's, by job name. */
export async function readSchedules<Tables>(db: Kysely<Tables>): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; schedule: string }>`
    select name, schedule from job_setting where schedule is not null`.execute(db);
  return new Map(rows.map((row) => [row.name, row.schedule]));
}
