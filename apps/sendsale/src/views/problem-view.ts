// Problems as the API shows them, with meaning and remedy from the catalogue.

import type { CauseView, ProblemDetailView, ProblemView } from '@sendsale/api';
import { PROBLEMS, severityOf, treatmentOf } from '@sendsale/domain';
import { formatMinor } from '@sendsale/std';
import type { ListedProblem, ProblemCause, ProblemDetail } from '@sendsale/store/read';

export function problemView(problem: ListedProblem): ProblemView {
  const { code, detail, moneyMinor, currency } = problem;
  const { title, whatToDo } = PROBLEMS[code];
  return {
    id: problem.id,
    code,
    title,
    subject: problem.subject,
    cause: problem.cause,
    orderId: problem.orderId,
    orderName: problem.orderName,
    message: problem.message,
    whatToDo,
    severity: severityOf(code),
    treatment: treatmentOf(code, detail),
    money: moneyMinor === null || currency === null ? null : formatMinor(moneyMinor, currency),
    currency,
    firstSeenAt: problem.firstSeenAt.toISOString(),
    lastSeenAt: problem.lastSeenAt.toISOString(),
    occurrences: problem.occurrences,
    assignedTo: problem.assignedTo,
    retries: problem.retries,
    nextRetryAt: problem.nextRetryAt?.toISOString() ?? null,
    resolvedAt: problem.resolvedAt?.toISOString() ?? null,
    resolution: problem.resolution,
    resolvedBy: problem.resolvedBy,
  };
}

export function problemDetailView(problem: ProblemDetail): ProblemDetailView {
  return {
    ...problemView(problem),
    meaning: PROBLEMS[problem.code].meaning,
    detail: { ...problem.detail },
    events: problem.events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
  };
}

export function causeView(cause: ProblemCause): CauseView {
  const { code, detail } = cause;
  const { title, meaning, whatToDo } = PROBLEMS[code];
  return {
    cause: cause.cause,
    code,
    title,
    meaning,
    whatToDo,
    severity: severityOf(code),
    treatment: treatmentOf(code, detail),
    problems: cause.problems,
    orders: cause.orders,
    money: cause.money.map(({ currency, minor }) => ({
      currency,
      amount: formatMinor(minor, currency),
    })),
    firstSeenAt: cause.firstSeenAt.toISOString(),
    lastSeenAt: cause.lastSeenAt.toISOString(),
    nextRetryAt: cause.nextRetryAt?.toISOString() ?? null,
    assignedTo: [...cause.assignedTo],
    message: cause.message,
  };
}
