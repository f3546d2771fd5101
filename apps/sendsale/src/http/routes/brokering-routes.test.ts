// Brokering over HTTP, through the typed client that the commands use.

import type { ApiClient } from '@sendsale/api';
import { acceptOrder, approveOrder, brokerOrders } from '@sendsale/oms';
import { buildOrder, seedNetwork } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Oms } from '../../compose.ts';
import { startTestServer } from '../../testing/test-server.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { Server } from '../make-server.ts';

let world: TestServer;
let oms: Oms;
let server: Server;
let api: ApiClient;

beforeAll(async () => {
  world = await startTestServer({
    open: true,
  });
  ({ oms, server } = world);
  await seedNetwork(oms.db, { stock: { NYC: { 'SKU-1': 5 }, BOS: { 'SKU-1': 5 } } });
  api = world.client(null);
}, 180_000);

afterAll(async () => {
  await world.close();
}, 60_000);

const approved = async (): Promise<string> => {
  const at = oms.clock.now();
  const accepted = await acceptOrder(oms.db, { incoming: buildOrder(), messageId: null, at });
  if (!accepted.ok) throw new Error(accepted.error.message);
  const { orderId } = accepted.value;
  await approveOrder(oms.db, { orderId, actor: 'test', via: 'test', at });
  return orderId;
};

test('the catalogue describes every unit with its arguments, and the contract is one page', async () => {
  const catalogue = await api.brokeringCatalogue();
  const codes = Object.values(catalogue).flatMap((units) => units.map((unit) => unit.code));
  expect(codes).toEqual(
    expect.arrayContaining(['QUEUE', 'NOT_SELLING_STORE', 'COST', 'NEXT_RULE']),
  );
  const queue = catalogue.orderFilters.find((unit) => unit.code === 'QUEUE');
  expect(queue?.args[0]?.choices).toContain('PRE_ORDER');
  const page = await server.inject('/openapi.json');
  expect(Object.keys(page.json<{ paths: object }>().paths)).toContain('/api/brokering/rules');
});

test('rules are tried, saved, refused when another version is in force, and explained', async () => {
  const { version, rules } = await api.brokeringRules();
  expect(version).toBe(0);
  const [run] = rules.runs;
  const [batch] = run?.batches ?? [];
  if (run === undefined || batch === undefined) throw new Error('The built-in rules have a batch.');
  const filters = [{ code: 'NOT_SELLING_STORE' }];
  const changed = {
    ...rules,
    runs: [
      { ...run, batches: [{ ...batch, rules: batch.rules.map((rule) => ({ ...rule, filters })) }] },
    ],
  };
  const id = await approved();
  const trial = await api.tryBrokeringRules({ rules: changed });
  expect(trial.current.ordersPerFacility).toEqual({ NYC: 1 });
  expect(trial.candidate.ordersPerFacility).toEqual({ BOS: 1 });
  const saved = await api.saveBrokeringRules({ rules: changed, note: 'elsewhere', basedOn: 0 });
  expect(saved).toMatchObject({ version: 1, note: 'elsewhere', madeBy: 'demo' });
  await expect(api.saveBrokeringRules({ rules, basedOn: 0 })).rejects.toMatchObject({
    status: 409,
    code: 'RULES_CHANGED',
  });
  await brokerOrders(oms.db, { at: oms.clock.now(), limit: 100 });
  const { items } = await api.explainOrder(id);
  expect(items[0]).toMatchObject({ facilityId: 'BOS', decision: { rulesVersion: 1 } });
  expect(items[0]?.words.join('\n')).toContain('NOT_SELLING_STORE removed 1');
  expect(items[0]?.words.join('\n')).toContain(
    'NYC (0.5 miles): was removed by the filter NOT_SELLING_STORE.',
  );
  expect((await api.brokeringRuns())[0]).toMatchObject({ runCode: 'AT_ONCE', rulesVersion: 1 });
});

test('faults of rules are told, schedules included', async () => {
  const { rules } = await api.brokeringVersion(0);
  const broken = { ...rules, runs: rules.runs.map((run) => ({ ...run, cron: '61 * * * *' })) };
  const { faults } = await api.checkBrokeringRules(broken);
  expect(faults.join()).toContain('run AT_ONCE');
  await expect(api.saveBrokeringRules({ rules: broken })).rejects.toMatchObject({
    status: 400,
    code: 'RULES_INVALID',
  });
});

test('groups, limits, categories, priorities and holds are set', async () => {
  await api.saveFacilityGroup('EAST', { name: 'East', facilityIds: ['BOS', 'NYC'] });
  expect(await api.facilityGroups()).toEqual([
    { id: 'EAST', name: 'East', facilityIds: ['BOS', 'NYC'] },
  ]);
  await expect(
    api.saveFacilityGroup('WEST', { name: 'West', facilityIds: ['NOWHERE'] }),
  ).rejects.toMatchObject({ code: 'FACILITY_UNKNOWN' });
  const limits = {
    ordersPerDay: 9,
    ordersPerHour: 3,
    safetyStock: 1,
    openingHours: [{ day: 1, from: 540, to: 1080 }],
    cutOffs: [{ shippingMethod: '*', at: 960 }],
    costPerShipment: 1.5,
    costPerUnit: 0,
  };
  await api.saveFacilityLimits('BOS', limits);
  const saved = (await api.facilityLimits()).find((one) => one.facilityId === 'BOS');
  expect(saved).toMatchObject(limits);
  expect(await api.saveCategory('shoes', ['SKU-1', 'SKU-X'])).toEqual({ known: 1 });
  const id = await approved();
  await api.prepareOrder(id, { priority: 'HIGH', shipBy: '2026-12-01T12:00:00Z' });
  await api.holdBrokering(id, { reason: 'address' });
  const broker = async () => brokerOrders(oms.db, { at: oms.clock.now(), limit: 100 });
  expect(await broker()).toEqual({ allocated: [], unfilled: [] });
  await api.releaseBrokering(id, {});
  expect(await broker()).toEqual({ allocated: [id], unfilled: [] });
});
