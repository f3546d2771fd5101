// Records nobody answered for in time are asked after: NetSuite is read back where our RESTlet is installed, the
// server is looked at for their files, and only then is anything sent again.

import { decideOverdue, problem } from '@sendsale/domain';
import type { FilePlace, OverdueDecision } from '@sendsale/domain';
import { markOverdue, raiseProblem, sendRowsAgain, settleRow } from '@sendsale/oms';
import { inTransaction } from '@sendsale/platform/db';
import type { OverdueRow } from '@sendsale/store/read';
import { hasAcknowledgements, overdueRows, readMappings } from '@sendsale/store/read';
import type { NetSuiteContext } from '../context.ts';
import { recordId } from '../feeds/acknowledgement/take-answer.ts';
import { EXPORT_FEEDS } from '../feeds/export-catalogue.ts';
import { filePlaces } from './file-places.ts';
import { readBackRows } from './read-back-rows.ts';
import { withServer } from './with-server.ts';

const ASKED_AT_ONCE = 500;
/** What an answer may take where the setting answer-minutes says nothing: four rounds of the published schedules. */
const ANSWER_MINUTES = 60;
const READ_BACK = 'read back from NetSuite';

export interface AskRun {
  readonly overdue: number;
  readonly accepted: number;
  readonly refused: number;
  readonly sentAgain: number;
  /** Rows that stay overdue. */
  readonly waiting: number;
}

/** Asks after what is overdue now, once for each row and answer time. */
export async function askAfterRecords(context: NetSuiteContext): Promise<AskRun> {
  const { database, clock } = context;
  const at = clock.now();
  const minutes = await answerMinutes(context);
  const rows = await overdueRows(database, { minutes, at, limit: ASKED_AT_ONCE });
  const run = { overdue: rows.length, accepted: 0, refused: 0, sentAgain: 0, waiting: 0 };
  if (rows.length === 0) return run;
  await markOverdue(database, { ledgerIds: rows.map((row) => row.id), at });
  const answers = await readBackRows(context, rows);
  const unknown = rows.filter((row) => answers.get(row.id)?.kind !== 'FOUND');
  const places = await lookForFiles(context, unknown);
  const isAnswered = await hasAcknowledgements(database);
  for (const row of rows) {
    const decision = decideOverdue({
      readBack: answers.get(row.id) ?? { kind: 'UNKNOWN' },
      place: places.get(`${row.directory}/${row.fileName}`) ?? 'UNKNOWN',
      attempt: row.attempt,
      isAnswered: isAnswered || ANSWERED_BY_FILES.has(row.feed),
    });
    run[await carryOut(context, row, decision)] += 1;
  }
  return run;
}

/** Feeds the published scripts answer with files of ids; of the others they say nothing. */
const ANSWERED_BY_FILES: ReadonlySet<string> = new Set([
  'customer',
  'sales-order',
  'cash-sale',
  'customer-deposit',
  'pos-return',
]);

async function answerMinutes({ database }: NetSuiteContext): Promise<Record<string, number>> {
  const find = await readMappings(database, { kinds: ['ANSWER_MINUTES'] });
  const of = (key: string): string | null => find('ANSWER_MINUTES', '*', key);
  return Object.fromEntries(
    EXPORT_FEEDS.map(({ name }) => [name, Number(of(name) ?? of('DEFAULT') ?? ANSWER_MINUTES)]),
  );
}

async function lookForFiles(
  context: NetSuiteContext,
  rows: readonly OverdueRow[],
): Promise<ReadonlyMap<string, FilePlace>> {
  const { files } = context;
  if (files === null || rows.length === 0) return new Map();
  const sought = rows.map(({ directory, fileName: name }) => ({ directory, name }));
  const looked = await withServer(context, files, async (server) =>
    filePlaces(server, files.baseDirectory, sought),
  );
  return looked.isReached ? looked.value : new Map();
}

type Outcome = Exclude<keyof AskRun, 'overdue'>;

async function carryOut(
  { database, clock }: NetSuiteContext,
  row: OverdueRow,
  decision: OverdueDecision,
): Promise<Outcome> {
  const at = clock.now();
  const { feed, subject, revision } = row;
  switch (decision.kind) {
    case 'ACCEPT': {
      const { remoteId } = decision;
      const via = remoteId === null ? `archive/${row.fileName}` : READ_BACK;
      const code = remoteId === null ? 'READ_WITHOUT_ANSWER' : null;
      await inTransaction(database, async (tx) => {
        const end = {
          feed,
          subject,
          revision,
          outcome: 'ACCEPTED',
          remoteId,
          code,
          via,
          at,
        } as const;
        await settleRow(tx, end);
        if (remoteId === null) return;
        // A conflict with an id that is known already is a problem of its own.
        const recorded = await recordId(tx, { feed, subject, netsuiteId: remoteId, via, at });
        if (!recorded.ok) await raiseProblem(tx, { ...recorded.error, at });
      });
      return 'accepted';
    }
    case 'REFUSE': {
      const message = `NetSuite's script has put the file ${row.fileName} aside.`;
      const why = { code: 'FILE_SET_ASIDE', message, via: `failed/${row.fileName}` };
      await settleRow(database, { feed, subject, revision, outcome: 'REFUSED', ...why, at });
      return 'refused';
    }
    case 'SEND_AGAIN': {
      const reason = 'Nobody answered for it in time.';
      await raiseOverdue(database, row, { why: 'It is sent again.', at });
      await sendRowsAgain(database, { ledgerIds: [row.id], reason, actor: 'OMS', at });
      return 'sentAgain';
    }
    case 'WAIT':
      await raiseOverdue(database, row, { why: decision.why, at });
      return 'waiting';
  }
}

async function raiseOverdue(
  db: NetSuiteContext['database'],
  row: OverdueRow,
  { why, at }: { readonly why: string; readonly at: Date },
): Promise<void> {
  const { feed, subject, orderId, attempt, fileName } = row;
  const since = row.handedOverAt.toISOString();
  const message = `${feed} ${subject} was handed over at ${since} and is not answered. ${why}`;
  const detail = { feed, subject, attempt, fileName, handedOverAt: since };
  const overdue = problem({
    code: 'NETSUITE_ANSWER_OVERDUE',
    subject: `${feed}/${subject}`,
    orderId,
    message,
    detail,
  });
  await raiseProblem(db, { ...overdue, at });
}
