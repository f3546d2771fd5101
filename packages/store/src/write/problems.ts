// Opens and resolves problems. The unique index on open ones makes a repeated problem one row that counts.

import type { Problem, ProblemCode } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Opens each problem, or counts it once more. @returns the subjects that were opened by this call */
export async function saveProblems(
  db: Database,
  problems: readonly Problem[],
  at: Date,
): Promise<readonly string[]> {
  if (problems.length === 0) return [];
  const { rows } = await sql<{ subject: string; occurrences: number }>`
    insert into problem
      (code, subject, cause, order_id, message, detail, first_seen_at, last_seen_at)
    select p.code, p.subject, p.cause, p."orderId", p.message, p.detail, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(problems)}::json)
      as p(code text, subject text, cause text, "orderId" text, message text, detail jsonb)
    on conflict (code, subject) where resolved_at is null do update set
      last_seen_at = greatest(problem.last_seen_at, excluded.last_seen_at),
      occurrences = problem.occurrences + 1,
      order_id = coalesce(excluded.order_id, problem.order_id),
      cause = excluded.cause,
      message = excluded.message,
      detail = excluded.detail
    returning subject, occurrences`.execute(db);
  return rows.filter((row) => row.occurrences === 1).map((row) => row.subject);
}

export interface ResolveProblems {
  readonly code: ProblemCode;
  readonly subjects: readonly string[];
  readonly resolution: string;
  readonly at: Date;
}

/** Resolves the open problems of these subjects. @returns how many there were */
export async function resolveProblems(db: Database, options: ResolveProblems): Promise<number> {
  if (options.subjects.length === 0) return 0;
  const result = await db
    .updateTable('problem')
    .set({ resolved_at: options.at, resolution: options.resolution })
    .where('code', '=', options.code)
    .where('subject', '=', sql<string>`any(${[...options.subjects]}::text[])`)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export interface ResolveOtherProblems {
  readonly orderId: string;
  readonly codes: readonly ProblemCode[];
  /** The problems of these codes that are still there. */
  readonly remaining: readonly Pick<Problem, 'code' | 'subject'>[];
  readonly resolution: string;
  readonly at: Date;
}

/** Resolves the order's open problems of these codes that are not among the remaining ones. */
export async function resolveOtherProblems(
  db: Database,
  options: ResolveOtherProblems,
): Promise<number> {
  const remaining = options.remaining.map(({ code, subject }) => `${code} ${subject}`);
  const result = await db
    .updateTable('problem')
    .set({ resolved_at: options.at, resolution: options.resolution })
    .where('order_id', '=', options.orderId)
    .where('code', 'in', options.codes)
    .where('resolved_at', 'is', null)
    .where(sql<boolean>`code || ' ' || subject <> all(${remaining}::text[])`)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
