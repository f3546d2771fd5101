// Problems on a terminal: causes for an overview, lines one by one, and one in full.

import type { CauseView, ProblemDetailView, ProblemView } from '@sendsale/api';
import { printLine, printTable } from './print.ts';

export function printCauses(causes: readonly CauseView[]): void {
  if (causes.length === 0) return printLine('No open problems.');
  for (const cause of causes) {
    const money = cause.money.map(({ currency, amount }) => `${amount} ${currency}`).join(', ');
    const stakes = cause.orders === 0 ? '' : ` · ${count(cause.orders, 'order')}, ${money}`;
    const people = cause.assignedTo.length === 0 ? '' : ` · ${cause.assignedTo.join(', ')}`;
    printLine(`${cause.cause}`);
    printLine(
      `  ${cause.severity.toLowerCase()} · ${count(cause.problems, 'problem')}${stakes} · since ${cause.firstSeenAt}${people}`,
    );
    printLine(`  ${cause.message}`);
    printLine(`  ${nextStep(cause)}`);
    printLine('');
  }
  printLine('See "problems list [cause]", "problems show <id>", "problems retry --cause <cause>".');
}

function nextStep(cause: CauseView): string {
  if (cause.nextRetryAt !== null) {
    return `Tried again at ${cause.nextRetryAt}. ${cause.whatToDo}`;
  }
  return cause.whatToDo;
}

export function printProblems(problems: readonly ProblemView[]): void {
  if (problems.length === 0) return printLine('No such problems.');
  printTable(
    ['id', 'code', 'record', 'order', 'at stake', 'since', 'with', 'what happened'],
    problems.map((problem) => [
      String(problem.id),
      problem.code,
      problem.subject,
      problem.orderName ?? '',
      problem.money === null ? '' : `${problem.money} ${problem.currency ?? ''}`,
      problem.firstSeenAt,
      problem.assignedTo ?? '',
      problem.resolution === null
        ? problem.message
        : `${problem.message} → ${problem.resolution}${problem.resolvedBy === null ? '' : ` (${problem.resolvedBy})`}`,
    ]),
  );
}

export function printProblem(problem: ProblemDetailView): void {
  printLine(`${problem.id}  ${problem.code}  ${problem.subject}`);
  printLine(`${problem.title}. ${problem.meaning}`);
  printLine('');
  printLine(problem.message);
  for (const [name, value] of Object.entries(problem.detail)) {
    printLine(`  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  }
  printLine('');
  const order = problem.orderName ?? problem.orderId;
  if (order !== null)
    printLine(`Order ${order}, ${problem.money ?? '?'} ${problem.currency ?? ''}`);
  printLine(`Since ${problem.firstSeenAt}, met ${count(problem.occurrences, 'time')}`);
  printLine(
    `Retries: ${problem.retries}; next ${problem.nextRetryAt ?? 'not by itself'}. With ${problem.assignedTo ?? 'nobody'}.`,
  );
  if (problem.resolvedAt === null) printLine(`What to do: ${problem.whatToDo}`);
  else printLine(`Resolved ${problem.resolvedAt}: ${problem.resolution ?? ''} ${by(problem)}`);
  for (const { at, actor, kind, text } of problem.events) {
    printLine(`  ${at}  ${actor}  ${kind.toLowerCase()}: ${text}`);
  }
}

function by({ resolvedBy }: ProblemView): string {
  return resolvedBy === null ? '' : `(${resolvedBy})`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
