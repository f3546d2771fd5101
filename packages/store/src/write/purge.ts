// Removes what is kept longer than it has to be: bytes and repetitions, never a row the ledger or an order stands on.

import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface Purge {
  /** What ended before it. */
  readonly before: Date;
  readonly at: Date;
  readonly limit: number;
}

/** Empties payloads that were read. Their hashes stay: the same payload again is still the same message. */
export async function purgeMessages(db: Database, { before, at, limit }: Purge): Promise<number> {
  const { rows } = await sql`
    update message set body = '', purged_at = ${at}
    where id in (select m.id from message m
      where m.state = 'READ' and m.purged_at is null and m.received_at < ${before}
        and not exists (select 1 from problem p join sales_order o on o.id = p.order_id
          where p.resolved_at is null and o.message_id = m.id)
      order by m.id limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/**
 * Empties files whose every row is accepted, and files that came, were read and left no open problem. Name, hash
 * and rows stay: the same file again is still the same file.
 */
export async function purgeFiles(db: Database, { before, at, limit }: Purge): Promise<number> {
  const { rows } = await sql`
    update feed_file set content = '', purged_at = ${at}
    where id in (select f.id from feed_file f
      where f.purged_at is null and f.settled_at < ${before}
        and (f.direction = 'OUT' and f.state = 'HANDED_OVER'
            and not exists (select 1 from ledger l where l.file_id = f.id and l.state <> 'ACCEPTED')
          or f.direction = 'IN' and f.state = 'READ'
            and not exists (select 1 from problem p where p.resolved_at is null
              and p.detail->>'fileId' = f.id::text))
      order by f.id limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/**
 * Thins the timelines of orders that ended and owe nothing: the last of each step stays, without its details. What
 * stage an order reached can still be told.
 */
export async function purgeTimelines(db: Database, { before, limit }: Purge): Promise<number> {
  const { rows } = await sql`
    with ended as (
      select o.id from sales_order o
      where o.status in ('COMPLETED', 'CANCELLED') and o.updated_at < ${before}
        and not exists (select 1 from ledger l where l.order_id = o.id and l.state <> 'ACCEPTED')
        and not exists (select 1 from problem p where p.order_id = o.id and p.resolved_at is null)
        and exists (select 1 from order_timeline t where t.order_id = o.id and (t.detail <> '{}'
          or exists (select 1 from order_timeline u
            where u.order_id = t.order_id and u.step = t.step and u.id > t.id)))
      order by o.id limit ${limit}
    ), repeated as (
      delete from order_timeline t using ended e
      where t.order_id = e.id and exists (select 1 from order_timeline u
        where u.order_id = t.order_id and u.step = t.step and u.id > t.id)
    ), emptied as (
      update order_timeline t set detail = '{}' from ended e
      where t.order_id = e.id and t.detail <> '{}' and not exists (select 1 from order_timeline u
        where u.order_id = t.order_id and u.step = t.step and u.id > t.id)
    )
    select id from ended`.execute(db);
  return rows.length;
}

/** Removes resolved problems (with what was done about them) and alerts that ended. */
export async function purgeProblems(db: Database, { before, limit }: Purge): Promise<number> {
  const { rows } = await sql`
    delete from problem where id in (select id from problem
      where resolved_at < ${before} order by id limit ${limit})
    returning 1`.execute(db);
  await sql`
    delete from alert where id in (select id from alert
      where recovered_at < ${before} and next_try_at is null order by id limit ${limit})`.execute(
    db,
  );
  return rows.length;
}
