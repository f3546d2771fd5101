// A small network for tests, made with the use cases a retailer's set-up goes through.

import {
  recordCounts,
  recordItemIds,
  recordVariants,
  saveFacility,
  saveMapping,
  saveShop,
} from '@sendsale/oms';
import type { SaveFacilityOptions } from '@sendsale/oms';
import type { Database } from '@sendsale/store/read';
import { HOME } from './build-order.ts';

export const T0 = new Date('2026-11-23T10:00:00Z');

export interface NetworkOptions {
  /** Facility → SKU → units on hand. */
  readonly stock?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly facilities?: readonly (Partial<SaveFacilityOptions> & { readonly id: string })[];
}

const SKUS = ['SKU-1', 'SKU-2', 'SKU-3'] as const;

/** New York (the selling store, Shopify location L1), Boston, Chicago, and a NetSuite warehouse in Reno. */
const FACILITIES: readonly (Partial<SaveFacilityOptions> & { readonly id: string })[] = [
  {
    id: 'NYC',
    latitude: 40.75,
    longitude: -73.98,
    shopifyLocations: [{ shopId: 'shop', locationId: 'L1' }],
  },
  { id: 'BOS', latitude: 42.36, longitude: -71.06 },
  { id: 'CHI', latitude: 41.88, longitude: -87.63 },
  { id: 'RNO', latitude: 39.53, longitude: -119.81, kind: 'WAREHOUSE', fulfilledBy: 'NETSUITE' },
];

/** Shop `shop`, its facilities, SKU-1 to SKU-3 (NetSuite items 101 to 103), mappings, and the stock given. */
export async function seedNetwork(db: Database, options: NetworkOptions = {}): Promise<void> {
  const at = T0;
  await saveShop(db, {
    id: 'shop',
    name: 'Shop',
    domain: 'shop.example',
    currency: 'USD',
    timeZone: 'America/New_York',
    netsuiteSubsidiaryId: '1',
    at,
  });
  for (const facility of options.facilities ?? FACILITIES) {
    await saveFacility(db, { ...plainFacility(facility.id), ...facility, at });
  }
  await saveMapping(db, { kind: 'SHIPPING_METHOD', key: 'Standard', value: 'STANDARD', at });
  const variants = SKUS.map((sku) => ({
    variantId: `V-${sku}`,
    inventoryItemId: `I-${sku}`,
    sku,
    title: `Product ${sku}`,
    weightGrams: 500,
    requiresShipping: true,
    isGiftCard: false,
  }));
  await recordVariants(db, { shopId: 'shop', variants, at });
  const items = SKUS.map((sku, index) => ({ sku, netsuiteItemId: String(101 + index) }));
  await recordItemIds(db, { items, via: 'seed', at });
  const counts = Object.entries(options.stock ?? {}).flatMap(([facilityId, skus]) =>
    Object.entries(skus).map(([sku, onHand]) => ({
      facilityId,
      netsuiteItemId: String(101 + SKUS.findIndex((one) => one === sku)),
      onHand,
    })),
  );
  await recordCounts(db, { counts, via: 'seed', at });
}

function plainFacility(id: string): SaveFacilityOptions {
  return {
    id,
    name: id,
    kind: 'STORE',
    fulfilledBy: 'OMS',
    shipsOrders: true,
    latitude: 0,
    longitude: 0,
    timeZone: 'America/New_York',
    address: HOME,
    ordersPerDay: null,
    safetyStock: 0,
    netsuiteLocationId: `NS-${id}`,
    netsuiteDepartmentId: null,
    shopifyLocations: [],
    at: T0,
  };
}
