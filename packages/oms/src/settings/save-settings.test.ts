// Business settings by rows: what is listed can be imported again, and one bad row keeps all of them out.

import { createTestDatabase, seedNetwork, T0 } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listSettings, saveSettings } from './save-settings.ts';

let kit: TestDatabase;

beforeAll(async () => {
  kit = await createTestDatabase();
  await seedNetwork(kit.db, {
    facilities: [{ id: 'NYC', netsuiteLocationId: '1', latitude: 40.75, longitude: -73.98 }],
    stock: {},
  });
});

afterAll(async () => kit.close());

// oxlint-disable-next-line max-params -- the four cells of a row, in their order
const row = (section: string, key: string, value: string, shop = '*') => ({
  section,
  key,
  value,
  shop,
});

test('settings of every kind are taken over, and the list can be imported again', async () => {
  const rows = [
    row('payment-method', 'shopify_payments', '7'),
    row('payment-method', 'shopify_payments', '8', 'shop'),
    row('shipping-method', 'EXPRESS', '3457'),
    row('price-level', 'PRICE_LEVEL', 'Custom'),
    row('tax-code', 'DEFAULT', 'AVATAX'),
    row('discount-item', 'SHOPIFY_DISC', 'SHOPIFY DISCOUNT'),
    row('facility-location', 'NYC', '254'),
    row('facility-department', 'NYC', '2'),
    row('facility-fulfilled-by', 'NYC', 'NETSUITE'),
    row('subsidiary', 'shop', '3'),
  ];
  expect(await saveSettings(kit.db, { rows, at: T0 })).toEqual({ changed: 10, faults: [] });
  const listed = await listSettings(kit.db);
  expect(listed).toEqual(expect.arrayContaining(rows));
  expect(await saveSettings(kit.db, { rows: listed, at: T0 })).toEqual({
    changed: listed.length,
    faults: [],
  });
  expect(await listSettings(kit.db)).toEqual(listed);
});

test('every bad row is named, and nothing of the file is taken over', async () => {
  const before = await listSettings(kit.db);
  const rows = [
    row('shipping-method', 'STANDARD', '3456'),
    row('shiping-method', 'STANDARD', '3456'),
    row('payment-method', 'gift_card', 'Gift Card'),
    row('facility-location', 'LA', '5'),
    row('facility-fulfilled-by', 'NYC', 'NOBODY'),
    row('charge-item', 'TIPS', '9'),
    row('subsidiary', 'shop', ''),
    row('channel', 'POS', 'POS Channel', 'other'),
    row('channel', '', 'Web'),
    row('shipping-method', 'STANDARD', '1'),
  ];
  const { changed, faults } = await saveSettings(kit.db, { rows, at: T0 });
  expect(changed).toBe(0);
  expect(faults.map(({ row: place, code }) => [place, code])).toEqual([
    [2, 'SECTION_UNKNOWN'],
    [3, 'ID_NOT_A_NUMBER'],
    [4, 'FACILITY_UNKNOWN'],
    [5, 'VALUE_NOT_ALLOWED'],
    [6, 'KEY_UNKNOWN'],
    [7, 'VALUE_MISSING'],
    [8, 'SHOP_UNKNOWN'],
    [9, 'KEY_MISSING'],
    [10, 'ROW_TWICE'],
  ]);
  expect(await listSettings(kit.db)).toEqual(before);
});
