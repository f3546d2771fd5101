// One server with sample data and one browser for all journeys: starting them costs more than walking through.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { readEnvironment } from '@sendsale/platform/config';
import { startShopify } from '@sendsale/simulator-shopify';
import { composeOms } from '../../../apps/sendsale/src/compose.ts';
import type { Oms } from '../../../apps/sendsale/src/compose.ts';
import { makeServer } from '../../../apps/sendsale/src/http/make-server.ts';
import { buildScreens, REPOSITORY } from './build-screens.ts';
import { seedSample } from './sample.ts';
import { SHOP_SEED, stockShop } from './shop.ts';

export const BROWSER = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path));

/** Kept after the run, to be looked at; git ignores it. */
export const PICTURES: string = join(REPOSITORY, 'build-output/journeys');

export interface Stage {
  readonly url: string;
  readonly oms: Oms;
  /** The simulated shop, to make it fail. */
  readonly shopUrl: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

export async function openStage(executablePath: string): Promise<Stage> {
  buildScreens();
  mkdirSync(PICTURES, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'sendsale-journeys-'));
  const shop = await startShopify({ port: 0, seed: SHOP_SEED });
  const environment = readEnvironment({
    SENDSALE_DATA_FOLDER: folder,
    SENDSALE_SHOPIFY_DOMAIN: SHOP_SEED.shop.domain,
    SENDSALE_SHOPIFY_SHOP_ID: 'shop',
    SENDSALE_SHOPIFY_TOKEN: 'shpat_journeys',
    SENDSALE_SHOPIFY_BASE_URL: shop.url,
    SENDSALE_LOG_LEVEL: 'error',
  });
  const oms = await composeOms(environment, { workers: 0, name: 'journeys' });
  await seedSample(oms.db);
  await stockShop(oms);
  const server = await makeServer(oms, { open: false });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchBrowser(executablePath);
  return {
    url,
    oms,
    shopUrl: shop.url,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
      await oms.close();
      await shop.close();
      rmSync(folder, { recursive: true });
    },
  };
}
