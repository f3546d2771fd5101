// Files and messages byte for byte, and the fate of each record that must reach another system.

import { createHash } from 'node:crypto';
import type { FeedFileState, LedgerState, MessageState } from '@sendsale/domain';
import { assert } from '@sendsale/std';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface FileRow {
  readonly feed: string;
  readonly direction: 'OUT' | 'IN';
  readonly directory: string;
  readonly name: string;
  readonly content: Uint8Array;
  readonly rowCount: number;
  readonly state: FeedFileState;
  readonly at: Date;
}

/** Inserts the file. @returns its id, and false when the same name with the same bytes was there before */
export async function saveFile(
  db: Database,
  file: FileRow,
): Promise<{ readonly fileId: number; readonly isNew: boolean }> {
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  const inserted = await db
    .insertInto('feed_file')
    .values({
      feed: file.feed,
      direction: file.direction,
      directory: file.directory,
      name: file.name,
      content: Buffer.from(file.content),
      sha256,
      row_count: file.rowCount,
      byte_count: file.content.length,
      state: file.state,
      created_at: file.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return { fileId: inserted.id, isNew: true };
  const known = await db
    .selectFrom('feed_file')
    .select('id')
    .where('direction', '=', file.direction)
    .where('directory', '=', file.directory)
    .where('name', '=', file.name)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  return { fileId: known.id, isNew: false };
}

export interface LedgerRow {
  readonly subject: string;
  readonly revision: number;
  readonly orderId: string | null;
  readonly externalId: string | null;
  readonly line: number;
}

/** The file's ledger rows, all WRITTEN: new ones, and ones that were to be sent again. Any other is our bug. */
export async function insertLedger(
  db: Database,
  file: { readonly fileId: number; readonly feed: string; readonly at: Date },
  rows: readonly LedgerRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const { rows: written } = await sql`
    insert into ledger (feed, subject, revision, order_id, external_id, state, file_id, line, written_at)
    select ${file.feed}, r.subject, r.revision, r."orderId", r."externalId", 'WRITTEN',
      ${file.fileId}, r.line, ${file.at}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(subject text, revision int,
      "orderId" text, "externalId" text, line int)
    on conflict (feed, subject, revision) do update set
      state = 'WRITTEN', file_id = excluded.file_id, line = excluded.line,
      order_id = excluded.order_id, external_id = excluded.external_id,
      written_at = excluded.written_at, code = null, message = null, sent_digest = null
    where ledger.state = 'DUE'
    returning 1`.execute(db);
  assert(written.length === rows.length, `A record of ${file.feed} was in the ledger already.`);
}

export interface HandedOverFile {
  readonly feed: string;
  readonly directory: string;
  readonly name: string;
}

/** Marks a written file and its rows as handed over. @returns null when it was before, or is no outgoing file */
export async function handOverFile(
  db: Database,
  fileId: number,
  at: Date,
): Promise<HandedOverFile | null> {
  const file = await db
    .updateTable('feed_file')
    .set({ state: 'HANDED_OVER', settled_at: at })
    .where('id', '=', fileId)
    .where('state', '=', 'WRITTEN')
    .returning(['feed', 'directory', 'name'])
    .executeTakeFirst();
  if (file === undefined) return null;
  await db
    .updateTable('ledger')
    .set({ state: 'HANDED_OVER', handed_over_at: at })
    .where('file_id', '=', fileId)
    .where('state', '=', 'WRITTEN')
    .execute();
  return file;
}

/**
 * The orders whose timelines a file's hand-over belongs to. Customers are records of their own: theirs are
 * all orders of the customer that have no such step yet.
 */
export async function ordersOfFile(db: Database, fileId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ orderId: string }>`
    select distinct "orderId" from (
      select l.order_id as "orderId" from ledger l
      where l.file_id = ${fileId} and l.feed <> 'customer' and l.order_id is not null
      union all
      select o.id from ledger l join sales_order o on o.customer_id = l.subject
      where l.file_id = ${fileId} and l.feed = 'customer'
        and not exists (select 1 from order_timeline t
          where t.order_id = o.id and t.step = 'customer exported')
    ) found
    order by "orderId"`.execute(db);
  return rows.map((row) => row.orderId);
}

export interface LockedLedgerRow {
  readonly id: number;
  readonly revision: number;
  readonly state: LedgerState;
  readonly orderId: string | null;
  readonly remoteId: string | null;
  /** The names of the files its earlier attempts travelled in. */
  readonly earlierFiles: readonly string[];
}

/** Locks a record's row in a feed: the revision asked for, else the latest. */
export async function lockLedger(
  db: Database,
  row: { readonly feed: string; readonly subject: string; readonly revision: number | null },
): Promise<LockedLedgerRow | null> {
  const found = await db
    .selectFrom('ledger')
    .select([
      'id',
      'revision',
      'state',
      'order_id as orderId',
      'remote_id as remoteId',
      sql<string[]>`array(select f.name from ledger_attempt a join feed_file f on f.id = a.file_id
        where a.ledger_id = ledger.id)`.as('earlierFiles'),
    ])
    .where('feed', '=', row.feed)
    .where('subject', '=', row.subject)
    .$if(row.revision !== null, (query) => query.where('revision', '=', row.revision ?? 0))
    .orderBy('revision', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return found ?? null;
}

export interface Settlement {
  readonly outcome: 'ACCEPTED' | 'REFUSED';
  readonly remoteId: string | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly via: string;
  readonly at: Date;
}

export async function settleLedger(db: Database, id: number, end: Settlement): Promise<void> {
  await db
    .updateTable('ledger')
    .set({
      state: end.outcome,
      remote_id: end.remoteId,
      code: end.code,
      message: end.message,
      settled_via: end.via,
      settled_at: end.at,
    })
    .where('id', '=', id)
    .execute();
}

export async function setFileState(
  db: Database,
  fileId: number,
  end: { readonly state: FeedFileState; readonly rowCount?: number; readonly at: Date },
): Promise<HandedOverFile | null> {
  const file = await db
    .updateTable('feed_file')
    .set({
      state: end.state,
      settled_at: end.at,
      ...(end.rowCount === undefined ? {} : { row_count: end.rowCount }),
    })
    .where('id', '=', fileId)
    .returning(['feed', 'directory', 'name'])
    .executeTakeFirst();
  return file ?? null;
}

export interface MessageRow {
  readonly source: string;
  readonly topic: string;
  readonly shopId: string | null;
  readonly subject: string;
  readonly body: string;
  readonly at: Date;
}

/** Inserts the message; the same bytes about the same subject are the same message. */
export async function saveMessage(
  db: Database,
  message: MessageRow,
): Promise<{ readonly messageId: number; readonly isNew: boolean; readonly state: MessageState }> {
  const sha256 = createHash('sha256').update(message.body).digest('hex');
  const inserted = await db
    .insertInto('message')
    .values({
      source: message.source,
      topic: message.topic,
      shop_id: message.shopId,
      subject: message.subject,
      received_at: message.at,
      sha256,
      body: message.body,
      state: 'RECEIVED',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return { messageId: inserted.id, isNew: true, state: 'RECEIVED' };
  const known = await db
    .selectFrom('message')
    .select(['id', 'state'])
    .where('source', '=', message.source)
    .where('topic', '=', message.topic)
    .where('subject', '=', message.subject)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  return { messageId: known.id, isNew: false, state: known.state };
}
