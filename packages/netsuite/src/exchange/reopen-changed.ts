// A refused record whose data has changed since is sent again by itself: it is written as if it were due and
// compared with what was sent.

import { asIfDue, keepDigests, sendRowsAgain } from '@sendsale/oms';
import type { Database, RefusedRow } from '@sendsale/store/read';
import { feedFileContent, refusedRows } from '@sendsale/store/read';
import type { ExportFeed } from '../feeds/export-feed.ts';
import { rowIdOf } from '../feeds/row-ids.ts';
import { recordDigests } from './record-digests.ts';

const LOOKED_AT_MAX = 500;

/** Makes the feed's refused records due that would be written otherwise now. @returns how many */
export async function reopenChanged(db: Database, feed: ExportFeed, at: Date): Promise<number> {
  const refused = await refusedRows(db, { feed: feed.name, limit: LOOKED_AT_MAX });
  if (refused.length === 0) return 0;
  const sent = await sentDigests(db, feed, refused);
  const ids = refused.map((row) => row.id);
  const preview = await asIfDue(db, ids, async () => feed.nextBatch(db));
  const current = new Map(preview.files.flatMap((file) => [...recordDigests(file.content)]));
  const changed = refused.filter((row) => {
    const now = current.get(rowIdOf(feed.name, row));
    const before = sent.get(row.id);
    return now !== undefined && before !== undefined && now !== before;
  });
  const ledgerIds = changed.map((row) => row.id);
  const reason = 'Its data has changed since it was refused.';
  const { rows } = await sendRowsAgain(db, { ledgerIds, reason, actor: 'OMS', at });
  return rows;
}

/** Digests by ledger row; a file is read once, at the first look after the refusal. */
async function sentDigests(
  db: Database,
  feed: ExportFeed,
  refused: readonly RefusedRow[],
): Promise<ReadonlyMap<number, string>> {
  const digests = new Map<number, string>();
  const unread = new Map<number, RefusedRow[]>();
  for (const row of refused) {
    if (row.sentDigest !== null) digests.set(row.id, row.sentDigest);
    else if (row.fileId !== null) unread.set(row.fileId, [...(unread.get(row.fileId) ?? []), row]);
  }
  for (const [fileId, rows] of unread) {
    const file = await feedFileContent(db, fileId);
    if (file === null) continue;
    const records = recordDigests(Buffer.from(file.content).toString('utf8'));
    const found = rows.flatMap((row) => {
      const digest = records.get(rowIdOf(feed.name, row));
      return digest === undefined ? [] : [{ id: row.id, digest }];
    });
    for (const { id, digest } of found) digests.set(id, digest);
    await keepDigests(db, found);
  }
  return digests;
}
