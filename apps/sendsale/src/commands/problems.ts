// sendsale problems: what waits for a person or a change of data.

import { Command } from 'commander';
import { printJson, printLine, printTable } from './print.ts';
import { withApi } from './with-api.ts';

export function problemsCommand(): Command {
  return new Command('problems')
    .description('open problems: what happened, to which record, what to do')
    .option('--json', 'print JSON')
    .action(async (options: { json?: true }) => {
      const problems = await withApi(async (api) => api.problems());
      if (options.json) return printJson(problems);
      if (problems.length === 0) return printLine('No open problems.');
      return printTable(
        ['code', 'record', 'order', 'since', 'what happened', 'what to do'],
        problems.map((problem) => [
          problem.code,
          problem.subject,
          problem.orderName ?? '',
          problem.firstSeenAt,
          problem.message,
          problem.whatToDo,
        ]),
      );
    });
}
