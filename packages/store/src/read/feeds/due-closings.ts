// Lines of booked sales orders that are cancelled here and must be closed in NetSuite.

import type { PostingLineKind } from '@sendsale/domain';
import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';

export interface DueClosing {
  /** `<posting id>.<line key>`, and `.DISCOUNT` for the discount line of an item. */
  readonly subject: string;
  readonly orderId: string;
  readonly postingNetsuiteId: string;
  readonly netsuiteLine: string;
  readonly kind: PostingLineKind;
}

/**
 * A line of goods (and its discount) is due when its item is cancelled; a charge line (tax, tip, duty,
 * rounding) when the whole posting is. Lines of one order stand together.
 */
export async function dueClosings(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueClosing[]> {
  const subject = sql<string>`g.id || '.' || l.key || case l.kind when 'DISCOUNT' then '.DISCOUNT' else '' end`;
  return db
    .selectFrom('posting_line as l')
    .innerJoin('posting as g', 'g.id', 'l.posting_id')
    .leftJoin('order_item as i', (join) =>
      join.onRef('i.order_id', '=', 'l.order_id').onRef('i.seq', '=', 'l.item_seq'),
    )
    .select([
      subject.as('subject'),
      'g.order_id as orderId',
      'g.netsuite_id as postingNetsuiteId',
      'l.netsuite_line as netsuiteLine',
      'l.kind',
    ])
    .$narrowType<{ postingNetsuiteId: string; netsuiteLine: string }>()
    .where('g.kind', '=', 'SALES_ORDER')
    .where('g.netsuite_id', 'is not', null)
    .where('l.netsuite_line', 'is not', null)
    .where(
      sql<boolean>`(i.status = 'CANCELLED' or (l.item_seq is null and not exists
        (select 1 from order_item x where x.posting_id = g.id and x.status <> 'CANCELLED')))`,
    )
    .where(
      sql<boolean>`not exists (select 1 from ledger t where t.feed = 'item-close' and t.subject = ${subject})`,
    )
    .orderBy('g.order_id')
    .orderBy('l.key')
    .orderBy('l.kind', 'desc')
    .limit(options.limit)
    .execute();
}
