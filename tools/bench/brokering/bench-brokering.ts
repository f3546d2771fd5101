// `npm run bench brokering`: approved orders brokered and committed through the database (allocations, reservations,
// explanations, timeline), by one machine and by two at once; then a trial of other rules on 1,000 open orders.

import { brokerOrders, tryRules } from '@sendsale/oms';
import { DEFAULT_RULES } from '@sendsale/domain';
import type { BrokeringRules } from '@sendsale/domain';
import { assert } from '@sendsale/std';
import { createTestDatabase } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { sql } from 'kysely';
import { startPostgres } from '../intake/throwaway-postgres.ts';
import { seedBrokering } from './seed-brokering.ts';

const SIZE = { orders: 10_000, facilities: 500, products: 4_000, stockedPercent: 8, unitsMax: 3 };
const TRIED = 1_000;
const LIMIT = 100_000;

/** Prints one line a measurement. Targets: 20 s for the commit, 1 s for the trial. */
export async function run(): Promise<void> {
  const url = process.env['DATABASE_URL'] ?? null;
  const postgres = url === null ? await startPostgres() : null;
  const server = url ?? postgres?.url ?? null;
  say(
    `On ${server === null ? 'PGlite' : 'PostgreSQL'}: ${SIZE.orders} orders × ${SIZE.facilities} facilities.`,
  );
  try {
    await measureCommit(server, 1);
    if (server !== null) await measureCommit(server, 2);
    await measureTrial(server);
  } finally {
    await postgres?.close();
  }
}

async function measureCommit(server: string | null, machines: number): Promise<void> {
  const kit = await seeded(server, SIZE.orders);
  const others = await Promise.all(
    Array.from({ length: machines - 1 }, async () => kit.openAgain()),
  );
  try {
    const handles = [kit.db, ...others.map((other) => other.kysely)];
    const startedAt = performance.now();
    await Promise.all(
      handles.map(async (db) => brokerOrders(db, { at: new Date(), limit: LIMIT })),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    const memory = Math.round(process.memoryUsage.rss() / 1_000_000);
    const { allocated, waiting } = await verify(kit);
    say(
      `${machines} at once: ${seconds.toFixed(1)} s, ${allocated} items allocated, ${waiting} without stock, ${memory} MB`,
    );
  } finally {
    await Promise.all(others.map(async (other) => other.close()));
    await kit.close();
  }
}

async function measureTrial(server: string | null): Promise<void> {
  const kit = await seeded(server, TRIED);
  try {
    const ask = { candidate: cheapest(), days: null, at: new Date(), limit: LIMIT };
    await tryRules(kit.db, ask);
    const startedAt = performance.now();
    const trial = await tryRules(kit.db, ask);
    const seconds = (performance.now() - startedAt) / 1000;
    const { current, candidate } = trial;
    say(
      `trial of ${TRIED} orders: ${seconds.toFixed(2)} s; cost ${current.costWithUnfilled} by the rules in force, ${candidate.costWithUnfilled} cheapest first`,
    );
  } finally {
    await kit.close();
  }
}

async function seeded(server: string | null, orders: number): Promise<TestDatabase> {
  const kit = await createTestDatabase(server);
  await seedBrokering(kit.db, { ...SIZE, orders });
  return kit;
}

/** No unit is promised twice: what is reserved is what is allocated, and nothing beyond what there was. */
async function verify(kit: TestDatabase): Promise<{ allocated: number; waiting: number }> {
  const { rows } = await sql<{ allocated: number; waiting: number; over: number; wrong: number }>`
    select (select count(*) from allocation)::int as allocated,
      (select count(*) from order_item where queue is not null)::int as waiting,
      (select count(*) from inventory v join facility f on f.id = v.facility_id
        where v.reserved > 0 and v.reserved + f.safety_stock > v.on_hand)::int as over,
      (select count(*) from inventory v where v.reserved <> (
        select coalesce(sum(i.quantity), 0) from order_item i
        where i.facility_id = v.facility_id and i.product_id = v.product_id
          and i.status = 'APPROVED'))::int as wrong`.execute(kit.db);
  const [counts] = rows;
  assert(counts?.over === 0 && counts.wrong === 0, 'Something was promised twice.');
  return counts;
}

function cheapest(): BrokeringRules {
  const sorts = [{ code: 'COST', args: {} }];
  return {
    ...DEFAULT_RULES,
    runs: DEFAULT_RULES.runs.map((one) => ({
      ...one,
      batches: one.batches.map((batch) => ({
        ...batch,
        rules: batch.rules.map((rule) => ({ ...rule, sorts })),
      })),
    })),
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
