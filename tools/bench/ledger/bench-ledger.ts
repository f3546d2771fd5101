// `npm run bench ledger`: orders a second through the sales-order export (choose, write, keep, hand over) with the
// ledger, beside the same export that keeps its files and timelines and no ledger, in the same run.

import type { Database } from '@sendsale/store/read';
import { acceptOrder, markHandedOver, saveMapping } from '@sendsale/oms';
import { EXPORT_FEEDS, exportFeed } from '@sendsale/netsuite';
import type { ExportFeed } from '@sendsale/netsuite';
import { inTransaction } from '@sendsale/platform/db';
import { assert, defined } from '@sendsale/std';
import { createTestDatabase, seedNetwork, T0 } from '@sendsale/test-kit';
import { sql } from 'kysely';
import { appendTimeline, saveFile, setFileState } from '../../../packages/store/src/write/index.ts';
import { makeOrders } from '../intake/make-orders.ts';
import { startPostgres } from '../intake/throwaway-postgres.ts';
import { measure, printSides } from '../measure.ts';
import type { Measurement } from '../measure.ts';

const ORDERS = 500;
const RUNS = 9;

/** Both sides by turns, so that a busy moment meets both. */
export async function run(): Promise<void> {
  const url = process.env['DATABASE_URL'] ?? null;
  const postgres = url === null ? await startPostgres() : null;
  const server = url ?? postgres?.url ?? null;
  const kit = await createTestDatabase(server);
  try {
    await seed(kit.db);
    const feed = defined(
      EXPORT_FEEDS.find(({ name }) => name === 'sales-order'),
      'There is a sales-order feed.',
    );
    const [withLedger, without]: Measurement[][] = [[], []];
    let orders = 0;
    for (let turn = -1; turn < RUNS; turn += 1) {
      const first = await measure(async () => void (orders = await exported(kit.db, feed)));
      await forget(kit.db);
      let others = 0;
      const second = await measure(async () => void (others = await keptOnly(kit.db, feed)));
      await forget(kit.db);
      assert(
        orders === others && orders > 0,
        `${orders} orders, then ${others}: the same, and some.`,
      );
      // The first turn warms up.
      if (turn < 0) continue;
      withLedger?.push(first);
      without?.push(second);
    }
    const place = server === null ? 'PGlite' : (postgres?.version ?? 'DATABASE_URL');
    printSides(`ledger: ${orders} sales orders a run, on ${place}`, 'orders', [
      { name: 'with the ledger', count: orders, runs: withLedger ?? [] },
      { name: 'without: files and timelines only', count: orders, runs: without ?? [] },
    ]);
  } finally {
    await kit.close();
    await postgres?.close();
  }
}

async function seed(db: Database): Promise<void> {
  await seedNetwork(db);
  const mappings = [
    ['NETSUITE_SHP_MTHD', 'STANDARD', '3456'],
    ['NETSUITE_PRICE_LEVEL', 'PRICE_LEVEL', 'Custom'],
    ['NETSUITE_ITEM', 'TAX', '902'],
    ['NETSUITE_DISC_MTHD', 'SHOPIFY_ITEM_DISC', '903'],
    ['NETSUITE_CHANNEL', 'POS', 'POS Channel'],
  ] as const;
  for (const [kind, key, value] of mappings) await saveMapping(db, { kind, key, value, at: T0 });
  await sql`update facility set netsuite_location_id = id where netsuite_location_id is null`.execute(
    db,
  );
  for (const incoming of makeOrders(ORDERS)) {
    const accepted = await acceptOrder(db, { incoming, messageId: null, at: T0 });
    assert(accepted.ok, 'The order is accepted.');
  }
  await sql`update customer set netsuite_id = '1' || substr(id, 2)`.execute(db);
}

async function exported(db: Database, feed: ExportFeed): Promise<number> {
  const { rows } = await exportFeed(db, feed, T0);
  const files = await db
    .selectFrom('feed_file')
    .select('id')
    .where('state', '=', 'WRITTEN')
    .execute();
  for (const { id } of files) await markHandedOver(db, { fileId: id, at: T0 });
  return rows;
}

/** What would be left of the export: the bytes are kept and the orders' timelines written, no row has a fate. */
async function keptOnly(db: Database, feed: ExportFeed): Promise<number> {
  let count = 0;
  const kept: Array<{ readonly fileId: number; readonly orderIds: readonly string[] }> = [];
  await inTransaction(db, async (tx) => {
    const batch = await feed.nextBatch(tx);
    for (const [page, file] of batch.files.entries()) {
      const { fileId } = await saveFile(tx, {
        feed: feed.name,
        direction: 'OUT',
        directory: feed.directory,
        name: feed.fileName(T0, page + 1),
        content: new TextEncoder().encode(file.content),
        rowCount: file.rows.length,
        state: 'WRITTEN',
        at: T0,
      });
      kept.push({ fileId, orderIds: file.rows.flatMap(({ orderId }) => orderId ?? []) });
      count += file.rows.length;
    }
  });
  for (const { fileId, orderIds } of kept) {
    await inTransaction(db, async (tx) => {
      await setFileState(tx, fileId, { state: 'HANDED_OVER', at: T0 });
      const entry = { step: 'order exported', at: T0, actor: 'OMS', via: 'bench' } as const;
      await appendTimeline(
        tx,
        orderIds.map((orderId) => ({ orderId, ...entry })),
      );
    });
  }
  return count;
}

async function forget(db: Database): Promise<void> {
  await sql`delete from ledger`.execute(db);
  await sql`delete from feed_file`.execute(db);
  await sql`delete from order_timeline where step = 'order exported'`.execute(db);
  await sql`vacuum analyze ledger, feed_file, order_timeline`.execute(db);
}
