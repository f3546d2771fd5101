// Closes a problem whose cause is gone.

import type { ProblemCode } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';

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
  throw new Error('TODO');
}
