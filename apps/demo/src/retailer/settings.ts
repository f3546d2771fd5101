// The sample retailer as the OMS is told of it: shop, facilities, and which word means what in NetSuite.

import type { SettingsDocument } from '@sendsale/api';
import { paymentMethodKey } from './netsuite-seed.ts';
import { PLACES } from './places.ts';
import type { Place } from './places.ts';
import { SHOP } from './shop-seed.ts';

/** Finds the internal id NetSuite gave to a record, by type and external id. */
export type NetsuiteIds = (type: string, externalId: string) => string;

export function sampleSettings(ids: NetsuiteIds): SettingsDocument {
  return {
    shops: [
      {
        ...SHOP,
        netsuiteSubsidiaryId: ids('subsidiary', 'SUB-US'),
        anonymousCustomer: { name: 'Walk-in customer', netsuiteId: null },
      },
    ],
    facilities: PLACES.map((place) => facility(place, ids)),
    mappings: [
      ...map('CHANNEL', { pos: 'POS', web: 'WEB' }),
      ...map('SHIPPING_METHOD', { Standard: 'STANDARD', Express: 'EXPRESS' }),
      ...map('NETSUITE_SHP_MTHD', {
        STANDARD: ids('shipitem', 'SHIP-STANDARD'),
        EXPRESS: ids('shipitem', 'SHIP-EXPRESS'),
      }),
      ...map('NETSUITE_PMT_MTHD', {
        shopify_payments: ids('paymentmethod', paymentMethodKey('Shopify Payments')),
        gift_card: ids('paymentmethod', paymentMethodKey('Gift Card')),
        cash: ids('paymentmethod', paymentMethodKey('Cash')),
        DEFAULT: ids('paymentmethod', paymentMethodKey('Shopify')),
      }),
      ...map('NETSUITE_PRICE_LEVEL', { PRICE_LEVEL: 'Custom' }),
      ...map('NETSUITE_TAX_CODE', { DEFAULT: '-Not Taxable-' }),
      ...map('NETSUITE_DISC_MTHD', {
        SHOPIFY_DISC: 'SHOPIFY DISCOUNT',
        SHOPIFY_ITEM_DISC: ids('discountitem', 'DISC-LINE'),
      }),
      ...map('NETSUITE_ITEM', {
        TAX: ids('otherchargesaleitem', 'ITEM-TAX'),
        TIP: ids('otherchargesaleitem', 'ITEM-TIP'),
        DUTY: ids('otherchargesaleitem', 'ITEM-DUTY'),
        ROUNDING: ids('otherchargesaleitem', 'ITEM-ROUNDING'),
        GOODWILL: ids('otherchargesaleitem', 'ITEM-GOODWILL'),
        SHIPPING: ids('otherchargesaleitem', 'ITEM-SHIPPING'),
        CUSTOM_SALE: ids('otherchargesaleitem', 'ITEM-CUSTOM'),
      }),
      ...map('NETSUITE_CHANNEL', { POS: 'POS Channel', WEB: 'Web' }),
      ...map('NETSUITE_ACCOUNT', { ADJUSTMENT: ids('account', 'ACC-ADJUSTMENT') }),
    ],
  };
}

function facility(place: Place, ids: NetsuiteIds): SettingsDocument['facilities'][number] {
  return {
    id: place.id,
    name: place.name,
    kind: place.kind,
    fulfilledBy: place.fulfilledBy,
    shipsOrders: true,
    latitude: place.latitude,
    longitude: place.longitude,
    timeZone: place.timeZone,
    address: {
      name: place.name,
      company: SHOP.name,
      address1: place.street,
      address2: null,
      city: place.city,
      region: place.region,
      zip: place.zip,
      country: 'US',
      phone: null,
      latitude: place.latitude,
      longitude: place.longitude,
    },
    ordersPerDay: null,
    safetyStock: 0,
    netsuiteLocationId: ids('location', place.id),
    netsuiteDepartmentId: ids('department', 'DEP-RETAIL'),
    shopifyLocations: [{ shopId: SHOP.id, locationId: place.shopifyLocationId }],
  };
}

function map(kind: string, pairs: Readonly<Record<string, string>>): SettingsDocument['mappings'] {
  return Object.entries(pairs).map(([key, value]) => ({ kind, shopId: '*', key, value }));
}
