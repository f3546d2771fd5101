// One run of a feed that leaves: what is due becomes files, and every record in them a ledger row, in one
// transaction. Nothing is sent here; that is the hand-over.

import { raiseProblem, resolveProblem, writeFeedFile } from '@sendsale/oms';
import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { openProblemsAt, takenFileNames } from '@sendsale/store/read';
import { assert } from '@sendsale/std';
import { reopenChanged } from './reopen-changed.ts';
import type { Batch, EncodedFile, ExportFeed } from '../feeds/export-feed.ts';

export interface ExportRun {
  readonly files: number;
  /** Records written. */
  readonly rows: number;
  /** Records held back by problems. */
  readonly blocked: number;
  /** Problems that opened or closed in this run. */
  readonly news: number;
  /** There may be more: the look was as large as it may be. */
  readonly isFull: boolean;
}

/** Writes what is due now. Running it again writes nothing that was written. */
export async function exportFeed(db: Database, feed: ExportFeed, at: Date): Promise<ExportRun> {
  return inTransaction(db, async (transaction) => {
    await reopenChanged(transaction, feed, at);
    const batch = await feed.nextBatch(transaction);
    const news = await recordObstacles(transaction, { feed, batch, at });
    for (const file of batch.files) await writeFile(transaction, { feed, file, at });
    return {
      files: batch.files.length,
      rows: batch.files.reduce((sum, file) => sum + file.rows.length, 0),
      blocked: batch.problems.length,
      news,
      isFull: batch.examined.length >= feed.limits.subjectsPerRun,
    };
  });
}

async function recordObstacles(
  db: Database,
  { feed, batch, at }: { readonly feed: ExportFeed; readonly batch: Batch; readonly at: Date },
): Promise<number> {
  const open = await openProblemsAt(db, { codes: feed.obstacles, subjects: batch.examined });
  const raised = new Set(batch.problems.map(({ code, subject }) => `${code} ${subject}`));
  const healed = open.filter(({ code, subject }) => !raised.has(`${code} ${subject}`));
  for (const { code, subject } of healed) {
    await resolveProblem(db, { code, subject, resolution: 'What was missing is there now.', at });
  }
  let news = healed.length;
  for (const problem of batch.problems) {
    const { isNew } = await raiseProblem(db, { ...problem, at });
    if (isNew) news += 1;
  }
  return news;
}

/** More files of one feed within one second than anybody needs. */
const PAGES_MAX = 500;

async function writeFile(
  db: Database,
  { feed, file, at }: { readonly feed: ExportFeed; readonly file: EncodedFile; readonly at: Date },
): Promise<void> {
  const { directory } = feed;
  const names = Array.from({ length: PAGES_MAX }, (_, index) => feed.fileName(at, index + 1));
  const taken = await takenFileNames(db, { direction: 'OUT', directory, names });
  const name = names.find((one) => !taken.has(one));
  assert(name !== undefined, `${feed.name} wrote ${PAGES_MAX} files within a second.`);
  await writeFeedFile(db, {
    feed: feed.name,
    directory,
    name,
    content: new TextEncoder().encode(file.content),
    rows: file.rows,
    at,
  });
}
