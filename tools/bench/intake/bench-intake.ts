// `npm run bench intake`: orders accepted a second through acceptOrder, beside PostgreSQL COPY of the rows it wrote, into
// the same tables with the same indexes and constraints, in the same run. COPY decides nothing, shares no money out and
// checks no total: it is what the disk and the indexes alone would allow.

import { acceptOrder } from '@sendsale/oms';
import { assert } from '@sendsale/std';
import { createTestDatabase, seedNetwork } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { measure, printSides } from '../measure.ts';
import type { Measurement } from '../measure.ts';
import { copyThroughFiles, countRows, insertFromJson, quoted, tablesInOrder } from './copy-rows.ts';
import type { Bulk, Queryable } from './copy-rows.ts';
import { makeOrders } from './make-orders.ts';
import { startPostgres } from './throwaway-postgres.ts';
import type { ThrowawayPostgres } from './throwaway-postgres.ts';

const ORDERS = 300;
const RUNS = 5;
/** As many orders at once as a worker takes when several shops or webhooks come together. */
const AT_ONCE = 8;

export async function run(): Promise<void> {
  const url = process.env['DATABASE_URL'] ?? null;
  const postgres = url === null ? await startPostgres() : null;
  const server = url ?? postgres?.url ?? null;
  const [source, mirror] = [await openSeeded(server), await openSeeded(server)];
  try {
    await compare({ source, mirror, postgres, place: placeOf(server, postgres) });
  } finally {
    await source.close();
    await mirror.close();
    await postgres?.close();
  }
}

function placeOf(server: string | null, postgres: ThrowawayPostgres | null): string {
  if (postgres !== null) return `${postgres.version}, thrown away afterwards`;
  return server === null ? 'PGlite: no PostgreSQL was found on this machine' : 'DATABASE_URL';
}

async function openSeeded(server: string | null): Promise<TestDatabase> {
  const opened = await createTestDatabase(server);
  await seedNetwork(opened.db);
  return opened;
}

interface Setting {
  readonly source: TestDatabase;
  readonly mirror: TestDatabase;
  readonly postgres: ThrowawayPostgres | null;
  readonly place: string;
}

async function compare({ source, mirror, postgres, place }: Setting): Promise<void> {
  const from = queryable(source);
  const to = queryable(mirror);
  const bulk = postgres === null ? insertFromJson(from) : copyThroughFiles(from, postgres.folder);
  const tables = await tablesInOrder(from);
  const before = await countRows(from, tables);
  const [single, several, bulkRuns]: Measurement[][] = [[], [], []];
  const serverCpu = postgres?.cpuMs ?? (() => 0);
  let written = 0;
  for (let run = -1; run < RUNS; run += 1) {
    const isWarmUp = run < 0;
    const alone = await measure(async () => acceptAll(source, 1), serverCpu);
    await empty(from, await grownTables(from, tables, before));
    const together = await measure(async () => acceptAll(source, AT_ONCE), serverCpu);
    const grown = await grownTables(from, tables, before);
    const counts = await countRows(from, grown);
    written = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const table of grown) await bulk.take(table);
    const bulkRun = await measure(async () => putAll(mirror, bulk, grown), serverCpu);
    const copied = await countRows(to, grown);
    assert(
      [...counts].every(([table, n]) => copied.get(table) === n),
      'Every row was copied.',
    );
    await empty(from, grown);
    await empty(to, grown);
    if (isWarmUp) continue;
    single?.push(alone);
    several?.push(together);
    bulkRuns?.push(bulkRun);
  }
  const title = `intake: ${ORDERS} orders, ${(written / ORDERS).toFixed(1)} rows each (${place})`;
  printSides(title, 'orders', [
    { name: 'acceptOrder, one after another', count: ORDERS, runs: single ?? [] },
    { name: `acceptOrder, ${AT_ONCE} at once`, count: ORDERS, runs: several ?? [] },
    { name: bulk.name, count: ORDERS, runs: bulkRuns ?? [] },
  ]);
}

function queryable({ database }: TestDatabase): Queryable {
  return { query: async (text, values) => database.pool.query(text, values) };
}

async function acceptAll({ db }: TestDatabase, atOnce: number): Promise<void> {
  const waiting = makeOrders(ORDERS);
  const at = new Date('2026-11-23T10:00:00Z');
  const taker = async (): Promise<void> => {
    for (let incoming = waiting.pop(); incoming !== undefined; incoming = waiting.pop()) {
      const accepted = await acceptOrder(db, { incoming, messageId: null, at });
      assert(accepted.ok, 'The order is accepted.');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, taker));
}

/** Tables that had no row and have some now: what the orders wrote. */
async function grownTables(
  db: Queryable,
  tables: readonly string[],
  before: ReadonlyMap<string, number>,
): Promise<string[]> {
  const after = await countRows(db, tables);
  return tables.filter((table) => before.get(table) === 0 && (after.get(table) ?? 0) > 0);
}

/** All tables in one transaction, as COPY of a whole set is run. */
async function putAll(
  { database }: TestDatabase,
  bulk: Bulk,
  tables: readonly string[],
): Promise<void> {
  const connection = await database.pool.connect();
  try {
    const to: Queryable = { query: async (text, values) => connection.query(text, values) };
    await to.query('begin');
    for (const table of tables) await bulk.put(to, table);
    await to.query('commit');
  } finally {
    connection.release();
  }
}

async function empty(db: Queryable, tables: readonly string[]): Promise<void> {
  if (tables.length > 0) await db.query(`truncate ${tables.map(quoted).join(', ')} cascade`);
}
