// A run planned as one batch, through the database: what it allocates, what it records, and what it says of it.

import { DEFAULT_RULES, explainInWords } from '@sendsale/domain';
import type { BrokeringRules, OptimizeRules } from '@sendsale/domain';
import { testEngines } from '@sendsale/platform/testing';
import { brokeringRuns, decisionsOf, latestPrices, runPrices } from '@sendsale/store/read';
import {
  buildGroup,
  buildLine,
  buildOrder,
  createTestDatabase,
  seedNetwork,
  T0,
} from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acceptOrder } from '../orders/accept-order.ts';
import { approveOrder } from '../orders/approve-order.ts';
import { brokerOrders } from './broker-orders.ts';
import { saveRules } from './save-rules.ts';
import { tryRules } from './try-rules.ts';

const T1 = new Date('2026-11-23T11:00:00Z');
const STRICT: OptimizeRules = { tiers: 'STRICT', pricePerStep: 0 };
const together = (optimize: OptimizeRules): BrokeringRules => ({
  ...DEFAULT_RULES,
  runs: DEFAULT_RULES.runs.map((run) => ({ ...run, optimize })),
});

describe.each(testEngines())('a run planned as one batch on $engine', ({ server, engine }) => {
  let kit: TestDatabase;
  beforeEach(async () => {
    kit = await createTestDatabase(server);
    await seedNetwork(kit.db, {
      stock: { BOS: { 'SKU-1': 1, 'SKU-2': 1 }, CHI: { 'SKU-1': 1 } },
    });
  });
  afterEach(async () => kit.close());

  const approved = async (...skus: readonly string[]): Promise<string> => {
    const lines = skus.map((sku) => buildLine({ sku }));
    const incoming = buildOrder({ shipGroups: [buildGroup({ lines })] });
    const accepted = await acceptOrder(kit.db, { incoming, messageId: null, at: T0 });
    if (!accepted.ok) throw new Error(accepted.error.message);
    const { orderId } = accepted.value;
    await approveOrder(kit.db, { orderId, actor: 'test', via: 'test', at: T0 });
    return orderId;
  };
  const facilitiesOf = async (orderId: string) =>
    (await decisionsOf(kit.db, orderId)).map((item) => item.facilityId);

  test('an order gives way to one that needs the unit more; prices and the reason are kept', async () => {
    const one = await approved('SKU-1');
    const both = await approved('SKU-1', 'SKU-2');
    const trial = await tryRules(kit.db, {
      candidate: together(STRICT),
      days: null,
      at: T1,
      limit: 100,
    });
    expect(trial).toMatchObject({
      current: { shipments: 3 },
      candidate: { shipments: 2 },
      changedOrders: 2,
    });
    await saveRules(kit.db, {
      rules: together(STRICT),
      note: '',
      basedOn: null,
      actor: 'test',
      at: T0,
    });
    expect((await brokerOrders(kit.db, { at: T1, limit: 100 })).unfilled).toEqual([]);
    expect(await facilitiesOf(one)).toEqual(['CHI']);
    expect(await facilitiesOf(both)).toEqual(['BOS', 'BOS']);
    const [run] = await brokeringRuns(kit.db, 10);
    expect(run).toMatchObject({ mode: 'OPTIMIZE', orders: 2, allocatedItems: 3, jointOrders: 2 });
    expect(run?.objective ?? 0).toBeLessThan(run?.rulesObjective ?? 0);
    expect(run?.jointBound ?? 0).toBeLessThanOrEqual((run?.jointCost ?? 0) + 1e-6);
    const prices = await runPrices(kit.db, run?.id ?? 0);
    expect(prices.stock.map(([facilityId]) => facilityId)).toContain('BOS');
    expect(await latestPrices(kit.db, T0)).toEqual(prices);
    const [item] = await decisionsOf(kit.db, one);
    const words = item === undefined ? [] : explainInWords(item, item.decision);
    const bothName = await kit.db
      .selectFrom('sales_order')
      .select('name')
      .where('id', '=', both)
      .executeTakeFirstOrThrow();
    expect(words.join('\n')).toMatch(/CHI ships item 00001: rule NEAREST_WITH_EVERYTHING/);
    expect(words.join('\n')).toMatch(
      new RegExp(
        `BOS would have cost .* less: what it had for item 00001 went to ${bothName.name}, where they save more`,
      ),
    );
    expect(words.at(-1)).toMatch(/planned together with the run's other orders/);
  });

  const again = (movePrice: number): OptimizeRules => ({
    tiers: 'OFF',
    pricePerStep: 0,
    again: { minutes: 30, movePrice },
  });
  const save = async (rules: BrokeringRules) =>
    saveRules(kit.db, { rules, note: '', basedOn: null, actor: 'test', at: T0 });
  const reservedAt = async (facilityId: string) => {
    const rows = await kit.db
      .selectFrom('inventory as v')
      .innerJoin('product as p', 'p.id', 'v.product_id')
      .select(['p.sku', 'v.reserved'])
      .where('v.facility_id', '=', facilityId)
      .where('v.on_hand', '>', 0)
      .orderBy('p.sku')
      .execute();
    return rows.map(({ sku, reserved }) => `${sku} ${reserved}`);
  };
  /** One order has the unit that another, which comes 10 minutes later, needs to go out as one parcel. */
  const meet = async (rules: BrokeringRules, before: () => Promise<void> = async () => {}) => {
    await save(rules);
    const one = await approved('SKU-1');
    await brokerOrders(kit.db, { at: T1, limit: 100 });
    expect(await facilitiesOf(one)).toEqual(['BOS']);
    const both = await approved('SKU-1', 'SKU-2');
    await before();
    const at = new Date(T1.getTime() + 10 * 60_000);
    const { allocated } = await brokerOrders(kit.db, { at, limit: 100 });
    return { one, both, allocated };
  };

  test('an order nobody was told of moves for another one, where that saves more than a move costs', async () => {
    const { one, both, allocated } = await meet(together(again(1)));
    expect(await facilitiesOf(one)).toEqual(['CHI']);
    expect(await facilitiesOf(both)).toEqual(['BOS', 'BOS']);
    expect([...allocated].toSorted()).toEqual([one, both].toSorted());
    expect(await reservedAt('BOS')).toEqual(['SKU-1 1', 'SKU-2 1']);
    expect(await reservedAt('CHI')).toEqual(['SKU-1 1']);
    const allocations = await kit.db
      .selectFrom('allocation')
      .select(['facility_id', 'release_reason'])
      .where('order_id', '=', one)
      .orderBy('id')
      .execute();
    expect(allocations).toEqual([
      { facility_id: 'BOS', release_reason: 'PLANNED_AGAIN' },
      { facility_id: 'CHI', release_reason: null },
    ]);
    const told = await kit.db
      .selectFrom('order_timeline')
      .select('detail')
      .where('order_id', '=', one)
      .where('step', '=', 'brokered')
      .orderBy('id')
      .execute();
    expect(told.at(-1)?.detail).toMatchObject({
      moved: [{ itemSeq: '00001', from: 'BOS', to: 'CHI' }],
    });
    expect((await brokeringRuns(kit.db, 1))[0]).toMatchObject({ orders: 1, movedOrders: 1 });
  });

  test('it stays where moving costs too much, where it is on hold, once it is on a picklist, and once NetSuite was told', async () => {
    const stays = async (rules: BrokeringRules, before?: () => Promise<void>) => {
      const { one, both } = await meet(rules, before);
      expect(await facilitiesOf(one)).toEqual(['BOS']);
      expect(await facilitiesOf(both)).toEqual(['CHI', 'BOS']);
      for (const orderId of [one, both]) {
        const seqs = (await decisionsOf(kit.db, orderId)).map((item) => item.seq);
        for (const itemSeq of seqs) await giveBack(orderId, itemSeq);
      }
    };
    const giveBack = async (orderId: string, itemSeq: string) => {
      await kit.db.updateTable('inventory').set({ reserved: 0 }).execute();
      await kit.db
        .updateTable('order_item')
        .set({ facility_id: null, status: 'CANCELLED' })
        .where('order_id', '=', orderId)
        .where('seq', '=', itemSeq)
        .execute();
      await kit.db.updateTable('allocation').set({ released_at: T0 }).execute();
      // Else what the last run learnt would guide the next one.
      await kit.db.deleteFrom('brokering_price').execute();
    };
    await stays(together(again(500)));
    await stays(together(STRICT));
    const onAll = async (write: (orderId: string, itemSeq: string) => Promise<unknown>) => {
      const open = kit.db.selectFrom('allocation').select(['order_id', 'item_seq']);
      for (const row of await open.where('released_at', 'is', null).execute()) {
        await write(row.order_id, row.item_seq);
      }
    };
    await stays(together(again(1)), async () =>
      onAll(async (order_id) =>
        kit.db
          .insertInto('brokering_hold')
          .values({ order_id, reason: 'ADDRESS', held_by: 'test', held_at: T1 })
          .execute(),
      ),
    );
    await kit.db
      .insertInto('picklist')
      .values({ id: 'PL1', facility_id: 'BOS', request_key: 'k', made_by: 'test', made_at: T1 })
      .execute();
    await stays(together(again(1)), async () => {
      await sql`insert into pick (allocation_id, picklist_id)
        select id, 'PL1' from allocation where released_at is null`.execute(kit.db);
    });
    await stays(together(again(1)), async () =>
      onAll(async (order_id, seq) =>
        kit.db
          .insertInto('ledger')
          .values({
            feed: 'allocation',
            subject: `${order_id}.${seq}`,
            order_id,
            state: 'WRITTEN',
            written_at: T1,
          })
          .execute(),
      ),
    );
  });

  test.runIf(engine === 'postgres')(
    'runs at once that also move orders never promise a unit or an item twice',
    async () => {
      await kit.db.updateTable('inventory').set({ on_hand: 3 }).where('on_hand', '>', 0).execute();
      await save(together(again(0.5)));
      const ids = [await approved('SKU-1'), await approved('SKU-1')];
      await brokerOrders(kit.db, { at: T1, limit: 100 });
      for (let count = 0; count < 3; count += 1) ids.push(await approved('SKU-1', 'SKU-2'));
      const other = await kit.openAgain();
      try {
        const at = new Date(T1.getTime() + 10 * 60_000);
        const handles = [kit.db, other.kysely, kit.db, other.kysely];
        await Promise.all(handles.map(async (db) => brokerOrders(db, { at, limit: 100 })));
        await brokerOrders(kit.db, { at, limit: 100 });
      } finally {
        await other.close();
      }
      const { rows: open } = await sql<{ items: number; wrong: number; twice: number }>`
        select count(*)::int as items,
          count(*) filter (where i.facility_id is distinct from a.facility_id)::int as wrong,
          (count(*) - count(distinct (a.order_id, a.item_seq)))::int as twice
        from allocation a join order_item i on i.order_id = a.order_id and i.seq = a.item_seq
        where a.released_at is null and a.order_id = any(${ids}::text[])`.execute(kit.db);
      expect(open).toEqual([{ items: 8, wrong: 0, twice: 0 }]);
      const { rows: cells } = await sql<{ over: number; wrong: number }>`
        select count(*) filter (where v.reserved > v.on_hand)::int as over,
          count(*) filter (where v.reserved <> (select coalesce(sum(i.quantity), 0) from order_item i
            where i.facility_id = v.facility_id and i.product_id = v.product_id
              and i.status = 'APPROVED'))::int as wrong
        from inventory v`.execute(kit.db);
      expect(cells).toEqual([{ over: 0, wrong: 0 }]);
    },
  );
});
