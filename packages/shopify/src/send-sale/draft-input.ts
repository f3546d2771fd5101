// The input of Shopify's draft mutations for one send sale, and what is wrong with a sale before Shopify sees it.

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

/** Countries whose addresses have no postal code everywhere (UPU); all others need one. */
const WITHOUT_ZIP: ReadonlySet<string> = new Set(['AE', 'HK', 'IE', 'QA', 'BS', 'JM', 'PA']);
const WITH_PROVINCE: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'MX', 'BR', 'IN', 'JP']);
const US_ZIP = /^\d{5}(-?\d{4})?$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is missing or wrong, in words for the associate; null when the parcel could be addressed. */
export function addressProblem(to: SaleAddress): string | null {
  const { countryCode, zip, provinceCode } = to;
  if (to.address1.trim() === '') return 'The address has no street.';
  if (to.city.trim() === '') return 'The address has no city.';
  if (!/^[A-Z]{2}$/.test(countryCode)) return 'The address has no country.';
  if ((to.lastName ?? to.company ?? '').trim() === '') return 'The address has no name.';
  if (WITH_PROVINCE.has(countryCode) && (provinceCode ?? '') === '') {
    return 'The address has no state or province.';
  }
  if (!WITHOUT_ZIP.has(countryCode) && (zip ?? '').trim() === '') {
    return 'The address has no postal code.';
  }
  if (countryCode === 'US' && !US_ZIP.test((zip ?? '').trim())) {
    return `"${zip ?? ''}" is no ZIP code.`;
  }
  return null;
}

export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}
