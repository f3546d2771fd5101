// A problem as the API shows it, with what to do from the catalogue.

import type { ProblemView } from '@sendsale/api';
import { PROBLEMS } from '@sendsale/domain';
import type { ListedProblem } from '@sendsale/store/read';

export function problemView(problem: ListedProblem): ProblemView {
  const { firstSeenAt, lastSeenAt, ...rest } = problem;
  return {
    ...rest,
    whatToDo: PROBLEMS[problem.code].whatToDo,
    firstSeenAt: firstSeenAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  };
}
