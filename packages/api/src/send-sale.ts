// Placing a send sale from the store's floor. Money is decimal text, instants are ISO 8601 UTC.

import {
  ADDRESS_FAULTS,
  addressFault,
  SEND_SALE_STATES,
  stateOfZip,
  US_STATES,
} from '@sendsale/domain';
import { z } from 'zod';

export { ADDRESS_FAULTS, addressFault, stateOfZip, US_STATES };
export type { AddressFault } from '@sendsale/domain';

export const SellableProduct = z.object({
  variantId: z.string(),
  /** Null: our catalogue does not know it yet; it can't be held. */
  productId: z.string().nullable(),
  sku: z.string().nullable(),
  barcode: z.string().nullable(),
  title: z.string(),
  /** What comes in several sizes and colours. */
  style: z.object({ id: z.string(), title: z.string() }),
  /** Name and value of each choice, in the order of the style. */
  options: z.object({ name: z.string(), value: z.string() }).array(),
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

/** Every size and colour of a style, with the places that have it, those that deliver first on top. */
export const StyleView = z.object({
  styleId: z.string(),
  title: z.string(),
  variants: SellableProduct.extend({ places: Availability.array() }).array(),
});
export type StyleView = z.infer<typeof StyleView>;

/** Where a parcel goes, as well as it is known: coordinates, else a ZIP code, else a state, else beside the store. */
export const Destination = z.object({
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  zip: z.string().max(20).optional(),
  state: z.string().max(10).optional(),
  near: z.string().max(60).optional(),
});
export type Destination = z.infer<typeof Destination>;

export const HoldRequest = z.object({
  /** Chosen by the caller; asking again with the same id changes nothing. */
  holdId: z.string().min(1).max(80),
  facilityId: z.string(),
  productId: z.string(),
  quantity: z.number().int().min(1).max(1000),
  minutes: z.number().int().min(1).max(120).default(15),
});
export type HoldRequest = z.input<typeof HoldRequest>;

export const HoldView = z.object({
  holdId: z.string(),
  facilityId: z.string(),
  productId: z.string(),
  quantity: z.number(),
  expiresAt: z.string(),
});
export type HoldView = z.infer<typeof HoldView>;

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
  /** The handle of a rate of an earlier quote: the total is with it. */
  rate: z.string().nullable().default(null),
  /** Where the items would leave from; says when each rate arrives. */
  facilityIds: z.string().array().max(250).default([]),
});
export type QuoteRequest = z.input<typeof QuoteRequest>;

export const Quote = z.object({
  currency: z.string(),
  subtotal: z.string(),
  discounts: z.string(),
  shipping: z.string(),
  tax: z.string(),
  total: z.string(),
  rates: z
    .object({
      handle: z.string(),
      title: z.string(),
      price: z.string(),
      /** yyyy-mm-dd, when the last parcel is there; null where no facility was named. */
      arrivesOn: z.string().nullable(),
    })
    .array(),
});
export type Quote = z.infer<typeof Quote>;

export const CustomerView = z.object({
  customerId: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Where things were sent before. */
  address: SaleAddress.extend({
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  }).nullable(),
});
export type CustomerView = z.infer<typeof CustomerView>;

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
/** What a caller writes: the defaults may be left out. */
export type SaleRequest = z.input<typeof SaleRequest>;

export const SaleView = z.object({
  id: z.string(),
  state: z.enum(SEND_SALE_STATES),
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

/** A sale as the person who made it follows it. */
export const SaleDetail = SaleView.extend({
  placedAt: z.string(),
  customer: z.string().nullable(),
  city: z.string().nullable(),
  items: z
    .object({
      title: z.string(),
      sku: z.string().nullable(),
      quantity: z.number(),
      facilityId: z.string().nullable(),
    })
    .array(),
  /** Why there is no draft, or none any more. */
  failure: z.string().nullable(),
  /** Until when the stock waits for the payment. */
  heldUntil: z.string().nullable(),
  /** yyyy-mm-dd; null until it is known where the last item leaves from. */
  arrivesOn: z.string().nullable(),
  order: z
    .object({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      items: z
        .object({ title: z.string(), status: z.string(), facilityId: z.string().nullable() })
        .array(),
      shipments: z
        .object({
          facilityId: z.string(),
          carrier: z.string().nullable(),
          trackingNumber: z.string().nullable(),
          shippedAt: z.string(),
        })
        .array(),
    })
    .nullable(),
});
export type SaleDetail = z.infer<typeof SaleDetail>;
