// Setting and adjusting stock: the rules of 2026-10 about @idempotent and changeFromQuantity.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(async () => shop.close());

const AT = {
  inventoryItemId: 'gid://shopify/InventoryItem/6501',
  locationId: `gid://shopify/Location/${STORE}`,
};

function setTo(quantity: number, changeFromQuantity?: number | null): object {
  const target = {
    ...AT,
    quantity,
    ...(changeFromQuantity === undefined ? {} : { changeFromQuantity }),
  };
  return { name: 'available', reason: 'correction', quantities: [target] };
}

async function set(input: object, key = 'k1'): Promise<Awaited<ReturnType<TestShop['ask']>>> {
  return shop.ask(operation('SetStock'), { input, key });
}

test('sets the count and says what changed', async () => {
  const { data } = await set(setTo(9, 5));
  expect(data?.['inventorySetQuantities']).toMatchObject({
    userErrors: [],
    inventoryAdjustmentGroup: {
      changes: [
        { name: 'available', delta: 4, quantityAfterChange: 9 },
        { name: 'on_hand', delta: 4, quantityAfterChange: 9 },
      ],
    },
  });
});

test('the same key changes stock once; with other arguments it is refused', async () => {
  const input = {
    name: 'available',
    reason: 'correction',
    changes: [{ ...AT, delta: 1, changeFromQuantity: null }],
  };
  const first = await shop.ask(operation('AdjustStock'), { input, key: 'a' });
  const second = await shop.ask(operation('AdjustStock'), { input, key: 'a' });
  expect(second.data).toEqual(first.data);
  const levels = (await shop.send('GET', '/control/stock')).body as Record<string, unknown>[];
  expect(levels.find((l) => l['sku'] === '210-001-G' && l['locationId'] === STORE)).toMatchObject({
    available: 6,
  });
  const other = await shop.ask(operation('AdjustStock'), {
    input: { ...input, reason: 'damaged' },
    key: 'a',
  });
  expect(JSON.stringify(other.data)).toContain('IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
});

test('without the directive it is a BAD_REQUEST with the words of the real API', async () => {
  const { errors } = await shop.ask(
    'mutation S($input: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $input) { userErrors { message } } }',
    { input: setTo(9, 5) },
  );
  expect(errors?.[0]).toMatchObject({
    message: 'The @idempotent directive is required for this mutation but was not provided.',
    extensions: { code: 'BAD_REQUEST' },
  });
});

test('a missing changeFromQuantity is INVALID_FIELD_ARGUMENTS, a stale one a user error', async () => {
  expect((await set(setTo(9))).errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_FIELD_ARGUMENTS',
  });
  const stale = await set(setTo(9, 4), 'k2');
  expect(JSON.stringify(stale.data)).toContain('CHANGE_FROM_QUANTITY_STALE');
  expect(JSON.stringify((await set(setTo(9, null), 'k3')).data)).toContain(
    '"quantityAfterChange":9',
  );
});

test('a reason that is none is refused', async () => {
  const { data } = await set({ ...setTo(9, 5), reason: 'whim' });
  expect(JSON.stringify(data)).toContain('INVALID_REASON');
});
