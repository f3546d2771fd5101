// Received files are read and taken row by row: each row in its own transaction, a bad one a problem of its
// own, the rest taken. Taking a file again changes nothing, so files with rows that could not be taken are
// tried again until they can.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { markFileRead, quarantineFile, raiseProblem, resolveProblem } from '@sendsale/oms';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database, StoredFile } from '@sendsale/store/read';
import { filesToRead, filesToReadAgain, openProblemsOf } from '@sendsale/store/read';
import type { NetSuiteContext } from '../context.ts';
import type { Arrival, ImportFeed, ImportRow } from '../feeds/import-feed.ts';
import { ROW_PROBLEMS } from './row-problems.ts';

const FILES_PER_RUN = 200;
const FILES_AGAIN_PER_RUN = 20;
const AGAIN_AFTER_MS = 30_000;

/** Takes the files that wait, and some that had faults. @returns how much they changed */
export async function takeFiles(
  context: NetSuiteContext,
  feeds: readonly ImportFeed[],
): Promise<number> {
  const { database, clock } = context;
  const before = new Date(clock.now().getTime() - AGAIN_AFTER_MS);
  const waiting = await filesToRead(database, { limit: FILES_PER_RUN });
  const again = await filesToReadAgain(database, {
    codes: ROW_PROBLEMS,
    before,
    limit: FILES_AGAIN_PER_RUN,
  });
  let changed = 0;
  for (const file of [...waiting, ...again]) {
    const feed = feeds.find((one) => one.name === file.feed);
    if (feed !== undefined) changed += await takeFile(context, feed, file);
  }
  return changed;
}

async function takeFile(
  context: NetSuiteContext,
  feed: ImportFeed,
  file: StoredFile,
): Promise<number> {
  const { database, clock } = context;
  const { fileId, directory, name, receivedAt } = file;
  const rows = feed.read(file.content, name);
  const at = clock.now();
  if (!rows.ok) {
    await quarantineFile(database, {
      fileId,
      code: 'FEED_FILE_MALFORMED',
      message: rows.error,
      at,
    });
    return 0;
  }
  const via = `${directory}/${name}`;
  const open = await openProblemsOf(database, { codes: ROW_PROBLEMS, prefix: `${via}#` });
  let changed = 0;
  for (const row of rows.value) {
    const arrival = { via, directory, fileName: name, receivedAt, at };
    const taken = await takeRow(database, row, arrival);
    const subject = `${via}#${row.line}`;
    if (taken.ok) changed += taken.value;
    else await raiseRowProblem(database, { subject, row, error: taken.error, fileId, at });
    const code = taken.ok ? null : taken.error.code;
    for (const one of open) {
      if (one.subject !== subject || one.code === code) continue;
      await resolveProblem(database, {
        code: one.code,
        subject,
        resolution: 'The row was taken.',
        at,
      });
    }
  }
  await markFileRead(database, { fileId, rowCount: rows.value.length, at });
  return changed;
}

async function takeRow(
  db: Database,
  row: ImportRow,
  arrival: Arrival,
): Promise<Result<number, Problem>> {
  if ('fault' in row) {
    return fail(problem({ code: 'FEED_ROW_MALFORMED', subject: arrival.via, message: row.fault }));
  }
  const { apply } = row;
  try {
    return await inTransaction(db, async (transaction) => {
      const taken = await apply(transaction, arrival);
      // A refused row leaves nothing behind of what it did before it was refused.
      if (!taken.ok) throw new RowRefused(taken.error);
      return ok(taken.value);
    });
  } catch (error) {
    if (error instanceof RowRefused) return fail(error.problem);
    // Ours to correct; it must not keep the rows behind it from being taken.
    const message = error instanceof Error ? error.message : String(error);
    return fail(problem({ code: 'FEED_ROW_MALFORMED', subject: arrival.via, message }));
  }
}

class RowRefused extends Error {
  readonly problem: Problem;

  constructor(refusal: Problem) {
    super(refusal.message);
    this.problem = refusal;
  }
}

interface RowProblem {
  readonly subject: string;
  readonly row: ImportRow;
  readonly error: Problem;
  readonly fileId: number;
  readonly at: Date;
}

async function raiseRowProblem(
  db: Database,
  { subject, row, error, fileId, at }: RowProblem,
): Promise<void> {
  const { code, orderId, message } = error;
  const detail = { ...error.detail, fileId, line: row.line, record: error.subject };
  await raiseProblem(db, { code, subject, orderId, message, detail, at });
}
