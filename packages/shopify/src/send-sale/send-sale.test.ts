// A send sale from the search to the order, on the simulator.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRoad } from '../test/road.ts';
import type { Road } from '../test/road.ts';
import { addressProblem } from './draft-input.ts';
import { cancelSale, placeSale } from './place-sale.ts';
import type { PlaceSaleOptions } from './place-sale.ts';
import { quoteSale } from './quote-sale.ts';
import { searchVariants } from './search.ts';

let road: Road;
let count = 0;
beforeAll(async () => {
  road = await openRoad();
  await road.catalogue();
  const products = await road.db.selectFrom('product').select(['id', 'sku']).execute();
  await road.db
    .insertInto('inventory')
    .values(products.map(({ id }) => ({ facility_id: 'Warehouse', product_id: id, on_hand: 3 })))
    .execute();
});
afterAll(async () => road.close());

const SHIP_TO = {
  firstName: 'Ada',
  lastName: 'Byron',
  company: null,
  address1: '12 Main Street',
  address2: null,
  city: 'Boston',
  provinceCode: 'MA',
  zip: '02116',
  countryCode: 'US',
  phone: null,
};
const shopOf = () => {
  const [shop] = road.context.shops;
  if (shop === undefined) throw new Error('The road has a shop.');
  return shop;
};
const sale = (parts: Partial<PlaceSaleOptions> = {}): PlaceSaleOptions => {
  count += 1;
  return {
    requestKey: `request-${count}`,
    sellingFacilityId: 'Fifth Avenue',
    associate: 'Grace',
    items: [{ variantId: '6000', quantity: 1, facilityId: 'Warehouse', holdId: null }],
    customer: {
      customerId: null,
      firstName: 'Ada',
      lastName: 'Byron',
      email: 'ada@example.com',
      phone: null,
    },
    shipTo: SHIP_TO,
    shipping: { handle: null, title: 'Standard', price: '5.00' },
    currency: 'USD',
    note: null,
    completion: 'TILL',
    holdMinutes: 60,
    at: road.clock.now(),
    ...parts,
  };
};
const place = async (parts: Partial<PlaceSaleOptions> = {}) =>
  placeSale(road.db, shopOf(), sale(parts));
const reserved = async (): Promise<number> => {
  const rows = await road.db
    .selectFrom('inventory as i')
    .innerJoin('product as p', 'p.id', 'i.product_id')
    .select('i.reserved')
    .where('p.sku', '=', 'SHIRT')
    .where('i.facility_id', '=', 'Warehouse')
    .execute();
  return rows[0]?.reserved ?? 0;
};

test('a product is found by its SKU', async () => {
  const found = await searchVariants(shopOf(), 'SHIRT');
  expect(found.ok ? found.value.map((one) => one.variantId) : found.error).toEqual(['6000']);
});

test('a quote has a total with tax, and nothing is written', async () => {
  const { items, shipTo, currency } = sale();
  const customerId = null;
  const email = null;
  const quote = await quoteSale(shopOf(), {
    items,
    shipTo,
    currency,
    customerId,
    email,
    shipping: null,
  });
  if (!quote.ok) throw new Error(quote.error.message);
  expect(quote.value).toMatchObject({ currency: 'USD', subtotal: '19.99' });
  expect(Number(quote.value.total)).toBeGreaterThan(19.99);
});

test('a sale is a draft with its stock held; the same request again is the same sale', async () => {
  const options = sale({ requestKey: 'the-same' });
  const placed = await placeSale(road.db, shopOf(), options);
  if (!placed.ok) throw new Error(placed.error.message);
  expect(placed.value).toMatchObject({ state: 'OPEN', associate: 'Grace' });
  expect(placed.value.draftOrderId).not.toBeNull();
  expect(await reserved()).toBe(1);
  const again = await placeSale(road.db, shopOf(), options);
  expect(again.ok && again.value.id === placed.value.id).toBe(true);
  expect(await reserved()).toBe(1);
  const cancelled = await cancelSale(road.db, shopOf(), {
    sale: placed.value,
    actor: 'Grace',
    at: road.clock.now(),
  });
  expect(cancelled.ok).toBe(true);
  expect(await reserved()).toBe(0);
});

test('what cannot be placed is refused in words, and leaves no draft and no hold', async () => {
  const messages = [
    await place({ shipTo: { ...SHIP_TO, zip: '0211' } }),
    await place({ customer: { ...sale().customer, email: null } }),
    await place({ items: [] }),
    await place({ sellingFacilityId: 'Nowhere' }),
    await place({
      items: [{ variantId: '6000', quantity: 9, facilityId: 'Warehouse', holdId: null }],
    }),
  ].map((result) => (result.ok ? 'placed' : result.error.code));
  expect(messages).toEqual([
    'SEND_SALE_REFUSED',
    'SEND_SALE_REFUSED',
    'SEND_SALE_REFUSED',
    'SEND_SALE_REFUSED',
    'STOCK_NOT_AVAILABLE',
  ]);
  expect(await reserved()).toBe(0);
});

test('addresses are judged before Shopify sees them', () => {
  expect(addressProblem(SHIP_TO)).toBeNull();
  expect(addressProblem({ ...SHIP_TO, address1: ' ' })).toMatch(/street/);
  expect(addressProblem({ ...SHIP_TO, provinceCode: null })).toMatch(/state/);
  expect(
    addressProblem({ ...SHIP_TO, countryCode: 'IE', zip: null, provinceCode: null }),
  ).toBeNull();
});
