// Problems as the inbox lists them: the open ones, the oldest first, or the resolved ones, the latest first.

import type { JsonObject, ProblemCode, ProblemEventKind } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface ListedProblem {
  readonly id: number;
  readonly code: ProblemCode;
  readonly subject: string;
  readonly cause: string;
  readonly orderId: string | null;
  readonly orderName: string | null;
  readonly message: string;
  readonly detail: JsonObject;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly occurrences: number;
  /** What the order comes to; null for a problem of no order. */
  readonly moneyMinor: number | null;
  readonly currency: string | null;
  readonly assignedTo: string | null;
  readonly retries: number;
  readonly nextRetryAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolution: string | null;
  readonly resolvedBy: string | null;
}

export interface ListProblemsOptions {
  readonly orderId?: string;
  readonly cause?: string;
  readonly code?: ProblemCode;
  readonly assignedTo?: string;
  readonly isResolved?: boolean;
  readonly limit?: number;
}

const LISTED_MAX = 1000;

export async function openProblems(
  db: Database,
  options: ListProblemsOptions,
): Promise<ListedProblem[]> {
  const { orderId, cause, code, assignedTo, isResolved = false, limit = LISTED_MAX } = options;
  return problemRows(db)
    .where('p.resolved_at', isResolved ? 'is not' : 'is', null)
    .$if(orderId !== undefined, (query) => query.where('p.order_id', '=', orderId ?? ''))
    .$if(cause !== undefined, (query) => query.where('p.cause', '=', cause ?? ''))
    .$if(code !== undefined, (query) => query.where('p.code', '=', code ?? 'ORDER_UNKNOWN'))
    .$if(assignedTo !== undefined, (query) => query.where('p.assigned_to', '=', assignedTo ?? ''))
    .orderBy(isResolved ? 'p.resolved_at' : 'p.id', isResolved ? 'desc' : 'asc')
    .limit(Math.min(limit, LISTED_MAX))
    .execute();
}

export interface ProblemDetail extends ListedProblem {
  readonly events: readonly {
    readonly at: Date;
    readonly actor: string;
    readonly kind: ProblemEventKind;
    readonly text: string;
  }[];
}

/** One problem, open or resolved, with what was done about it; null when there is none. */
export async function showProblem(db: Database, id: number): Promise<ProblemDetail | null> {
  const problem = await problemRows(db).where('p.id', '=', id).executeTakeFirst();
  if (problem === undefined) return null;
  const events = await db
    .selectFrom('problem_event')
    .select(['at', 'actor', 'kind', 'text'])
    .where('problem_id', '=', id)
    .orderBy('id')
    .execute();
  return { ...problem, events };
}

function problemRows(db: Database) {
  return db
    .selectFrom('problem as p')
    .leftJoin('sales_order as o', 'o.id', 'p.order_id')
    .select([
      'p.id',
      'p.code',
      'p.subject',
      'p.cause',
      'p.order_id as orderId',
      'o.name as orderName',
      'p.message',
      'p.detail',
      'p.first_seen_at as firstSeenAt',
      'p.last_seen_at as lastSeenAt',
      'p.occurrences',
      'o.total_minor as moneyMinor',
      'o.currency',
      'p.assigned_to as assignedTo',
      'p.retries',
      'p.next_retry_at as nextRetryAt',
      'p.resolved_at as resolvedAt',
      'p.resolution',
      'p.resolved_by as resolvedBy',
    ]);
}
