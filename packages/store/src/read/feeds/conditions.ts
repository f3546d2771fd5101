// The conditions the due records of all feeds share. Aliases: `g` posting, `i` order item, `l` posting line.

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/**
 * Was never written into a file: no row of the feed's ledger about that subject (and revision, where a
 * subject is told of more than once) has left DUE. Every feed selects by this, never by a time.
 */
export function unsent(
  feed: string,
  subject: RawBuilder<string>,
  revision?: RawBuilder<number>,
): RawBuilder<boolean> {
  const same = revision === undefined ? sql`` : sql` and sent.revision = ${revision}`;
  return sql`not exists (select 1 from ledger sent where sent.feed = ${feed}
    and sent.subject = ${subject}${same} and sent.state <> 'DUE')`;
}

/** `l` is the line that NetSuite booked item `i` of posting `g` in. */
export const isItemLine = sql<boolean>`(l.posting_id = g.id and l.item_seq = i.seq and l.kind = 'ITEM')`;

/** The ledger's subject of order item `i` in feeds that tell of items. */
export const itemSubject = sql<string>`i.order_id || '.' || i.seq`;
