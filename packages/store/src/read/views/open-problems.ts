// Problems nobody has resolved yet, the oldest first.

import type { ProblemCode } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface ListedProblem {
  readonly id: number;
  readonly code: ProblemCode;
  readonly subject: string;
  readonly orderId: string | null;
  readonly orderName: string | null;
  readonly message: string;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly occurrences: number;
}

const LISTED_MAX = 1000;

export async function openProblems(
  db: Database,
  options: { readonly orderId?: string },
): Promise<ListedProblem[]> {
  const { orderId } = options;
  return db
    .selectFrom('problem as p')
    .leftJoin('sales_order as o', 'o.id', 'p.order_id')
    .where('p.resolved_at', 'is', null)
    .$if(orderId !== undefined, (query) => query.where('p.order_id', '=', orderId ?? ''))
    .orderBy('p.id')
    .limit(LISTED_MAX)
    .select([
      'p.id',
      'p.code',
      'p.subject',
      'p.order_id as orderId',
      'o.name as orderName',
      'p.message',
      'p.first_seen_at as firstSeenAt',
      'p.last_seen_at as lastSeenAt',
      'p.occurrences',
    ])
    .execute();
}
