// A connection shows what its own system met, and nothing of a neighbour whose name begins alike.

import { raiseProblem } from '@sendsale/oms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';
import type { TestServer } from '../testing/test-server.ts';
import { listConnections } from './list-connections.ts';

let world: TestServer;

beforeAll(async () => {
  world = await startTestServer({
    open: true,
    environment: {
      SENDSALE_SHOPIFY_DOMAIN: 'harbor.myshopify.com',
      SENDSALE_SHOPIFY_SHOP_ID: 'shop',
      SENDSALE_SHOPIFY_TOKEN: 'shpat_test',
    },
  });
}, 60_000);

afterAll(async () => world.close(), 60_000);

test('a problem of the shop or of a part of it is shown, one of another shop is not', async () => {
  const { db, clock } = world.oms;
  const shown = async (subject: string) => {
    await raiseProblem(db, {
      code: 'SHOPIFY_UNREACHABLE',
      subject,
      message: `${subject} does not answer.`,
      at: clock.now(),
    });
    const found = (await listConnections(world.oms)).find(({ id }) => id === 'shopify:shop');
    return [found?.state, found?.problems.map(({ message }) => message)];
  };
  expect(await shown('shop2')).toEqual(['READY', []]);
  expect(await shown('shop')).toEqual(['PROBLEM', ['shop does not answer.']]);
  expect(await shown('shop/inventory')).toEqual([
    'PROBLEM',
    ['shop does not answer.', 'shop/inventory does not answer.'],
  ]);
});
