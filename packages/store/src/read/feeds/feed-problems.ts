// Open problems a feed raised earlier, to be resolved when what caused them is gone.

import type { ProblemCode } from '@sendsale/domain';
import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';

export interface OpenProblem {
  readonly code: ProblemCode;
  readonly subject: string;
  readonly firstSeenAt: Date;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Open problems with one of `codes` at one of `subjects`, or at a part of one (`<subject>/…`). */
export async function openProblemsAt(
  db: Database<Tables>,
  options: { readonly codes: readonly ProblemCode[]; readonly subjects: readonly string[] },
): Promise<OpenProblem[]> {
  if (options.codes.length === 0 || options.subjects.length === 0) return [];
  return openProblemRows(db)
    .where('code', 'in', options.codes)
    .where(sql<string>`split_part(subject, '/', 1)`, 'in', options.subjects)
    .execute();
}

/** Open problems with one of `codes` whose subject starts with `prefix`. */
export async function openProblemsOf(
  db: Database<Tables>,
  options: { readonly codes: readonly ProblemCode[]; readonly prefix: string },
): Promise<OpenProblem[]> {
  return openProblemRows(db)
    .where('code', 'in', options.codes)
    .where((eb) => eb.fn<boolean>('starts_with', ['subject', eb.val(options.prefix)]))
    .execute();
}

/** The open problem with this code at this file (`<directory>/<name>`), if there is one. */
export async function openProblemAtFile(
  db: Database<Tables>,
  options: { readonly code: ProblemCode; readonly subject: string },
): Promise<OpenProblem | undefined> {
  return openProblemRows(db)
    .where('code', '=', options.code)
    .where('subject', '=', options.subject)
    .executeTakeFirst();
}

function openProblemRows(db: Database<Tables>) {
  return db
    .selectFrom('problem')
    .select(['code', 'subject', 'first_seen_at as firstSeenAt', 'detail'])
    .where('resolved_at', 'is', null)
    .orderBy('id');
}
