// Takes personal data out of the copies we keep of files that were handed over. Names, sizes of rows and the ledger
// stay, and so does the hash: it still proves what was there.

import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Redaction } from './redaction.ts';

const REDACTED = 'Redacted';
/** Shorter values (a region, an initial) name nobody. */
const SHORTEST = 3;

/** @returns how many files were changed. Called before the records themselves are emptied: they say what to look for. */
export async function redactFiles(db: Database, redaction: Redaction): Promise<number> {
  if (redaction.orderIds === null || redaction.customerIds === null) {
    return emptyFiles(db, redaction.shopId);
  }
  const values = await personalValues(db, redaction);
  if (values.length === 0) return 0;
  const { rows } = await sql<{ id: number; content: Buffer }>`
    select f.id, f.content from feed_file f
    where f.direction = 'OUT' and f.state <> 'WRITTEN' and exists (select 1 from ledger l
      where l.file_id = f.id and (l.order_id = any(${[...redaction.orderIds]}::text[])
        or (l.feed = 'customer' and l.subject = any(${[...redaction.customerIds]}::text[]))))
    `.execute(db);
  let changed = 0;
  for (const { id, content } of rows) {
    const text = content.toString('utf8');
    const redacted = redactText(text, values);
    if (redacted === text) continue;
    await db
      .updateTable('feed_file')
      .set({ content: Buffer.from(redacted) })
      .where('id', '=', id)
      .execute();
    changed += 1;
  }
  return changed;
}

/**
 * Whole fields of CSV or JSON that are one of the values become "Redacted"; another person's field that reads the same
 * does too.
 */
export function redactText(text: string, values: readonly string[]): string {
  const words = [...new Set(values.map((value) => value.trim()))]
    .filter((value) => value.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length)
    .map((value) => value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return text;
  const field = new RegExp(
    `(?<=^|[,;|\\t"\\r\\n])(?:${words.join('|')})(?=[,;|\\t"\\r\\n]|$)`,
    'gu',
  );
  return text.replaceAll(field, REDACTED);
}

async function personalValues(
  db: Database,
  { customerIds, orderIds }: Redaction,
): Promise<readonly string[]> {
  const { rows } = await sql<{ value: string }>`
    with people as (
      select first_name, last_name, email, phone from customer
      where id = any(${[...(customerIds ?? [])]}::text[])
    ), sold as (
      select email, phone, note, ship_to, bill_to from sales_order
      where id = any(${[...(orderIds ?? [])]}::text[])
    ), places as (
      select ship_to as place from sold union all select bill_to from sold
    )
    select distinct value from (
      select unnest(array[first_name, last_name, concat_ws(' ', first_name, last_name), email, phone])
        as value from people
      union all select unnest(array[email, phone, note]) from sold
      union all select unnest(array[place->>'name', place->>'company', place->>'address1',
        place->>'address2', place->>'city', place->>'zip', place->>'phone']) from places
      union all select unnest(regexp_split_to_array(place->>'name', '\\s+')) from places
    ) found where value is not null and value <> ''`.execute(db);
  return rows.map((row) => row.value);
}

async function emptyFiles(db: Database, shopId: string): Promise<number> {
  const { rows } = await sql`
    update feed_file f set content = ''::bytea
    where f.direction = 'OUT' and f.state <> 'WRITTEN' and length(f.content) > 0
      and exists (select 1 from ledger l join sales_order o on o.id = l.order_id
        where l.file_id = f.id and o.shop_id = ${shopId})
    returning 1`.execute(db);
  return rows.length;
}
