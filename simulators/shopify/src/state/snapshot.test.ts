import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startShopify } from '../index.ts';
import { FIXTURE_SEED, standingClock, STORE } from '../test/fixture-shop.ts';

test('a shop started again on its snapshot knows its orders and goes on counting', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shopify-'));
  const snapshotFile = join(folder, 'shop.json');
  const run = async (): Promise<{ name: string; orders: unknown[] }> => {
    const clock = standingClock('2026-06-12T20:14:09Z');
    const shop = await startShopify({ port: 0, seed: FIXTURE_SEED, clock, snapshotFile });
    const ring = await fetch(`${shop.url}/till/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locationId: STORE, lines: [{ sku: '210-001-G' }] }),
    });
    const { name } = (await ring.json()) as { name: string };
    const orders = (await (await fetch(`${shop.url}/control/orders`)).json()) as unknown[];
    await shop.close();
    return { name, orders };
  };
  expect((await run()).name).toBe('#1254');
  const second = await run();
  expect(second.name).toBe('#1255');
  expect(second.orders).toHaveLength(2);
  rmSync(folder, { recursive: true });
});
