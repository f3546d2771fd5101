// The row id of a record in a feed, and the ledger's row of it.

import type { FeedRow } from '@sendsale/oms';
import type { ExportFeedName } from '../contract/index.ts';
import { formatRowId } from '../contract/index.ts';

/** The last cell of every row: what an answer names. */
export function rowIdOf(feed: ExportFeedName, row: Pick<FeedRow, 'subject' | 'revision'>): string {
  return formatRowId({ feed, subject: row.subject, revision: row.revision });
}
