// sendsale feeds: the files that left and came, what became of their rows, and sending them again.

import { writeFileSync } from 'node:fs';
import type { FeedFileDetail, FeedFileView, LedgerRowView, Outcomes } from '@sendsale/api';
import { Command } from 'commander';
import { CommandFailure } from '../failure.ts';
import { printJson, printLine, printTable } from './print.ts';
import { withApi } from './with-api.ts';

export function feedsCommand(): Command {
  const feeds = new Command('feeds')
    .description('what travels to and from NetSuite: feeds, files, rows and their outcome')
    .option('--json', 'print JSON')
    .action(async (options: Json) => showFeeds(options));
  feeds
    .command('files')
    .description('the latest files, of one feed or of all')
    .argument('[feed]')
    .option('--state <state>', 'WRITTEN, HANDED_OVER, RECEIVED, READ or QUARANTINED')
    .option('--limit <count>', 'how many', '50')
    .option('--json', 'print JSON')
    .action(async (feed: string | undefined, options: Json & { state?: string; limit: string }) => {
      const { state, limit, json } = options;
      const files = await withApi(async (api) => api.feedFiles({ feed, state, limit }));
      return json ? printJson(files) : printFiles(files);
    });
  feeds
    .command('show')
    .description('one file: its rows and what became of each')
    .argument('<file>', 'its number')
    .option('--json', 'print JSON')
    .action(async (id: string, options: Json) => {
      const file = await withApi(async (api) => api.showFeedFile(numberOf(id)));
      return options.json ? printJson(file) : printFile(file);
    });
  feeds
    .command('rows')
    .description('ledger rows: where each record stands')
    .option('--feed <feed>')
    .option('--state <state>', 'DUE, WRITTEN, HANDED_OVER, OVERDUE, ACCEPTED or REFUSED')
    .option('--order <id>', 'of one order, e.g. M10001')
    .option('--json', 'print JSON')
    .action(async (options: Json & { feed?: string; state?: string; order?: string }) => {
      const { json, ...query } = options;
      const rows = await withApi(async (api) => api.ledgerRows(query));
      return json ? printJson(rows) : printRows(rows);
    });
  addActs(feeds);
  return feeds;
}

interface Json {
  readonly json?: true;
}

function addActs(feeds: Command): void {
  feeds
    .command('download')
    .description('the bytes of a file, into a file of yours or to the screen')
    .argument('<file>', 'its number')
    .argument('[target]')
    .action(async (id: string, target: string | undefined) => {
      const bytes = await withApi(async (api) => api.feedFileContent(numberOf(id)));
      if (target === undefined) process.stdout.write(bytes);
      else writeFileSync(target, bytes);
    });
  feeds
    .command('send-again')
    .description('write the rows nobody accepted anew; read a file that came once more')
    .argument('<file>', 'its number; with --row, the number of a row')
    .option('--row', 'the argument is a row of the ledger')
    .action(async (id: string, options: { row?: true }) => {
      const number = numberOf(id);
      const { rows } = await withApi(async (api) =>
        options.row ? api.sendRowsAgain([number]) : api.sendFileAgain(number),
      );
      printLine(
        rows === 0
          ? 'Nothing to send again: all its rows are accepted or on their way.'
          : `${rows} rows go again.`,
      );
    });
}

async function showFeeds({ json }: Json): Promise<void> {
  const feeds = await withApi(async (api) => api.feeds());
  if (json) return printJson(feeds);
  return printTable(
    ['', 'feed', 'files', 'waiting', 'last file', 'rows', 'what it carries'],
    feeds.map((feed) => [
      feed.direction === 'OUT' ? '→' : '←',
      feed.feed,
      String(feed.files),
      feed.waitingFiles === 0 ? '' : String(feed.waitingFiles),
      feed.lastFileAt ?? 'never',
      outcomesText(feed.outcomes),
      feed.label,
    ]),
  );
}

function printFiles(files: readonly FeedFileView[]): void {
  if (files.length === 0) return printLine('No files.');
  return printTable(
    ['file', 'feed', 'state', 'rows', 'outcome', 'at', 'name'],
    files.map((file) => [
      String(file.id),
      file.feed,
      file.state,
      String(file.rowCount),
      [outcomesText(file.outcomes), file.sentAgain === 0 ? '' : `${file.sentAgain} sent again`]
        .filter((part) => part !== '')
        .join(', '),
      file.createdAt,
      `${file.directory}/${file.name}`,
    ]),
  );
}

function printFile(file: FeedFileDetail): void {
  printFiles([file]);
  printLine('');
  if (file.rows.length > 0) printRows(file.rows);
  for (const { id, code, subject, message } of file.problems) {
    printLine(`problem ${id}  ${code}  ${subject}  ${message}`);
  }
}

function printRows(rows: readonly LedgerRowView[]): void {
  if (rows.length === 0) return printLine('No rows.');
  return printTable(
    ['row', 'line', 'record', 'order', 'state', 'attempt', 'NetSuite id', 'said'],
    rows.map((row) => [
      String(row.id),
      row.line === null ? '' : String(row.line),
      `${row.feed}/${row.subject}/${row.revision}`,
      row.orderName ?? '',
      row.state,
      String(row.attempt),
      row.remoteId ?? '',
      [row.code, row.message].filter((part) => part !== null).join(': '),
    ]),
  );
}

function outcomesText(outcomes: Outcomes): string {
  return Object.entries(outcomes)
    .map(([state, rows]) => `${rows} ${state.toLowerCase().replaceAll('_', ' ')}`)
    .join(', ');
}

function numberOf(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new CommandFailure(`${text} is no number; "feeds files" and "feeds rows" show them.`);
}
