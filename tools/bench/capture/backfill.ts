// A shop's orders read in for the first time: the simulator's limits are off, so what is measured is us and the
// simulator answering from the same two cores.

import { performance } from 'node:perf_hooks';
import { requestOrders } from '@sendsale/oms';
import { openShop, readListedOrders } from '@sendsale/shopify';
import { startShopify } from '@sendsale/simulator-shopify';
import { systemClock } from '@sendsale/platform/clock';
import { createTestDatabase, seedNetwork } from '@sendsale/test-kit';
import { startPostgres } from '../intake/throwaway-postgres.ts';

const SKUS = ['SKU-1', 'SKU-2', 'SKU-3'] as const;
const ADDRESS = {
  firstName: 'Jo',
  lastName: 'Doe',
  address1: '1 Main Street',
  city: 'Boston',
  province: 'Massachusetts',
  provinceCode: 'MA',
  zip: '02116',
};

const SEED = {
  shop: { name: 'Bench', domain: 'bench.myshopify.com' },
  app: { accessTokens: ['shpat_bench'] },
  limits: null,
  locations: [{ id: '1', name: 'Store', isStore: true, address: { provinceCode: 'NY' } }],
  products: SKUS.map((sku, index) => ({
    id: 5000 + index,
    title: sku,
    variants: [
      { id: 6000 + index, inventoryItemId: 6500 + index, sku, price: '19.99', weightGrams: 250 },
    ],
  })),
  stock: SKUS.map((sku) => ({ locationId: '1', sku, available: 1_000_000 })),
  taxRates: [{ lines: [{ title: 'Sales tax', rate: '0.0825' }] }],
};

export async function benchBackfill(count: number): Promise<void> {
  const postgres = await startPostgres();
  const kit = await createTestDatabase(postgres?.url ?? null);
  const simulator = await startShopify({ port: 0, seed: SEED });
  try {
    await seedNetwork(kit.db);
    const ids = await ringUp(simulator.url, count);
    const connection = {
      baseUrl: simulator.url,
      credentials: { kind: 'static', token: 'shpat_bench' },
      clock: systemClock,
    } as const;
    const shops = [openShop({ shopId: 'shop', connection })];
    const context = { database: kit.db, clock: systemClock, shops };
    const at = systemClock.now();
    await requestOrders(kit.db, { shopId: 'shop', shopifyIds: ids, reason: 'bench', at });
    const started = performance.now();
    let read = 0;
    let peak = 0;
    for (;;) {
      const run = { at: systemClock.now(), signal: new AbortController().signal };
      const outcome = await readListedOrders(context, run);
      read += outcome.done;
      peak = Math.max(peak, process.memoryUsage().rss);
      if (outcome.again !== true) break;
    }
    const seconds = (performance.now() - started) / 1000;
    const where = postgres === null ? 'PGlite' : postgres.version;
    console.log(
      `backfill: ${read} orders in ${seconds.toFixed(1)} s, ${(read / seconds).toFixed(1)} orders/s; ` +
        `memory at most ${Math.round(peak / 1e6)} MB, the simulator in it (${where})`,
    );
  } finally {
    await simulator.close();
    await kit.close();
    await postgres?.close();
  }
}

async function ringUp(url: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const sku = SKUS[index % SKUS.length] ?? 'SKU-1';
    const response = await fetch(`${url}/till/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        locationId: '1',
        shippingAddress: ADDRESS,
        customer: { firstName: 'Jo', email: `jo${index}@example.com` },
        lines: [{ sku, quantity: 1 + (index % 3), delivery: 'SHIP' }],
        shipping: { title: 'Standard', price: '8.00' },
      }),
    });
    if (!response.ok) throw new Error(`The simulator refused: ${await response.text()}`);
    // The till answers with the order it made.
    const order = (await response.json()) as { legacyId: string };
    ids.push(order.legacyId);
  }
  return ids;
}
