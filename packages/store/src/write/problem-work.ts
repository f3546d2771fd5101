// What people and the retry job do about problems, each with who and when.

import type { ProblemCode, ProblemEventKind } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface LockedProblem {
  readonly id: number;
  readonly code: ProblemCode;
  readonly subject: string;
  readonly orderId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly retries: number;
}

export interface WhichProblems {
  readonly ids?: readonly number[];
  readonly cause?: string;
  readonly limit: number;
}

/** Locks open problems: those of the ids, or those of the cause. */
export async function lockProblems(db: Database, which: WhichProblems): Promise<LockedProblem[]> {
  const { ids, cause, limit } = which;
  return db
    .selectFrom('problem')
    .select(['id', 'code', 'subject', 'order_id as orderId', 'detail', 'retries'])
    .where('resolved_at', 'is', null)
    .$if(ids !== undefined, (query) =>
      query.where('id', '=', sql<number>`any(${[...(ids ?? [])]}::bigint[])`),
    )
    .$if(cause !== undefined, (query) => query.where('cause', '=', cause ?? ''))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute();
}

export interface ProblemEvent {
  readonly problemIds: readonly number[];
  readonly kind: ProblemEventKind;
  readonly actor: string;
  readonly text: string;
  readonly at: Date;
}

export async function appendProblemEvents(db: Database, event: ProblemEvent): Promise<void> {
  const { problemIds, ...rest } = event;
  if (problemIds.length === 0) return;
  await db
    .insertInto('problem_event')
    .values(problemIds.map((id) => ({ problem_id: id, ...rest })))
    .execute();
}

/** @param to null: nobody any more */
export async function assignProblems(
  db: Database,
  change: { readonly ids: readonly number[]; readonly to: string | null },
): Promise<void> {
  if (change.ids.length === 0) return;
  await db
    .updateTable('problem')
    .set({ assigned_to: change.to })
    .where('id', 'in', change.ids)
    .execute();
}

export async function settleProblems(
  db: Database,
  end: {
    readonly ids: readonly number[];
    readonly resolution: string;
    readonly actor: string;
    readonly at: Date;
  },
): Promise<void> {
  if (end.ids.length === 0) return;
  await db
    .updateTable('problem')
    .set({ resolved_at: end.at, resolution: end.resolution, resolved_by: end.actor })
    .where('id', 'in', end.ids)
    .where('resolved_at', 'is', null)
    .execute();
}

export interface RetryPlan {
  readonly id: number;
  /** null: not by itself any more. */
  readonly nextRetryAt: Date | null;
  /** null: it was only planned, not tried. */
  readonly retriedAt: Date | null;
}

/** Writes down what was tried and what will be. */
export async function planRetries(db: Database, plans: readonly RetryPlan[]): Promise<void> {
  if (plans.length === 0) return;
  await sql`
    update problem p set next_retry_at = r."nextRetryAt",
      last_retry_at = coalesce(r."retriedAt", p.last_retry_at),
      retries = p.retries + case when r."retriedAt" is null then 0 else 1 end
    from json_to_recordset(${JSON.stringify(plans)}::json)
      as r(id bigint, "nextRetryAt" timestamptz, "retriedAt" timestamptz)
    where p.id = r.id and p.resolved_at is null`.execute(db);
}

/** The newest row of a record in a feed's ledger; null when it was never sent. */
export async function newestRow(
  db: Database,
  record: { readonly feed: string; readonly subject: string },
): Promise<{ readonly id: number } | null> {
  const row = await db
    .selectFrom('ledger')
    .select('id')
    .where('feed', '=', record.feed)
    .where('subject', '=', record.subject)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
