// Lines of booked sales orders that are cancelled here and must be closed in NetSuite.

import type { PostingLineKind } from '@sendsale/domain';
import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';
import { unsent } from './conditions.ts';
import { depositSubject, needsNoDeposit } from './due-deposits.ts';

export interface DueClosing {
  /** `<posting id>.<line key>`, and `.DISCOUNT` for the discount line of an item. */
  readonly subject: string;
  readonly orderId: string;
  readonly postingNetsuiteId: string;
  readonly netsuiteLine: string;
  readonly kind: PostingLineKind;
  /** How often the line was changed: 1 for a line that is closed. */
  readonly revision: number;
  /** What a charge line is reduced to, in minor units of `currency`; null for a line that is closed. */
  readonly priceMinor: number | null;
  readonly currency: string;
}

/**
 * A line of goods (and its discount) is due when its item is cancelled; a charge line (tax, tip, duty,
 * rounding) when the whole posting is. Lines of one order stand together.
 */
export async function dueClosings(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueClosing[]> {
  const due = [...(await closedLines(db, options)), ...(await reducedTaxes(db, options))];
  return due.sort((a, b) => compare(a.orderId, b.orderId) || compare(a.subject, b.subject));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Tax is one line of the posting: when only some of its goods are cancelled, it is reduced to the tax of the
 * others (and of shipping). The revision counts the cancelled items, so that each cancellation is told.
 */
async function reducedTaxes(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueClosing[]> {
  const subject = sql<string>`g.id || '.TAX.AMOUNT'`;
  const revision = sql<number>`(select count(*) from order_item i
    where i.posting_id = g.id and i.status = 'CANCELLED')`;
  return db
    .selectFrom('posting_line as l')
    .innerJoin('posting as g', 'g.id', 'l.posting_id')
    .innerJoin('sales_order as o', 'o.id', 'g.order_id')
    .select([
      subject.as('subject'),
      'g.order_id as orderId',
      'g.netsuite_id as postingNetsuiteId',
      'l.netsuite_line as netsuiteLine',
      'l.kind',
      revision.as('revision'),
      sql<number>`(select coalesce(sum(x.amount_minor), 0)::bigint from order_adjustment x
        where x.posting_id = g.id and x.kind in ('TAX', 'SHIPPING_TAX') and not exists (
          select 1 from order_item i where i.order_id = x.order_id and i.seq = x.item_seq
            and i.status = 'CANCELLED'))`.as('priceMinor'),
      'o.currency',
    ])
    .$narrowType<{ postingNetsuiteId: string; netsuiteLine: string }>()
    .where('l.kind', '=', 'TAX')
    .where('g.kind', '=', 'SALES_ORDER')
    .where('g.netsuite_id', 'is not', null)
    .where('l.netsuite_line', 'is not', null)
    .where(
      sql<boolean>`exists (select 1 from order_item i
        join order_adjustment x on x.order_id = i.order_id and x.item_seq = i.seq and x.kind = 'TAX'
        where i.posting_id = g.id and i.status = 'CANCELLED' and x.amount_minor <> 0)`,
    )
    .where(
      sql<boolean>`exists (select 1 from order_item i where i.posting_id = g.id
        and i.status <> 'CANCELLED')`,
    )
    .where(unsent('item-close', subject, revision))
    .orderBy('g.order_id')
    .limit(options.limit)
    .execute();
}

async function closedLines(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueClosing[]> {
  const subject = sql<string>`g.id || '.' || l.key || case l.kind when 'DISCOUNT' then '.DISCOUNT' else '' end`;
  return db
    .selectFrom('posting_line as l')
    .innerJoin('posting as g', 'g.id', 'l.posting_id')
    .innerJoin('sales_order as o', 'o.id', 'g.order_id')
    .leftJoin('order_item as i', (join) =>
      join.onRef('i.order_id', '=', 'l.order_id').onRef('i.seq', '=', 'l.item_seq'),
    )
    .select([
      subject.as('subject'),
      'g.order_id as orderId',
      'g.netsuite_id as postingNetsuiteId',
      'l.netsuite_line as netsuiteLine',
      'l.kind',
      sql<number>`1`.as('revision'),
      sql<null>`null`.as('priceMinor'),
      'o.currency',
    ])
    .$narrowType<{ postingNetsuiteId: string; netsuiteLine: string }>()
    .where('g.kind', '=', 'SALES_ORDER')
    .where('g.netsuite_id', 'is not', null)
    .where('l.netsuite_line', 'is not', null)
    .where(
      sql<boolean>`(i.status = 'CANCELLED' or (l.item_seq is null and not exists
        (select 1 from order_item x where x.posting_id = g.id and x.status <> 'CANCELLED')))`,
    )
    .where(isPaidInOrKept)
    .where(unsent('item-close', subject))
    .orderBy('g.order_id')
    .orderBy('l.key')
    .orderBy('l.kind', 'desc')
    .limit(options.limit)
    .execute();
}

/**
 * Something of the order is left, or NetSuite has answered for all its deposits: it takes none for an order that is
 * closed, and without deposit there is nothing to refund. Money of a cancelled order that all went back needs no
 * deposit, unless one is on its way already.
 */
const isPaidInOrKept = sql<boolean>`(exists (select 1 from order_item x
    where x.posting_id = g.id and x.status <> 'CANCELLED')
  or not exists (select 1 from payment_share s join payment p on p.id = s.payment_id
    where s.posting_id = g.id and s.amount_minor > 0 and p.kind in ('SALE', 'CAPTURE') and p.status = 'SUCCESS'
      and not (${needsNoDeposit} and ${unsent('customer-deposit', depositSubject)})
      and not exists (select 1 from ledger d where d.feed = 'customer-deposit'
        and d.subject = ${depositSubject} and d.state in ('ACCEPTED', 'REFUSED'))))`;
