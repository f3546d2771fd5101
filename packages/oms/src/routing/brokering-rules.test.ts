// Rules as rows: versions, what they decide in the database, holds, cancel dates, and trials that change nothing.

import { availableToPromise, DEFAULT_RULES, explainInWords } from '@sendsale/domain';
import type { BrokeringRules, FilterCall, UnitCall } from '@sendsale/domain';
import { testEngines } from '@sendsale/platform/testing';
import {
  activeRules,
  brokeringRuns,
  decisionsOf,
  rulesVersion,
  rulesVersions,
} from '@sendsale/store/read';
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
import { rejectItem } from '../fulfillment/reject-item.ts';
import { approveOrder } from '../orders/approve-order.ts';
import { brokerOrders } from './broker-orders.ts';
import { brokerRun } from './broker-run.ts';
import {
  holdBrokering,
  releaseBrokering,
  saveFacilityLimits,
  saveGroup,
} from './brokering-settings.ts';
import { cancelOverdueItems } from './cancel-overdue-items.ts';
import { saveRules } from './save-rules.ts';
import { tryRules } from './try-rules.ts';

const T1 = new Date('2026-11-23T11:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const call = (code: string, args: UnitCall['args'] = {}): UnitCall => ({ code, args });
const filter = (code: string, args: UnitCall['args'] = {}): FilterCall => ({
  ...call(code, args),
  exclude: false,
});

/** One run, one batch, one rule; items it leaves go through the actions. */
function rulesWith(
  filters: readonly FilterCall[],
  actions: readonly UnitCall[] = [],
): BrokeringRules {
  return {
    ...DEFAULT_RULES,
    runs: DEFAULT_RULES.runs.map((run) => ({
      ...run,
      batches: run.batches.map((batch) => ({
        ...batch,
        rules: batch.rules.slice(1).map((rule) => ({ ...rule, filters, actions })),
      })),
    })),
  };
}

/** Every row of every table with its version, and where every sequence stands. */
async function everything({ db }: TestDatabase): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
    order by 1`.execute(db);
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`
      select coalesce(string_agg(t.xmin::text || t.ctid::text || t::text, '\n' order by t.ctid), '') as text
      from ${sql.table(name)} t`.execute(db);
    found[name] = rows[0]?.text ?? '';
  }
  const { rows } = await sql<{
    text: string;
  }>`select string_agg(sequencename || coalesce(last_value, 0),
    ' ' order by sequencename) as text from pg_sequences where schemaname = 'public'`.execute(db);
  return { ...found, sequences: rows[0]?.text ?? '' };
}

const optimized = (rules: BrokeringRules): BrokeringRules => ({
  ...rules,
  runs: rules.runs.map((run) => ({ ...run, optimize: { tiers: 'SOFT', pricePerStep: 3 } })),
});

describe.each(testEngines())('brokering rules on $engine', ({ server, engine }) => {
  let kit: TestDatabase;
  beforeEach(async () => {
    kit = await createTestDatabase(server);
    await seedNetwork(kit.db, {
      stock: { NYC: { 'SKU-1': 3 }, BOS: { 'SKU-1': 3 }, CHI: { 'SKU-1': 3 } },
    });
  });
  afterEach(async () => kit.close());

  const save = async (rules: BrokeringRules, basedOn: number | null = null) =>
    saveRules(kit.db, { rules, note: 'test', basedOn, actor: 'merchant', at: T0 });
  const placed = async (): Promise<string> => {
    const incoming = buildOrder({ shipGroups: [buildGroup({ lines: [buildLine({})] })] });
    const accepted = await acceptOrder(kit.db, { incoming, messageId: null, at: T0 });
    if (!accepted.ok) throw new Error(accepted.error.message);
    return accepted.value.orderId;
  };
  const approved = async (): Promise<string> => {
    const orderId = await placed();
    await approveOrder(kit.db, { orderId, actor: 'test', via: 'test', at: T0 });
    return orderId;
  };
  const broker = async (at = T1) => brokerOrders(kit.db, { at, limit: 100 });
  const itemOf = async (orderId: string) => {
    const [item] = await decisionsOf(kit.db, orderId);
    if (item === undefined) throw new Error(`Order ${orderId} has no item.`);
    return item;
  };

  test('every change is a new version, none is changed, and a run says which decided', async () => {
    expect(await activeRules(kit.db)).toMatchObject({ version: 0, rules: DEFAULT_RULES });
    expect(await save(rulesWith([filter('NOT_SELLING_STORE')]), 0)).toEqual({
      ok: true,
      value: { version: 1 },
    });
    expect(await save(DEFAULT_RULES, 0)).toEqual({
      ok: false,
      error: { code: 'CHANGED', version: 1 },
    });
    const id = await approved();
    await broker();
    expect(await itemOf(id)).toMatchObject({ facilityId: 'BOS', decision: { rulesVersion: 1 } });
    expect(await brokeringRuns(kit.db, 10)).toMatchObject([
      { runCode: 'AT_ONCE', rulesVersion: 1, trigger: 'AT_ONCE', orders: 1, allocatedItems: 1 },
    ]);
    expect(await save(DEFAULT_RULES, 1)).toMatchObject({ value: { version: 2 } });
    expect((await rulesVersions(kit.db)).map((one) => one.version)).toEqual([2, 1, 0]);
    expect(await rulesVersion(kit.db, 1)).toMatchObject({ madeBy: 'merchant' });
    await expect(sql`update brokering_rules set note = 'x'`.execute(kit.db)).rejects.toThrow(
      'never changed',
    );
  });

  test('rules that cannot be used are refused with what is wrong', async () => {
    const saved = await save(
      rulesWith([filter('FACILITY_GROUP', { groups: ['WEST'] }), filter('NONSENSE')]),
    );
    expect(saved).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    const faults = !saved.ok && saved.error.code === 'INVALID' ? saved.error.faults.join('\n') : '';
    expect(faults).toContain('There is no facility group WEST');
    expect(faults).toContain('NONSENSE: there is none');
    expect(
      await saveGroup(kit.db, { id: 'WEST', name: 'West', facilityIds: ['CHI'] }),
    ).toMatchObject({ ok: true });
    expect(await save(rulesWith([filter('FACILITY_GROUP', { groups: ['WEST'] })]))).toMatchObject({
      ok: true,
    });
    const id = await approved();
    await broker();
    expect(await itemOf(id)).toMatchObject({ facilityId: 'CHI' });
  });

  test('an item nobody may ship says why, waits in its queue, and is cancelled on its day', async () => {
    const actions = [
      call('AUTO_CANCEL_DAYS', { days: 2 }),
      call('MOVE_TO_QUEUE', { queue: 'BACK_ORDER' }),
    ];
    await save(rulesWith([filter('BROKERING_SAFETY_STOCK', { units: 3 })], actions));
    const id = await approved();
    expect(await broker()).toEqual({ allocated: [], unfilled: [id] });
    const item = await itemOf(id);
    const autoCancelAt = new Date(T1.getTime() + 2 * DAY_MS);
    expect(item).toMatchObject({ queue: 'BACK_ORDER', autoCancelAt });
    expect(explainInWords(item, item.decision)[0]).toBe(
      'Item 00001 has no facility: rule FEWEST_FACILITIES found nobody. It waits in BACK_ORDER.',
    );
    const at = autoCancelAt;
    expect(await cancelOverdueItems(kit.db, { at: T1, limit: 10 })).toEqual([]);
    expect(await cancelOverdueItems(kit.db, { at, limit: 10 })).toEqual([id]);
    expect(await itemOf(id)).toMatchObject({ status: 'CANCELLED', queue: null });
    const order = kit.db.selectFrom('sales_order').select('status').where('id', '=', id);
    expect(await order.executeTakeFirst()).toEqual({ status: 'CANCELLED' });
    // Shopify has the money: it is told, and gives it back.
    const notices = kit.db.selectFrom('shopify_notice').select('kind').where('order_id', '=', id);
    expect(await notices.execute()).toEqual([{ kind: 'CANCEL' }]);
  });

  test('an order that was given up can still be revised, and its hold stays', async () => {
    await kit.db.updateTable('inventory').set({ on_hand: 0 }).execute();
    const incoming = buildOrder();
    const accepted = await acceptOrder(kit.db, { incoming, messageId: null, at: T0 });
    const orderId = accepted.ok ? accepted.value.orderId : '';
    await approveOrder(kit.db, { orderId, actor: 'test', via: 'test', at: T0 });
    await broker();
    expect(await itemOf(orderId)).toMatchObject({ queue: 'UNFILLABLE' });
    const hold = { orderId, shipGroupSeq: '00001', actor: 'csr', via: 'test', at: T1 };
    await holdBrokering(kit.db, { ...hold, reason: 'address' });
    const lines = [buildLine({}), buildLine({ sku: 'SKU-2' })];
    const revised = buildOrder({
      shopifyId: incoming.shopifyId,
      updatedAt: new Date('2026-11-23T11:30:00Z'),
      shipGroups: [buildGroup({ lines })],
    });
    const again = await acceptOrder(kit.db, { incoming: revised, messageId: null, at: T1 });
    expect(again).toMatchObject({ ok: true });
    await kit.db.updateTable('inventory').set({ on_hand: 5 }).execute();
    expect(await broker()).toEqual({ allocated: [], unfilled: [] });
  });

  test('a hold stops brokering until it is released, and two for one reason are one', async () => {
    const id = await approved();
    const hold = { orderId: id, shipGroupSeq: null, actor: 'csr', via: 'test', at: T1 };
    await holdBrokering(kit.db, { ...hold, reason: 'fraud' });
    await holdBrokering(kit.db, { ...hold, reason: 'fraud' });
    expect(await broker()).toEqual({ allocated: [], unfilled: [] });
    await releaseBrokering(kit.db, hold);
    expect(await broker()).toEqual({ allocated: [id], unfilled: [] });
  });

  test('orders an hour are kept, and counted anew in the next one', async () => {
    const limits = {
      safetyStock: 0,
      openingHours: [],
      cutOffs: [],
      costPerShipment: 0,
      costPerUnit: 0,
    };
    await saveFacilityLimits(kit.db, {
      facilityId: 'NYC',
      ordersPerDay: null,
      ordersPerHour: 1,
      ...limits,
    });
    const ids = [await approved(), await approved()];
    await broker();
    const places = await Promise.all(ids.map(async (id) => (await itemOf(id)).facilityId));
    expect(places).toEqual(['NYC', 'BOS']);
    const later = await approved();
    await broker(new Date(T1.getTime() + 60 * 60 * 1000));
    expect(await itemOf(later)).toMatchObject({ facilityId: 'NYC' });
  });

  test('the last unit stays with a send sale that was placed first and waits for approval', async () => {
    await kit.db.updateTable('inventory').set({ on_hand: 0 }).execute();
    await kit.db
      .updateTable('inventory')
      .set({ on_hand: 1 })
      .where('facility_id', '=', 'BOS')
      .execute();
    const first = await placed();
    const later = await approved();
    const moment = new Date('2026-11-23T10:30:00Z');
    await kit.db
      .updateTable('sales_order')
      .set({ ordered_at: moment })
      .where('id', '=', later)
      .execute();
    await broker();
    expect(await itemOf(later)).toMatchObject({
      queue: 'UNFILLABLE',
      decision: { heldFor: ['00001'] },
    });
    await approveOrder(kit.db, { orderId: first, actor: 'test', via: 'test', at: T1 });
    await broker();
    expect(await itemOf(first)).toMatchObject({ facilityId: 'BOS' });
  });

  test('a scheduled run leaves send sales to nobody, and a slot runs once', async () => {
    const scheduled = {
      ...DEFAULT_RULES,
      runs: DEFAULT_RULES.runs.map((run) => ({ ...run, cron: '0 6 * * *' })),
    };
    await save(scheduled);
    const sendSale = await approved();
    const web = await approved();
    await kit.db.updateTable('sales_order').set({ channel: 'WEB' }).where('id', '=', web).execute();
    expect(await broker()).toEqual({ allocated: [sendSale], unfilled: [] });
    const slot = { runCode: 'AT_ONCE', slot: T1, actor: 'OMS', at: T1, limit: 100 };
    expect((await brokerRun(kit.db, slot))?.committed.map((plan) => plan.orderId)).toEqual([web]);
    expect(await brokerRun(kit.db, slot)).toBeNull();
  });

  test('a trial compares and changes nothing', async () => {
    await approved();
    await sql`insert into job_setting (name, schedule) values ('broker-orders', '*/5 * * * *')
      on conflict do nothing`.execute(kit.db);
    const before = await everything(kit);
    const candidate = rulesWith([filter('NOT_SELLING_STORE')]);
    const trial = await tryRules(kit.db, { candidate, days: null, at: T1, limit: 100 });
    expect(trial).toMatchObject({
      current: { orders: 1, shipments: 1, ordersPerFacility: { NYC: 1 } },
      candidate: { orders: 1, shipments: 1, ordersPerFacility: { BOS: 1 } },
      actual: null,
      changedOrders: 1,
      orders: [
        {
          isChanged: true,
          items: [{ current: { facilityId: 'NYC' }, candidate: { facilityId: 'BOS' } }],
        },
      ],
    });
    const [tried] = trial.orders[0]?.items ?? [];
    expect(tried?.title).not.toBe('');
    expect(tried?.candidate.words.join(' ')).toContain('BOS ships item');
    expect(trial.candidate.cost).toBeGreaterThan(trial.current.cost);
    await tryRules(kit.db, { candidate: optimized(candidate), days: null, at: T1, limit: 100 });
    expect(await everything(kit)).toEqual(before);
    await broker();
    const after = await everything(kit);
    // What a run changes is seen, so what a trial changed would be.
    expect(after).not.toEqual(before);
    const past = await tryRules(kit.db, { candidate, days: 1, at: T1, limit: 100 });
    expect(past).toMatchObject({
      actual: { ordersPerFacility: { NYC: 1 }, filledUnits: 1 },
      candidate: { ordersPerFacility: { BOS: 1 } },
    });
    expect(await everything(kit)).toEqual(after);
  });

  test('with scheduled runs alone, a rejected item goes on at once, and its store is asked again after the days', async () => {
    const notHereDays = 3;
    const runs = DEFAULT_RULES.runs.map((run) => ({ ...run, cron: '0 6 * * *' }));
    await save({ ...DEFAULT_RULES, runs, notHereDays });
    const web = await approved();
    await kit.db.updateTable('sales_order').set({ channel: 'WEB' }).where('id', '=', web).execute();
    expect(await broker()).toEqual({ allocated: [], unfilled: [] });
    await brokerRun(kit.db, { runCode: 'AT_ONCE', slot: T1, actor: 'OMS', at: T1, limit: 100 });
    const reject = async (at: Date) =>
      rejectItem(kit.db, {
        orderId: web,
        itemSeq: '00001',
        reason: 'DAMAGED',
        comment: null,
        actor: 'store',
        via: 'test',
        at,
      });
    expect(await reject(T1)).toMatchObject({
      ok: true,
      value: { facilityId: 'NYC', variance: -1 },
    });
    expect(await broker()).toEqual({ allocated: [web], unfilled: [] });
    const item = await itemOf(web);
    expect(item.facilityId).toBe('BOS');
    expect(item.decision?.considered).toContainEqual(
      expect.objectContaining({ facilityId: 'NYC', verdict: 'REJECTED_BEFORE' }),
    );
    const almost = new Date(T1.getTime() + notHereDays * DAY_MS - 1);
    await reject(almost);
    await broker(almost);
    expect((await itemOf(web)).facilityId).toBe('CHI');
    const later = new Date(T1.getTime() + notHereDays * DAY_MS);
    await reject(later);
    await broker(later);
    expect((await itemOf(web)).facilityId).toBe('NYC');
  });

  test('the database and the code mean the same by available to promise', async () => {
    const numbers = [-2, 0, 1, 3];
    for (const onHand of numbers) {
      for (const reserved of [0, 1, 4]) {
        const stock = { onHand, reserved, safetyStock: 1 };
        const { rows } = await sql<{ units: number }>`
          select available_to_promise(${onHand}::int, ${reserved}::int, 1) as units`.execute(
          kit.db,
        );
        expect(rows[0]?.units).toBe(availableToPromise(stock));
      }
    }
  });

  test.runIf(engine === 'postgres')(
    'runs at once share limited places and never one item',
    async () => {
      await kit.db.updateTable('facility').set({ orders_per_day: 2 }).execute();
      const ids: string[] = [];
      for (let count = 0; count < 12; count += 1) ids.push(await approved());
      const other = await kit.openAgain();
      try {
        const handles = [kit.db, other.kysely, kit.db, other.kysely];
        await Promise.all(handles.map(async (db) => brokerOrders(db, { at: T1, limit: 100 })));
        await broker();
        const { rows } = await sql<{ facility: string; orders: number }>`
        select facility_id as facility, count(distinct order_id)::int as orders from allocation
        where released_at is null group by 1 order by 1`.execute(kit.db);
        expect(rows).toEqual([
          { facility: 'BOS', orders: 2 },
          { facility: 'CHI', orders: 2 },
          { facility: 'NYC', orders: 2 },
        ]);
        const { rows: steps } = await sql<{ most: number }>`
        select max(n)::int as most from (select count(*) as n from order_timeline
          where step = 'brokered' group by order_id) counted`.execute(kit.db);
        expect(steps).toEqual([{ most: 1 }]);
      } finally {
        await other.close();
      }
    },
  );
});
