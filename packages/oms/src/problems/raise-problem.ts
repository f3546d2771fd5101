// Keeps what needs a person or a change of data, once, until it is resolved.

import type { ProblemFacts } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';

export type RaiseProblemOptions = ProblemFacts & { readonly at: Date };

/** Opens the problem, or counts one more occurrence of the open one. @returns whether it was opened by this call */
export async function raiseProblem(
  db: Database,
  options: RaiseProblemOptions,
): Promise<{ readonly isNew: boolean }> {
  throw new Error('TODO');
}
