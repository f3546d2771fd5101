// Problems that keep orders of a shop from being taken in: such orders are read again although nothing changed
// in Shopify, so that none is lost when the poll has moved on.

import type { ProblemCode } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface OpenDownloadProblem {
  readonly code: ProblemCode;
  readonly subject: string;
  readonly lastSeenAt: Date;
}

/** Open problems of these codes whose subject starts with `prefix`, those seen longest ago first. */
export async function openDownloadProblems(
  db: Database,
  options: {
    readonly codes: readonly ProblemCode[];
    readonly prefix: string;
    readonly limit: number;
  },
): Promise<readonly OpenDownloadProblem[]> {
  const rows = await db
    .selectFrom('problem')
    .select(['code', 'subject', 'last_seen_at'])
    .where('resolved_at', 'is', null)
    .where('code', 'in', options.codes)
    .where((eb) => eb.fn<boolean>('starts_with', ['subject', eb.val(options.prefix)]))
    .orderBy('last_seen_at')
    .orderBy('id')
    .limit(options.limit)
    .execute();
  return rows.map((row) => ({
    code: row.code,
    subject: row.subject,
    lastSeenAt: row.last_seen_at,
  }));
}
