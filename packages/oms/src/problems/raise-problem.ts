// Keeps what needs a person or a change of data, once, until it is resolved.

import { problem } from '@sendsale/domain';
import type { ProblemFacts } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';
import { saveProblems } from '@sendsale/store/write';

export type RaiseProblemOptions = ProblemFacts & { readonly at: Date };

/** Opens the problem, or counts one more occurrence of the open one. @returns whether it was opened by this call */
export async function raiseProblem(
  db: Database,
  options: RaiseProblemOptions,
): Promise<{ readonly isNew: boolean }> {
  const opened = await saveProblems(db, [problem(options)], options.at);
  return { isNew: opened.length > 0 };
}
