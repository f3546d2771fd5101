// Due postings for tests: an order whose texts need quoting, with every kind of line.

import type { DueAdjustment, DueItem, DuePosting, FindMapping } from '@sendsale/store/read';
import { makeBooking } from '../postings/booking.ts';
import type { Booking } from '../postings/booking.ts';

const MAPPINGS: ReadonlyMap<string, string> = new Map([
  ['SHIPPING_METHOD Standard', 'STANDARD'],
  ['NETSUITE_SHP_MTHD STANDARD', '3456'],
  ['NETSUITE_PRICE_LEVEL PRICE_LEVEL', 'Custom'],
  ['NETSUITE_DISC_MTHD SHOPIFY_DISC', 'SHOPIFY DISCOUNT'],
  ['NETSUITE_DISC_MTHD SHOPIFY_ITEM_DISC', '901'],
  ['NETSUITE_ITEM TAX', '902'],
  ['NETSUITE_ITEM TIP', '903'],
  ['NETSUITE_ITEM DUTY', '904'],
  ['NETSUITE_ITEM ROUNDING', '905'],
  ['NETSUITE_CHANNEL POS', 'POS Channel'],
  ['NETSUITE_CHANNEL WEB', 'Web'],
]);

/** Every mapping the road needs. */
export const sampleMapping: FindMapping = (kind, _shopId, key) =>
  MAPPINGS.get(`${kind} ${key}`) ?? null;

/** sampleMapping without one key. */
export function mappingWithout(kind: string, key: string): FindMapping {
  return (one, shopId, other) =>
    one === kind && other === key ? null : sampleMapping(one, shopId, other);
}

export function sampleItem(parts: Partial<DueItem> = {}): DueItem {
  return {
    seq: '00001',
    sku: 'SKU-1',
    title: 'Coat',
    quantity: 1,
    unitPriceMinor: 12_000,
    isGiftCard: false,
    status: 'CREATED',
    productId: 'P10001',
    netsuiteItemId: '11832',
    locationId: null,
    ...parts,
  };
}

export function sampleAdjustment(parts: Partial<DueAdjustment>): DueAdjustment {
  return { kind: 'TAX', itemSeq: null, amountMinor: 0, code: null, ...parts };
}

/** A send sale of two coats: a line discount, an order discount, shipping, tax and a tip. */
export function samplePosting(parts: Partial<DuePosting> = {}): DuePosting {
  const address = {
    name: 'Ada "the Countess" Byron',
    company: null,
    address1: '12 Main Street, Apt 4',
    address2: null,
    city: 'New York',
    region: 'NY',
    zip: '10001',
    country: 'US',
    phone: '+12125550100',
    latitude: null,
    longitude: null,
  };
  return {
    postingId: 'M10432',
    externalId: '5541591875837',
    orderId: 'M10432',
    orderName: '#1001',
    shopifyId: '5541591875837',
    shopId: 'shop',
    channel: 'POS',
    currency: 'USD',
    // The 23rd in New York, the 24th in UTC.
    orderedAt: new Date('2026-11-24T03:30:00Z'),
    timeZone: 'America/New_York',
    subsidiaryId: '1',
    customerId: 'C10001',
    customerNetsuiteId: '5314749',
    email: 'ada@example.com',
    phone: null,
    shipTo: address,
    billTo: null,
    note: 'Gift wrap, please.\nRing twice.',
    sellingFacilityId: 'NYC',
    sellingLocationId: '254',
    sellingDepartmentId: '2',
    items: [sampleItem(), sampleItem({ seq: '00002', status: 'CANCELLED' })],
    adjustments: [
      sampleAdjustment({ kind: 'LINE_DISCOUNT', itemSeq: '00001', amountMinor: -3_000 }),
      sampleAdjustment({ kind: 'ORDER_DISCOUNT', itemSeq: '00001', amountMinor: -500 }),
      sampleAdjustment({ kind: 'ORDER_DISCOUNT', itemSeq: '00002', amountMinor: -501 }),
      sampleAdjustment({ kind: 'TAX', itemSeq: '00001', amountMinor: 1_864 }),
      sampleAdjustment({ kind: 'SHIPPING', amountMinor: 995 }),
      sampleAdjustment({ kind: 'SHIPPING_TAX', amountMinor: 88 }),
      sampleAdjustment({ kind: 'TIP', amountMinor: 200 }),
    ],
    groups: [{ seq: '00001', delivery: 'SHIP', shippingMethod: null, shippingTitle: 'Standard' }],
    payments: [
      { gateway: 'shopify_payments', amountMinor: 18_146 },
      { gateway: 'gift_card', amountMinor: 5_000 },
    ],
    ...parts,
  };
}

/** What was carried out of the store: one line of two, taxed. */
export function sampleCashSale(): DuePosting {
  return samplePosting({
    postingId: 'M10432-C',
    externalId: '5541591875837-C',
    items: [sampleItem({ quantity: 2, unitPriceMinor: 2_500, status: 'COMPLETED' })],
    adjustments: [
      sampleAdjustment({ kind: 'LINE_DISCOUNT', itemSeq: '00001', amountMinor: -500 }),
      sampleAdjustment({ kind: 'TAX', itemSeq: '00001', amountMinor: 399 }),
    ],
    groups: [{ seq: '00001', delivery: 'CARRY_OUT', shippingMethod: null, shippingTitle: null }],
    payments: [{ gateway: 'cash', amountMinor: 4_899 }],
  });
}

export function sampleBooking(posting: DuePosting, isCashSale = false): Booking {
  return makeBooking(posting, sampleMapping, isCashSale);
}
