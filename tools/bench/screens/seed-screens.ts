// 100,000 orders as a year leaves them: those of the journeys' sample, most of them shipped, multiplied by the database.

import { shipItems } from '@sendsale/oms';
import type { Database } from '@sendsale/store/read';
import { facilityWork } from '@sendsale/store/read';
import { sql } from 'kysely';
import { seedSample } from '../../../tests/journeys/src/sample.ts';

/** Copied in this order; identities are made anew. */
const TABLES = [
  'sales_order',
  'posting',
  'ship_group',
  'order_item',
  'order_adjustment',
  'payment',
  'order_timeline',
  'shipment',
  'shipment_item',
  'allocation',
] as const;

/** What tells a copy from its original: its number is put behind. */
const NUMBERED = new Set([
  'order_id',
  'posting_id',
  'shipment_id',
  'name',
  'shopify_id',
  'external_id',
  'netsuite_id',
  'shopify_transaction_id',
  'parent_transaction_id',
  'shopify_fulfillment_id',
  'netsuite_fulfillment_id',
]);
const OWN_ID = new Set(['sales_order', 'posting', 'shipment']);
const TIMES = new Set([
  'ordered_at',
  'entered_at',
  'updated_at',
  'at',
  'shipped_at',
  'processed_at',
]);

/** Of the orders, one in so many is open. */
const OPEN_SHARE = 0.08;

export async function seedScreens(db: Database, orders: number): Promise<void> {
  await seedSample(db);
  await ship(db, ['BOS', 'CHI']);
  const done = await countOf(db, 'COMPLETED');
  const open = (await countOf(db, null)) - done;
  await multiply(db, {
    where: "o.status = 'COMPLETED'",
    copies: (orders * (1 - OPEN_SHARE)) / done,
  });
  const copies = (orders * OPEN_SHARE) / open;
  await multiply(db, { where: "o.status <> 'COMPLETED' and o.name not like '%.%'", copies });
  await sql`analyze`.execute(db);
}

async function ship(db: Database, facilityIds: readonly string[]): Promise<void> {
  for (const facilityId of facilityIds) {
    for (const { orderId, items } of (await facilityWork(db, facilityId)) ?? []) {
      await shipItems(db, {
        orderId,
        itemSeqs: items.map(({ seq }) => seq),
        facilityId,
        carrier: 'UPS',
        trackingNumber: null,
        origin: 'OMS',
        actor: 'bench',
        via: 'bench',
        at: new Date(),
      });
    }
  }
}

async function countOf(db: Database, status: string | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from sales_order
    where ${status}::text is null or status = ${status}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

interface Multiplied {
  /** Which orders, `o`. */
  readonly where: string;
  readonly copies: number;
}

async function multiply(db: Database, { where, copies }: Multiplied): Promise<void> {
  await sql`create temporary table chosen as select o.id from sales_order o where ${sql.raw(where)}`.execute(
    db,
  );
  const count = Math.max(1, Math.round(copies));
  for (const table of TABLES) {
    const columns = await columnsOf(db, table);
    const key = table === 'sales_order' ? 'id' : 'order_id';
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(columns.map((column) => copied(table, column)))}
      from ${sql.table(table)} x cross join generate_series(1, ${count}::int) n
      where x.${sql.ref(key)} in (select id from chosen)`.execute(db);
  }
  await sql`drop table chosen`.execute(db);
}

/** The value of a column in copy `n`. */
function copied(table: string, column: string) {
  const value = sql`x.${sql.ref(column)}`;
  const isId = column === 'id' && OWN_ID.has(table);
  if (isId || NUMBERED.has(column)) return sql`${value} || '.' || n`;
  // Spread over a year of days.
  if (TIMES.has(column)) return sql`${value} - make_interval(mins => (n * 53) % 525600)`;
  return value;
}

async function columnsOf(db: Database, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_identity = 'NO'
      and is_generated = 'NEVER'
    order by ordinal_position`.execute(db);
  return rows.map(({ name }) => name);
}
