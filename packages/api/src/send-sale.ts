// Placing a send sale from the store's floor. Money is decimal text, instants are ISO 8601 UTC.

import { z } from 'zod';

export const SellableProduct = z.object({
  variantId: z.string(),
  /** Null: our catalogue does not know it yet; it can't be held. */
  productId: z.string().nullable(),
  sku: z.string().nullable(),
  barcode: z.string().nullable(),
  title: z.string(),
  price: z.string(),
  availableToPromise: z.number(),
});
export type SellableProduct = z.infer<typeof SellableProduct>;

export const Availability = z.object({
  facilityId: z.string(),
  name: z.string(),
  availableToPromise: z.number(),
  miles: z.number().nullable(),
  transitDays: z.number(),
  shipsOn: z.string(),
  arrivesOn: z.string(),
});
export type Availability = z.infer<typeof Availability>;

export const HoldRequest = z.object({
  /** Chosen by the caller; asking again with the same id changes nothing. */
  holdId: z.string().min(1).max(80),
  facilityId: z.string(),
  productId: z.string(),
  quantity: z.number().int().min(1).max(1000),
  minutes: z.number().int().min(1).max(120).default(15),
});
export type HoldRequest = z.infer<typeof HoldRequest>;

export const HoldView = z.object({
  holdId: z.string(),
  facilityId: z.string(),
  productId: z.string(),
  quantity: z.number(),
  expiresAt: z.string(),
});

const text = (max: number) => z.string().max(max);

export const SaleAddress = z.object({
  firstName: text(100).nullable().default(null),
  lastName: text(100).nullable().default(null),
  company: text(100).nullable().default(null),
  address1: text(200),
  address2: text(200).nullable().default(null),
  city: text(100),
  provinceCode: text(10).nullable().default(null),
  zip: text(20).nullable().default(null),
  countryCode: text(2),
  phone: text(30).nullable().default(null),
});
export type SaleAddress = z.infer<typeof SaleAddress>;

const SaleItem = z.object({
  variantId: z.string().regex(/^\d+$/),
  quantity: z.number().int().min(1).max(1000),
});

export const QuoteRequest = z.object({
  shopId: z.string(),
  currency: z.string().length(3),
  items: SaleItem.array().min(1).max(250),
  shipTo: SaleAddress,
  customerId: z.string().nullable().default(null),
});
export type QuoteRequest = z.infer<typeof QuoteRequest>;

export const Quote = z.object({
  currency: z.string(),
  subtotal: z.string(),
  discounts: z.string(),
  shipping: z.string(),
  tax: z.string(),
  total: z.string(),
  rates: z.object({ handle: z.string(), title: z.string(), price: z.string() }).array(),
});
export type Quote = z.infer<typeof Quote>;

export const CustomerView = z.object({
  customerId: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

export const SaleRequest = z.object({
  /** Chosen by the caller; asking again with the same key is the same sale. */
  requestKey: z.string().min(8).max(80),
  shopId: z.string(),
  sellingFacilityId: z.string(),
  associate: z.string().min(1).max(100),
  currency: z.string().length(3),
  items: SaleItem.extend({
    facilityId: z.string().nullable().default(null),
    holdId: z.string().nullable().default(null),
  })
    .array()
    .min(1)
    .max(250),
  customer: z.object({
    customerId: z.string().nullable().default(null),
    firstName: text(100).nullable().default(null),
    lastName: text(100).nullable().default(null),
    email: text(200).nullable().default(null),
    phone: text(30).nullable().default(null),
  }),
  shipTo: SaleAddress,
  shipping: z.object({
    handle: z.string().nullable().default(null),
    title: z.string().min(1).max(100),
    price: z.string().regex(/^\d+(\.\d+)?$/),
  }),
  note: text(1000).nullable().default(null),
  completion: z.enum(['TILL', 'INVOICE']),
  holdMinutes: z
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 60)
    .default(24 * 60),
});
export type SaleRequest = z.infer<typeof SaleRequest>;

export const SaleView = z.object({
  id: z.string(),
  state: z.string(),
  draftName: z.string().nullable(),
  draftOrderId: z.string().nullable(),
  invoiceUrl: z.string().nullable(),
  shopifyOrderId: z.string().nullable(),
  sellingFacilityId: z.string(),
  associate: z.string(),
  total: z.string().nullable(),
  currency: z.string().nullable(),
});
export type SaleView = z.infer<typeof SaleView>;
