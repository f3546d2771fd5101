// sendsale problems: what waits for a person or a change of data, by cause, and what to do about it.

import type { CauseView, ChosenProblems, ProblemView } from '@sendsale/api';
import { Command } from 'commander';
import { CommandFailure } from '../failure.ts';
import { printJson, printLine } from './print.ts';
import { printCauses, printProblem, printProblems } from './print-problems.ts';
import { withApi } from './with-api.ts';

export function problemsCommand(): Command {
  const problems = new Command('problems')
    .description('the inbox: open problems by cause, with what to do; retry, assign, settle')
    .option('--json', 'print JSON: every open problem')
    .action(async (options: { json?: true }) => {
      if (options.json) return printJson(await withApi(async (api) => api.problems()));
      return printCauses(await withApi(async (api) => api.problemCauses()));
    });
  addReadingCommands(problems);
  for (const act of ACTS) addAct(problems, act);
  return problems;
}

function addReadingCommands(problems: Command): void {
  problems
    .command('list')
    .description('problems one by one; with a cause, only its own')
    .argument('[cause]', 'as "problems" shows it, or how it begins')
    .option('--code <code>', 'only this code')
    .option('--order <id>', 'only of this order')
    .option('--to <person>', 'only those given to somebody')
    .option('--resolved', 'the resolved ones, the latest first')
    .option('--json', 'print JSON')
    .action(async (cause: string | undefined, options: ListOptions) =>
      listProblems(cause, options),
    );
  problems
    .command('causes')
    .description('the open problems by cause')
    .option('--json', 'print JSON')
    .action(async (options: { json?: true }) => {
      const causes = await withApi(async (api) => api.problemCauses());
      return options.json ? printJson(causes) : printCauses(causes);
    });
  problems
    .command('show')
    .description('one problem with its facts and what was done about it')
    .argument('<id>')
    .option('--json', 'print JSON')
    .action(async (id: string, options: { json?: true }) => {
      const problem = await withApi(async (api) => api.showProblem(numberOf(id)));
      return options.json ? printJson(problem) : printProblem(problem);
    });
}

interface ListOptions {
  readonly code?: string;
  readonly order?: string;
  readonly to?: string;
  readonly resolved?: true;
  readonly json?: true;
}

async function listProblems(cause: string | undefined, options: ListOptions): Promise<void> {
  const { code, order, to, resolved, json } = options;
  const problems = await withApi(async (api): Promise<ProblemView[]> => {
    const query = { code, order, assignedTo: to, state: resolved ? 'resolved' : 'open' };
    if (cause === undefined) return api.problems(query);
    const whole = resolved ? cause : causeNamed(await api.problemCauses(), cause);
    return api.problems({ ...query, cause: whole });
  });
  return json ? printJson(problems) : printProblems(problems);
}

interface Act {
  readonly verb: 'retry' | 'assign' | 'note' | 'settle';
  readonly description: string;
  /** What follows the problem on the command line; null: nothing. */
  readonly text: { readonly name: string; readonly about: string } | null;
  readonly done: string;
}

const ACTS: readonly Act[] = [
  {
    verb: 'retry',
    description: 'try it, or all of its cause, again now',
    text: null,
    done: 'tried again',
  },
  {
    verb: 'assign',
    description: 'give it to somebody ("-": to nobody)',
    text: { name: 'person', about: 'who looks after it' },
    done: 'assigned',
  },
  {
    verb: 'note',
    description: 'leave a note at it',
    text: { name: 'text', about: 'what others should know' },
    done: 'noted',
  },
  {
    verb: 'settle',
    description: 'end it by hand: what was done about it; a refused record is not sent again',
    text: { name: 'reason', about: 'what was done instead' },
    done: 'settled',
  },
];

function addAct(problems: Command, { verb, description, text, done }: Act): void {
  const command = problems
    .command(verb)
    .description(description)
    .argument('<problem>', 'its number; with --cause, a cause as "problems" shows it')
    .option('--cause', 'the first argument is a cause: all of its open problems');
  if (text !== null) command.argument(`<${text.name}>`, text.about);
  if (verb === 'settle') {
    command.option('--netsuite-id <id>', 'the record somebody made in NetSuite by hand');
  }
  command.action(async (...given: unknown[]) => {
    // commander hands over the arguments, the options and the command, in this order.
    const [which, said] = given as [string, string];
    const options = command.opts<{ cause?: true; netsuiteId?: string }>();
    const count = await withApi(async (api) => {
      const chosen: ChosenProblems = options.cause
        ? { cause: causeNamed(await api.problemCauses(), which) }
        : { ids: [numberOf(which)] };
      const { netsuiteId } = options;
      const answer = {
        retry: async () => api.retryProblems({ chosen }),
        assign: async () => api.assignProblems({ chosen, to: said === '-' ? null : said }),
        note: async () => api.noteProblems({ chosen, text: said }),
        settle: async () =>
          api.settleProblems({
            chosen,
            reason: said,
            ...(netsuiteId === undefined ? {} : { netsuiteId }),
          }),
      };
      return (await answer[verb]()).problems;
    });
    if (count === 0) throw new CommandFailure(`There is no open problem ${which}.`);
    printLine(count === 1 ? `1 problem ${done}.` : `${count} problems ${done}.`);
  });
}

/** The cause of that text, or the only one that begins with it. */
function causeNamed(causes: readonly CauseView[], text: string): string {
  if (causes.some(({ cause }) => cause === text)) return text;
  const found = causes.filter(({ cause }) => cause.startsWith(text));
  if (found.length === 1 && found[0] !== undefined) return found[0].cause;
  const names = found.map(({ cause }) => `\n- ${cause}`).join('');
  throw new CommandFailure(
    found.length === 0 ? `There is no open cause ${text}.` : `Several causes begin so:${names}`,
  );
}

function numberOf(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new CommandFailure(`${text} is no number of a problem; "problems list" shows them.`);
}
