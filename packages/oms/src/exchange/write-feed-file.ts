// Keeps an outgoing file and the fate of each of its records, before anything is sent.

import { inTransaction } from '@sendsale/platform/db';
import { assert } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { insertLedger, saveFile } from '@sendsale/store/write';

export interface FeedRow {
  /** Names the record within its feed, e.g. M10001/00001. */
  readonly subject: string;
  /** Counts how often this record has had to be sent; 1 at first. */
  readonly revision: number;
  readonly orderId: string | null;
  readonly externalId: string | null;
  /** Line or position of the record in the file, counted from 1. */
  readonly line: number;
}

export interface WriteFeedFileOptions {
  readonly feed: string;
  readonly directory: string;
  readonly name: string;
  readonly content: Uint8Array;
  readonly rows: readonly FeedRow[];
  readonly at: Date;
}

/** Writes the file and its ledger rows in one transaction. A record already in the ledger is our bug and throws. */
export async function writeFeedFile(db: Database, options: WriteFeedFileOptions): Promise<number> {
  const { rows, ...file } = options;
  return inTransaction(db, async (tx) => {
    const { fileId, isNew } = await saveFile(tx, {
      ...file,
      direction: 'OUT',
      rowCount: rows.length,
      state: 'WRITTEN',
    });
    assert(isNew, `The file ${file.directory}/${file.name} was written before.`);
    await insertLedger(tx, { fileId, feed: file.feed, at: file.at }, rows);
    return fileId;
  });
}
