// What the basket says, as the server takes it.

import { addressFault } from '@sendsale/api';
import type { AddressFault, QuoteRequest, SaleRequest } from '@sendsale/api';
import type { Basket } from './basket.ts';

/** Where the sample of carriers goes; an address elsewhere is taken at the till. */
export const COUNTRIES = ['US', 'CA', 'GB', 'DE', 'FR', 'AU'] as const;

type Address = SaleRequest['shipTo'];

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function addressOf({ shipTo, customer }: Basket) {
  return {
    firstName: orNull(customer?.firstName ?? ''),
    lastName: orNull(customer?.lastName ?? ''),
    company: orNull(shipTo.company),
    address1: shipTo.address1.trim(),
    address2: orNull(shipTo.address2),
    city: shipTo.city.trim(),
    provinceCode: orNull(shipTo.provinceCode),
    zip: orNull(shipTo.zip),
    countryCode: shipTo.countryCode,
    phone: orNull(customer?.phone ?? ''),
  } satisfies Address;
}

/** The first thing that is wrong with the address. */
export function faultOf(basket: Basket): AddressFault | null {
  return addressFault(addressOf(basket));
}

/** How the customer can be told of the parcel. */
export function isReachable({ customer }: Basket): boolean {
  return (
    customer !== null && (customer.customerId !== null || customer.email + customer.phone !== '')
  );
}

export function quoteRequest(
  basket: Basket,
  shop: { readonly id: string; readonly currency: string },
): QuoteRequest {
  return {
    shopId: shop.id,
    currency: shop.currency,
    items: basket.lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    shipTo: addressOf(basket),
    customerId: basket.customer?.customerId ?? null,
    rate: basket.rate,
    facilityIds: [...new Set(basket.lines.map(({ facilityId }) => facilityId))],
  };
}

export interface Placing {
  readonly shopId: string;
  readonly currency: string;
  readonly sellingFacilityId: string;
  readonly associate: string;
  readonly shipping: { readonly handle: string; readonly title: string; readonly price: string };
}

export function saleRequest(basket: Basket, placing: Placing): SaleRequest {
  const { customer } = basket;
  return {
    ...placing,
    requestKey: basket.requestKey,
    items: basket.lines.map(({ variantId, quantity, facilityId, holdId }) => ({
      variantId,
      quantity,
      facilityId,
      holdId,
    })),
    customer: {
      customerId: customer?.customerId ?? null,
      firstName: orNull(customer?.firstName ?? ''),
      lastName: orNull(customer?.lastName ?? ''),
      email: orNull(customer?.email ?? ''),
      phone: orNull(customer?.phone ?? ''),
    },
    shipTo: addressOf(basket),
    completion: basket.completion,
  };
}
