// The Shopify simulator in a process of its own, so that what is measured is ours.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SKUS = Array.from({ length: 40 }, (_, index) => `SKU-${index + 1}`);

const SEED = {
  shop: { name: 'Bench', domain: 'bench.myshopify.com' },
  app: { accessTokens: ['shpat_bench'] },
  limits: null,
  locations: [
    { id: '1', name: 'Store', isStore: true, address: { provinceCode: 'NY' } },
    { id: '2', name: 'Warehouse', isStore: false, address: { provinceCode: 'IL' } },
  ],
  products: SKUS.map((sku, index) => ({
    id: 5000 + index,
    title: sku,
    variants: [
      { id: 6000 + index, inventoryItemId: 6500 + index, sku, price: '19.99', weightGrams: 250 },
    ],
  })),
  stock: SKUS.flatMap((sku) =>
    ['1', '2'].map((locationId) => ({ locationId, sku, available: 1_000_000 })),
  ),
  taxRates: [{ lines: [{ title: 'Sales tax', rate: '0.0825' }] }],
};

export interface SimulatorProcess {
  readonly url: string;
  /** Orders rung up; one in five was changed afterwards. */
  readonly orders: number;
  readonly close: () => Promise<void>;
}

/** Starts it and rings up about `count` orders of all kinds. */
export async function startSimulator(count: number): Promise<SimulatorProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'sendsale-bench-shop-'));
  const seed = join(folder, 'seed.json');
  writeFileSync(seed, JSON.stringify(SEED));
  const main = new URL('../../../simulators/shopify/src/main.ts', import.meta.url).href;
  const code = `(await import(${JSON.stringify(main)})).main(${JSON.stringify(['--seed', seed, '--port', '0'])})`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  // Its first line says where it listens.
  const { url } = JSON.parse(line) as { url: string };
  const answer = await fetch(`${url}/control/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ count, changes: 20 }),
  });
  if (!answer.ok) throw new Error(`The simulator refused: ${await answer.text()}`);
  const { rung } = (await answer.json()) as { rung: number };
  return {
    url,
    orders: rung,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
