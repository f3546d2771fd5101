// A record's id came by the feed of ids: that is an acceptance too, whatever was said of the row before.

import { acceptLedger, resolveProblems } from '@sendsale/store/write';
import type { Database } from '@sendsale/store/write';

export interface AcceptRowOptions {
  readonly feed: string;
  readonly subject: string;
  readonly remoteId: string;
  readonly via: string;
  readonly at: Date;
}

/** Ends the ledger row and resolves its refusal, inside the caller's transaction. */
export async function acceptRow(tx: Database, options: AcceptRowOptions): Promise<void> {
  const { feed, subject, remoteId, via, at } = options;
  await acceptLedger(tx, { feed, subject, remoteId, at });
  const subjects = [`${feed}/${subject}`];
  const resolution = `NetSuite has the record (${via}).`;
  await resolveProblems(tx, { code: 'NETSUITE_ROW_REFUSED', subjects, resolution, at });
}
