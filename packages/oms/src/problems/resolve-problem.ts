// Closes a problem whose cause is gone.

import type { ProblemCode } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';
import { resolveProblems } from '@sendsale/store/write';

export interface ResolveProblemOptions {
  readonly code: ProblemCode;
  readonly subject: string;
  /** How it was resolved, in a few words. */
  readonly resolution: string;
  readonly at: Date;
}

/** Resolves the open problem, if there is one. @returns whether there was */
export async function resolveProblem(
  db: Database,
  options: ResolveProblemOptions,
): Promise<{ readonly resolved: boolean }> {
  const { code, subject, resolution, at } = options;
  const count = await resolveProblems(db, { code, subjects: [subject], resolution, at });
  return { resolved: count > 0 };
}
