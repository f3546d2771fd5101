import { expect, test } from 'vitest';
import {
  mappingWithout,
  sampleAdjustment,
  sampleBooking,
  sampleCashSale,
  sampleItem,
  sampleMapping,
  samplePosting,
} from '../test/sample-posting.ts';
import { makeBooking } from './booking.ts';
import { findObstacles } from './find-obstacles.ts';

function obstacles(
  posting = samplePosting(),
  mapping = sampleMapping,
  isCashSale = false,
): Array<[string, string]> {
  const found = findObstacles(makeBooking(posting, mapping, isCashSale), mapping);
  return found.map((one) => [one.code, one.subject]);
}

test('an order with everything there has no obstacle', () => {
  expect(obstacles()).toEqual([]);
  expect(obstacles(sampleCashSale(), sampleMapping, true)).toEqual([]);
});

test('each missing mapping is a problem of its own that names the mapping', () => {
  expect(obstacles(samplePosting(), mappingWithout('NETSUITE_SHP_MTHD', 'STANDARD'))).toEqual([
    ['SHIPPING_METHOD_UNMAPPED', 'M10432'],
  ]);
  expect(obstacles(samplePosting(), mappingWithout('SHIPPING_METHOD', 'Standard'))).toEqual([
    ['SHIPPING_METHOD_UNMAPPED', 'M10432'],
  ]);
  expect(obstacles(samplePosting(), mappingWithout('NETSUITE_ITEM', 'TAX'))).toEqual([
    ['SETTING_MISSING', 'M10432/NETSUITE_ITEM/TAX'],
  ]);
  expect(obstacles(samplePosting(), mappingWithout('NETSUITE_DISC_MTHD', 'SHOPIFY_DISC'))).toEqual([
    ['SETTING_MISSING', 'M10432/NETSUITE_DISC_MTHD/SHOPIFY_DISC'],
  ]);
  const mapping = mappingWithout('NETSUITE_ITEM', 'TAX');
  const [problem] = findObstacles(makeBooking(samplePosting(), mapping, false), mapping);
  expect(problem?.detail).toEqual({ mappingKind: 'NETSUITE_ITEM', mappingKey: 'TAX' });
});

test('a mapping the order does not need is not missed', () => {
  const plain = samplePosting({ items: [sampleItem()], adjustments: [] });
  expect(obstacles(plain, mappingWithout('NETSUITE_ITEM', 'TAX'))).toEqual([]);
  expect(obstacles(plain, mappingWithout('NETSUITE_DISC_MTHD', 'SHOPIFY_DISC'))).toEqual([]);
});

test('an item NetSuite does not have is told apart from one we do not know', () => {
  const items = [
    sampleItem({ netsuiteItemId: null }),
    sampleItem({ seq: '00002', sku: 'NEW', productId: null, netsuiteItemId: null }),
  ];
  expect(obstacles(samplePosting({ items, adjustments: [] }))).toEqual([
    ['ITEM_NOT_IN_NETSUITE', 'M10432/SKU-1'],
    ['PRODUCT_UNKNOWN', 'M10432/NEW'],
  ]);
});

test('gift cards and custom sales go by the item their mapping names', () => {
  const custom = sampleItem({
    sku: null,
    title: 'Alteration',
    productId: null,
    netsuiteItemId: null,
  });
  const card = sampleItem({ seq: '00002', isGiftCard: true, netsuiteItemId: null });
  const posting = samplePosting({ items: [custom, card], adjustments: [] });
  expect(obstacles(posting)).toEqual([
    ['ITEM_NOT_IN_NETSUITE', 'M10432/Alteration'],
    ['ITEM_NOT_IN_NETSUITE', 'M10432/SKU-1'],
  ]);
  const mapping: typeof sampleMapping = (kind, shopId, key) =>
    kind === 'NETSUITE_ITEM' && (key === 'CUSTOM_SALE' || key === 'GIFT_CARD')
      ? '999'
      : sampleMapping(kind, shopId, key);
  expect(obstacles(posting, mapping)).toEqual([]);
});

test('a shipped order needs a customer, an address and the location of its store', () => {
  const posting = samplePosting({
    customerId: null,
    customerNetsuiteId: null,
    shipTo: null,
    sellingLocationId: null,
  });
  expect(obstacles(posting)).toEqual([
    ['CUSTOMER_MISSING', 'M10432'],
    ['SETTING_MISSING', 'M10432'],
    ['ADDRESS_MISSING', 'M10432'],
  ]);
});

test('a cash sale needs its store, no address, and has no place for shipping', () => {
  const carried = { ...sampleCashSale(), shipTo: null, sellingFacilityId: null };
  expect(obstacles(carried, sampleMapping, true)).toEqual([
    ['SELLING_FACILITY_UNKNOWN', 'M10432-C'],
  ]);
  const shipped = {
    ...sampleCashSale(),
    adjustments: [sampleAdjustment({ kind: 'SHIPPING', amountMinor: 500 })],
  };
  expect(obstacles(shipped, sampleMapping, true)).toEqual([['TOTAL_MISMATCH', 'M10432-C']]);
  expect(sampleBooking(sampleCashSale(), true).shipping).toEqual({ kind: 'NONE' });
});
