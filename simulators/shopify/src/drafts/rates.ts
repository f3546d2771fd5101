// The shipping rates for an address, as checkout and draft orders offer them.
import { parseMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { Address } from '../seed.ts';
import type { Shop } from '../state/shop.ts';

export interface Rate {
  readonly handle: string;
  readonly title: string;
  readonly code: string;
  readonly minor: Minor;
  readonly price: string;
}

/** None without an address. */
export function ratesFor(shop: Shop, address: Address | null, goods: Minor): Rate[] {
  if (address === null) return [];
  const { currency } = shop.seed.shop;
  return shop.seed.shippingRates
    .filter((rate) => rate.countryCodes?.includes(address.countryCode) ?? true)
    .map((rate) => {
      const freeFrom = rate.freeFrom === undefined ? null : parseMinor(rate.freeFrom, currency);
      const price = freeFrom !== null && goods >= freeFrom ? '0.00' : rate.price;
      const handle = `shopify-${rate.title.replace(/\s+/g, '%20')}-${price}`;
      const minor = parseMinor(price, currency) ?? 0;
      return { handle, title: rate.title, code: rate.code ?? rate.title, minor, price };
    });
}
