// The retailer of the simulation: two stores, a warehouse that NetSuite runs, a few products, small stock.

import {
  recordCounts,
  recordItemIds,
  recordVariants,
  saveFacility,
  saveMapping,
  saveShop,
} from '@sendsale/oms';
import type { Database, SaveFacilityOptions } from '@sendsale/oms';
import type { ShopSeedInput } from '@sendsale/simulator-shopify';

export const START = new Date('2026-11-23T15:00:00Z');
export const SHOP_ID = 'shop';
export const WAREHOUSE_LOCATION = '903';
export const TOKEN = 'shpat_simulation';
export const SECRET = 'simulation-secret';

const PLACES = [
  { id: 'NYC', location: '101', region: 'NY', city: 'New York', at: [40.76, -73.97] },
  { id: 'BOS', location: '102', region: 'MA', city: 'Boston', at: [42.35, -71.08] },
  { id: 'RNO', location: '103', region: 'NV', city: 'Reno', at: [39.53, -119.81] },
] as const;

export const STORES = ['NYC', 'BOS'] as const;
export const SKUS = ['SHIRT', 'HAT', 'SHOES'] as const;

export const SHOP_SEED: ShopSeedInput = {
  shop: { name: 'Example', domain: 'example.myshopify.com' },
  app: { accessTokens: [TOKEN], clientSecret: SECRET },
  limits: null,
  locations: PLACES.map((place) => ({
    id: place.location,
    name: place.id,
    isStore: place.id !== 'RNO',
    address: { city: place.city, provinceCode: place.region },
  })),
  products: SKUS.map((sku, index) => ({
    id: 5000 + index,
    title: sku,
    variants: [
      { id: 6000 + index, inventoryItemId: 6500 + index, sku, price: '19.99', weightGrams: 250 },
    ],
  })),
  stock: SKUS.flatMap((sku) =>
    PLACES.map((place) => ({ locationId: place.location, sku, available: 50 })),
  ),
  taxRates: [
    { provinceCode: 'NY', lines: [{ title: 'Sales tax', rate: '0.08875' }] },
    { provinceCode: 'MA', lines: [{ title: 'Sales tax', rate: '0.0625' }] },
    { provinceCode: 'CA', lines: [{ title: 'Sales tax', rate: '0.0775' }] },
  ],
};

/** The mappings a run may begin without; somebody adds them later. */
export const LATE_MAPPINGS = [
  ['NETSUITE_SHP_MTHD', 'EXPRESS', '3457'],
  ['NETSUITE_ITEM', 'TIP', '903'],
  ['SHIPPING_METHOD', 'Express', 'EXPRESS'],
  ['NETSUITE_CHANNEL', 'WEB', 'Web'],
] as const;

const MAPPINGS = [
  ['CHANNEL', 'pos', 'POS'],
  ['CHANNEL', 'web', 'WEB'],
  ['SHIPPING_METHOD', 'Standard', 'STANDARD'],
  ['NETSUITE_SHP_MTHD', 'STANDARD', '3456'],
  ['NETSUITE_PMT_MTHD', 'DEFAULT', '7'],
  ['NETSUITE_PRICE_LEVEL', 'PRICE_LEVEL', 'Custom'],
  ['NETSUITE_TAX_CODE', 'DEFAULT', '-Not Taxable-'],
  ['NETSUITE_DISC_MTHD', 'SHOPIFY_DISC', 'SHOPIFY DISCOUNT'],
  ['NETSUITE_DISC_MTHD', 'SHOPIFY_ITEM_DISC', '905'],
  ['NETSUITE_ITEM', 'TAX', '902'],
  ['NETSUITE_ITEM', 'SHIPPING', '906'],
  ['NETSUITE_ITEM', 'GOODWILL', '913'],
  ['NETSUITE_ITEM', 'RESTOCKING_FEE', '907'],
  ['NETSUITE_ITEM', 'GIFT_CARD', '908'],
  ['NETSUITE_ITEM', 'CUSTOM_SALE', '909'],
  ['NETSUITE_ITEM', 'DUTY', '910'],
  ['NETSUITE_ITEM', 'ROUNDING', '911'],
  ['NETSUITE_ITEM', 'TIP', '903'],
  ['NETSUITE_CHANNEL', 'POS', 'POS Channel'],
  ['NETSUITE_ACCOUNT', 'ADJUSTMENT', '912'],
] as const;

/** What the retailer sets up before the first order. */
export async function setUp(db: Database): Promise<void> {
  const at = START;
  await saveShop(db, {
    id: SHOP_ID,
    name: 'Example',
    domain: 'example.myshopify.com',
    currency: 'USD',
    timeZone: 'America/New_York',
    netsuiteSubsidiaryId: '1',
    anonymousCustomer: { name: 'Walk-in', netsuiteId: '4999' },
    at,
  });
  for (const place of PLACES) await saveFacility(db, facility(place));
  const late = new Set(LATE_MAPPINGS.map(([kind, key]) => `${kind}/${key}`));
  for (const [kind, key, value] of [...MAPPINGS, ...LATE_MAPPINGS]) {
    if (!late.has(`${kind}/${key}`)) await saveMapping(db, { kind, key, value, at });
  }
  const variants = SKUS.map((sku, index) => ({
    variantId: String(6000 + index),
    inventoryItemId: String(6500 + index),
    sku,
    title: sku,
    weightGrams: 250,
    requiresShipping: true,
    isGiftCard: false,
  }));
  await recordVariants(db, { shopId: SHOP_ID, variants, at });
  const items = SKUS.map((sku, index) => ({ sku, netsuiteItemId: String(701 + index) }));
  await recordItemIds(db, { items, via: 'setup', at });
  const counts = SKUS.flatMap((_, index) =>
    PLACES.map(({ id }) => ({ facilityId: id, netsuiteItemId: String(701 + index), onHand: 12 })),
  );
  await recordCounts(db, { counts, via: 'setup', at });
}

function facility(place: (typeof PLACES)[number]): SaveFacilityOptions {
  const [latitude, longitude] = place.at;
  const { id, city, region, location } = place;
  const blank = { name: null, company: null, address1: null, address2: null, phone: null };
  const isWarehouse = id === 'RNO';
  return {
    id,
    name: id,
    kind: isWarehouse ? 'WAREHOUSE' : 'STORE',
    fulfilledBy: isWarehouse ? 'NETSUITE' : 'OMS',
    shipsOrders: true,
    latitude,
    longitude,
    timeZone: 'America/New_York',
    address: { ...blank, city, region, zip: null, country: 'US', latitude, longitude },
    ordersPerDay: null,
    safetyStock: 0,
    netsuiteLocationId: `9${location.slice(1)}`,
    netsuiteDepartmentId: '2',
    shopifyLocations: [{ shopId: SHOP_ID, locationId: location }],
    at: START,
  };
}
