// The sample retailer as Shopify knows it.

import type { ShopSeedInput } from '@sendsale/simulator-shopify';
import { formatMinor } from '@sendsale/std';
import { VARIANTS } from './catalogue.ts';
import { ASSOCIATES, CUSTOMERS, homeAddress } from './people.ts';
import { PLACES } from './places.ts';
import type { StockCell } from './stock.ts';

export const SHOP = {
  id: 'harbor-fell',
  name: 'Harbor & Fell',
  domain: 'harbor-fell.myshopify.com',
  currency: 'USD',
  timeZone: 'America/New_York',
} as const;

/** State → combined sales tax of the sample; the real ones differ by street. */
const TAX_RATES: Readonly<Record<string, string>> = {
  NY: '0.08875',
  MA: '0.0625',
  PA: '0.08',
  DC: '0.06',
  FL: '0.07',
  IL: '0.1025',
  MN: '0.09025',
  TX: '0.0825',
  CO: '0.0881',
  AZ: '0.086',
  CA: '0.0863',
  WA: '0.1035',
};

export interface ShopSecrets {
  readonly clientId: string;
  readonly clientSecret: string;
}

export function shopSeed(stock: readonly StockCell[], secrets: ShopSecrets): ShopSeedInput {
  const locationIds = new Map(PLACES.map(({ id, shopifyLocationId }) => [id, shopifyLocationId]));
  return {
    shop: {
      name: SHOP.name,
      domain: SHOP.domain,
      currency: SHOP.currency,
      timezone: SHOP.timeZone,
    },
    app: { clientId: secrets.clientId, clientSecret: secrets.clientSecret },
    // Who reads which associate sold what has Plus: ten times the calls of a standard shop.
    limits: { maximumAvailable: 20_000, restoreRate: 1000 },
    locations: PLACES.map((place) => ({
      id: place.shopifyLocationId,
      name: place.name,
      isStore: place.kind === 'STORE',
      address: {
        address1: place.street,
        city: place.city,
        provinceCode: place.region,
        zip: place.zip,
        latitude: place.latitude,
        longitude: place.longitude,
      },
    })),
    staff: ASSOCIATES.map(({ id, name }) => {
      const [firstName = '', lastName = ''] = name.split(' ');
      return { id, firstName, lastName };
    }),
    products: products(),
    customers: CUSTOMERS.map((customer) => ({
      id: customer.id,
      firstName: customer.firstName,
      lastName: customer.lastName,
      email: customer.email,
      phone: customer.phone,
      address: homeAddress(customer),
    })),
    stock: stock.map(({ placeId, sku, quantity }) => ({
      locationId: locationIds.get(placeId) ?? '',
      sku,
      available: quantity,
    })),
    taxRates: Object.entries(TAX_RATES).map(([provinceCode, rate]) => ({
      provinceCode,
      lines: [{ title: `${provinceCode} sales tax`, rate }],
    })),
  };
}

function products(): ShopSeedInput['products'] {
  return [...new Set(VARIANTS.map(({ productId }) => productId))].map((productId) => {
    const variants = VARIANTS.filter((variant) => variant.productId === productId);
    return {
      id: productId,
      title: variants[0]?.title ?? '',
      vendor: SHOP.name,
      variants: variants.map((variant) => ({
        id: variant.variantId,
        inventoryItemId: variant.inventoryItemId,
        sku: variant.sku,
        barcode: variant.barcode,
        price: formatMinor(variant.priceMinor, SHOP.currency),
        weightGrams: variant.weightGrams,
        options: { Color: variant.color, Size: variant.size },
      })),
    };
  });
}
