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

describe.each(testEngines())('a run planned as one batch on $engine', ({ server }) => {
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
});
