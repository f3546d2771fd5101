// The input of Shopify's draft mutations for one send sale, and what is wrong with a sale before Shopify sees it.

import { addressFault } from '@sendsale/domain';
import type { AddressFault } from '@sendsale/domain';
import { gid } from '../wire/scalars.ts';

export interface SaleAddress {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly address1: string;
  readonly address2: string | null;
  readonly city: string;
  readonly provinceCode: string | null;
  readonly zip: string | null;
  readonly countryCode: string;
  readonly phone: string | null;
}

export interface SaleCustomer {
  /** Legacy id of a customer found before; null: found by e-mail, else made. */
  readonly customerId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface SaleItem {
  /** Legacy id. */
  readonly variantId: string;
  readonly quantity: number;
}

export interface SaleShipping {
  /** A rate of the quote; else title and price of the store's own. */
  readonly handle: string | null;
  readonly title: string;
  /** Decimal text. */
  readonly price: string;
}

export interface SaleContents {
  readonly items: readonly SaleItem[];
  readonly shipTo: SaleAddress;
  readonly customerId: string | null;
  readonly email: string | null;
  readonly currency: string;
  readonly shipping: SaleShipping | null;
}

/** As DraftOrderInput. */
export function draftInput(sale: SaleContents): Record<string, unknown> {
  const { customerId, shipping, currency } = sale;
  return {
    lineItems: sale.items.map((item) => ({
      variantId: gid('ProductVariant', item.variantId),
      quantity: item.quantity,
    })),
    shippingAddress: sale.shipTo,
    ...(customerId === null
      ? {}
      : { purchasingEntity: { customerId: gid('Customer', customerId) } }),
    ...(sale.email === null ? {} : { email: sale.email }),
    ...(shipping === null ? {} : { shippingLine: shippingLine(shipping, currency) }),
  };
}

function shippingLine(shipping: SaleShipping, currencyCode: string): Record<string, unknown> {
  const { handle, title, price } = shipping;
  if (handle !== null) return { shippingRateHandle: handle };
  return { title, priceWithCurrency: { amount: price, currencyCode } };
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const WORDS: Readonly<Record<AddressFault, string>> = {
  STREET_MISSING: 'The address has no street.',
  CITY_MISSING: 'The address has no city.',
  COUNTRY_MISSING: 'The address has no country.',
  NAME_MISSING: 'The address has no name.',
  PROVINCE_MISSING: 'The address has no state or province.',
  ZIP_MISSING: 'The address has no postal code.',
  ZIP_WRONG: 'is no ZIP code.',
};

/** What is missing or wrong, in words for the associate; null when the parcel could be addressed. */
export function addressProblem(to: SaleAddress): string | null {
  const fault = addressFault(to);
  if (fault === null) return null;
  return fault === 'ZIP_WRONG' ? `"${to.zip ?? ''}" ${WORDS[fault]}` : WORDS[fault];
}

export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}
