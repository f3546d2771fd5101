// The ids NetSuite and Shopify gave our records.

import type { PostingKind, PostingLineKind } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface LockedPosting {
  readonly id: string;
  readonly orderId: string;
  readonly kind: PostingKind;
  readonly netsuiteId: string | null;
}

export async function lockPosting(db: Database, postingId: string): Promise<LockedPosting | null> {
  const row = await db
    .selectFrom('posting')
    .select(['id', 'order_id as orderId', 'kind', 'netsuite_id as netsuiteId'])
    .where('id', '=', postingId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The posting of that kind that has this NetSuite id already. */
export async function postingWithNetsuiteId(
  db: Database,
  kind: PostingKind,
  netsuiteId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('posting')
    .select('id')
    .where('kind', '=', kind)
    .where('netsuite_id', '=', netsuiteId)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function setPostingId(
  db: Database,
  posting: { readonly id: string; readonly netsuiteId: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('posting')
    .set({ netsuite_id: posting.netsuiteId, booked_at: posting.at })
    .where('id', '=', posting.id)
    .execute();
}

/** An id that came back is the acceptance of what was sent, also where no acknowledgement comes. */
export async function acceptLedger(
  db: Database,
  row: {
    readonly feed: string;
    readonly subject: string;
    readonly remoteId: string;
    readonly at: Date;
  },
): Promise<void> {
  await db
    .updateTable('ledger')
    .set({
      state: 'ACCEPTED',
      remote_id: row.remoteId,
      settled_at: row.at,
      code: null,
      message: null,
    })
    .where('feed', '=', row.feed)
    .where('subject', '=', row.subject)
    .where('state', '<>', 'ACCEPTED')
    .execute();
}

export interface LockedPostingLine {
  readonly orderId: string;
  readonly netsuiteLine: string | null;
}

export async function lockPostingLine(
  db: Database,
  line: { readonly postingId: string; readonly key: string; readonly kind: PostingLineKind },
): Promise<LockedPostingLine | null> {
  const row = await db
    .selectFrom('posting_line')
    .select(['order_id as orderId', 'netsuite_line as netsuiteLine'])
    .where('posting_id', '=', line.postingId)
    .where('key', '=', line.key)
    .where('kind', '=', line.kind)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Sets the line's number. @returns how many lines of the posting still have none */
export async function setPostingLine(
  db: Database,
  line: {
    readonly postingId: string;
    readonly key: string;
    readonly kind: PostingLineKind;
    readonly netsuiteLine: string;
  },
): Promise<number> {
  await db
    .updateTable('posting_line')
    .set({ netsuite_line: line.netsuiteLine })
    .where('posting_id', '=', line.postingId)
    .where('key', '=', line.key)
    .where('kind', '=', line.kind)
    .execute();
  return openPostingLines(db, line.postingId);
}

/** How many lines of the posting have no number yet. */
export async function openPostingLines(db: Database, postingId: string): Promise<number> {
  const { open } = await db
    .selectFrom('posting_line')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('posting_id', '=', postingId)
    .where('netsuite_line', 'is', null)
    .executeTakeFirstOrThrow();
  return open;
}

/** Inserts the invoice or takes over its amount and status. @returns whether it is new */
export async function saveInvoice(
  db: Database,
  invoice: {
    readonly netsuiteId: string;
    readonly postingId: string;
    readonly amountMinor: number;
    readonly status: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { netsuiteId, postingId, amountMinor, status, at } = invoice;
  const { rows } = await sql<{ isNew: boolean }>`
    insert into invoice (netsuite_id, posting_id, amount_minor, status, recorded_at)
    values (${netsuiteId}, ${postingId}, ${amountMinor}, ${status}, ${at})
    on conflict (netsuite_id) do update set
      amount_minor = excluded.amount_minor, status = excluded.status
    returning xmax = 0 as "isNew"`.execute(db);
  return rows[0]?.isNew ?? false;
}

export interface LockedCustomer {
  readonly id: string;
  readonly netsuiteId: string | null;
}

export async function lockCustomer(db: Database, id: string): Promise<LockedCustomer | null> {
  const row = await db
    .selectFrom('customer')
    .select(['id', 'netsuite_id as netsuiteId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Sets the customer's id. @returns the orders of the customer that waited for it */
export async function setCustomerId(
  db: Database,
  customerId: string,
  netsuiteId: string,
): Promise<readonly string[]> {
  await db
    .updateTable('customer')
    .set({ netsuite_id: netsuiteId })
    .where('id', '=', customerId)
    .execute();
  const rows = await db
    .selectFrom('sales_order as o')
    .select('o.id')
    .where('o.customer_id', '=', customerId)
    .where(
      sql<boolean>`not exists (select 1 from order_timeline t
        where t.order_id = o.id and t.step = 'customer id received')`,
    )
    .orderBy('o.id')
    .execute();
  return rows.map((row) => row.id);
}
