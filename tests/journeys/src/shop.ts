// The shop that the journeys sell from: one style in two colours and four sizes, and a customer with an address.

import { recordCounts } from '@sendsale/oms';
import { assert } from '@sendsale/std';
import type { Oms } from '../../../apps/sendsale/src/compose.ts';

const SIZES = ['S', 'M', 'L', 'XL'];
const COLORS = ['Navy', 'Moss'];

const VARIANTS = COLORS.flatMap((color) => SIZES.map((size) => ({ color, size }))).map(
  ({ color, size }, index) => ({
    id: 8000 + index,
    inventoryItemId: 8100 + index,
    sku: `PARKA-${color.toUpperCase()}-${size}`,
    barcode: `400638133390${index}`,
    price: '248.00',
    options: { Color: color, Size: size },
  }),
);

export const SHOP_SEED = {
  shop: { name: 'Shop', domain: 'shop.example' },
  app: { accessTokens: ['shpat_journeys'] },
  limits: null,
  locations: [
    { id: '1', name: 'NYC', isStore: true, address: { provinceCode: 'NY' } },
    { id: '2', name: 'BOS', isStore: true, address: { provinceCode: 'MA' } },
  ],
  products: [
    { id: 7000, title: 'Harbor Parka', variants: VARIANTS },
    {
      id: 7001,
      title: 'Pocket Tee',
      variants: [
        { id: 8200, inventoryItemId: 8300, sku: 'TEE-1', barcode: '4006381333931', price: '35.00' },
      ],
    },
  ],
  customers: [
    {
      id: 9100,
      firstName: 'Grace',
      lastName: 'Hopper',
      email: 'grace@example.com',
      phone: '+12025550143',
      address: {
        firstName: 'Grace',
        lastName: 'Hopper',
        address1: '61 Marlborough St',
        city: 'Boston',
        provinceCode: 'MA',
        zip: '02116',
        countryCode: 'US',
      },
    },
  ],
  stock: [{ sku: 'PARKA-NAVY-M', locationId: '2', available: 50 }],
  taxRates: [{ provinceCode: 'MA', lines: [{ title: 'MA sales tax', rate: '0.0625' }] }],
};

/** What lies where: the article that is scanned is in Boston and Chicago, and sold out in New York. */
const STOCK: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'PARKA-NAVY-S': { NYC: 2 },
  'PARKA-NAVY-M': { BOS: 3, CHI: 9 },
  'PARKA-NAVY-L': { CHI: 4 },
  'PARKA-MOSS-M': { BOS: 1 },
  'TEE-1': { NYC: 12, BOS: 3 },
};

/** Reads the shop's catalogue as the job does, and counts the stock. */
export async function stockShop(oms: Oms): Promise<void> {
  const job = oms.jobDefinitions.find(({ name }) => name === 'download-catalogue');
  assert(job !== undefined, 'There is a job that reads the catalogue.');
  const at = oms.clock.now();
  await job.run(oms.context, { at, signal: new AbortController().signal });
  const products = await oms.db.selectFrom('product').select(['id', 'sku']).execute();
  const counts = products.flatMap(({ id: productId, sku }) =>
    Object.entries(STOCK[sku] ?? {}).map(([facilityId, onHand]) => ({
      facilityId,
      productId,
      onHand,
    })),
  );
  await recordCounts(oms.db, { counts, via: 'sample', at });
}
