// Where each kind of record stands, for those who want to know whether something changed since they looked.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

/** Texts that differ when something of their kind changed. */
export interface ChangeMarks {
  readonly timeline: string;
  readonly problems: string;
  readonly jobs: string;
  readonly feeds: string;
  readonly brokering: string;
  readonly audit: string;
}

/** Ends of indexes and short tables only: cheap enough for every second. */
export async function changeMarks(db: Database): Promise<ChangeMarks> {
  const { rows } = await sql<ChangeMarks>`
    select
      coalesce((select max(id) from order_timeline), 0)::text as timeline,
      concat((select max(id) from problem), '/',
        (select count(*) from problem where resolved_at is null)) as problems,
      concat((select max(id) from job_run), '/',
        (select max(finished_at) from (select finished_at from job_run order by id desc limit 50) r), '/',
        (select count(*) from job_setting where paused)) as jobs,
      concat((select max(id) from feed_file), '/', (select max(id) from ledger), '/',
        (select max(settled_at) from (select settled_at from feed_file order by id desc limit 50) f)) as feeds,
      concat((select max(id) from brokering_run), '/', (select max(version) from brokering_rules)) as brokering,
      coalesce((select max(id) from audit_entry), 0)::text as audit`.execute(db);
  const [marks] = rows;
  if (marks === undefined) throw new Error('A select without a from clause has one row.');
  return marks;
}

/** The orders that something happened to after that timeline row. */
export async function changedOrders(
  db: Database,
  { afterId, limit }: { readonly afterId: number; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('order_timeline')
    .where('id', '>', afterId)
    .select('order_id')
    .distinct()
    .limit(limit)
    .execute();
  return rows.map((row) => row.order_id);
}
