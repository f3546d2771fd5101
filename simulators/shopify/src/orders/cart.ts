// What a till or a web checkout sends to ring an order up: the JSON of POST /till/orders. Money is
// decimal text of the shop's currency; places, people and variants are named by id or SKU.
import { z } from 'zod';
import { Address } from '../seed.ts';

const id = z.union([z.number().int().positive(), z.string().regex(/^\d+$/)]).transform(String);
const money = z.string().regex(/^\d+(\.\d{1,3})?$/);
const attributes = z
  .array(z.strictObject({ key: z.string(), value: z.string().nullable() }))
  .default([]);

/** An amount off, or a percentage (12.5 is 12.5 %) off. */
const reduction = {
  amount: money.optional(),
  percentage: z.number().positive().max(100).optional(),
};

const LineDiscount = z.strictObject({
  kind: z.enum(['MANUAL', 'CODE', 'AUTOMATIC', 'SCRIPT']).default('MANUAL'),
  title: z.string().default('Discount'),
  description: z.string().nullable().default(null),
  /** For the whole line, not a unit. */
  ...reduction,
});

const OrderDiscount = z.strictObject({
  kind: z.enum(['CODE', 'MANUAL', 'AUTOMATIC', 'SCRIPT']).default('MANUAL'),
  /** The code for CODE, else what the receipt says. */
  title: z.string().default('Discount'),
  description: z.string().nullable().default(null),
  ...reduction,
  /** Indexes of the lines entitled to it; all when left out. */
  lines: z.array(z.number().int().nonnegative()).min(1).optional(),
});

export const CartLine = z.strictObject({
  sku: z.string().optional(),
  variantId: id.optional(),
  /** A custom sale: a line without a variant. */
  custom: z
    .strictObject({
      title: z.string(),
      price: money,
      sku: z.string().nullable().default(null),
      taxable: z.boolean().default(true),
      requiresShipping: z.boolean().default(true),
    })
    .optional(),
  quantity: z.number().int().positive().max(10_000).default(1),
  /** CARRY_OUT at a till and SHIP in a web shop, unless said otherwise. */
  delivery: z.enum(['CARRY_OUT', 'SHIP', 'PICK_UP', 'LOCAL', 'NONE']).optional(),
  /** Units that go another way or to another place than the rest; what they leave goes as `delivery` says. */
  split: z
    .array(
      z.strictObject({
        quantity: z.number().int().positive(),
        delivery: z.enum(['CARRY_OUT', 'SHIP', 'PICK_UP', 'LOCAL', 'NONE']).optional(),
        locationId: id.optional(),
      }),
    )
    .default([]),
  /** Customs duty on the whole line. */
  duty: z
    .strictObject({
      amount: money,
      countryCode: z.string().length(2).nullable().default(null),
      harmonizedSystemCode: z.string().nullable().default(null),
    })
    .optional(),
  /** Lines of the same kit make one line item group. */
  kit: z
    .strictObject({ title: z.string(), quantity: z.number().int().positive().default(1) })
    .optional(),
  /** Another price than the catalogue's. */
  price: money.optional(),
  discount: LineDiscount.optional(),
  /** Who sold this line, when it is not who rang the order up. */
  staffId: id.optional(),
  attributes,
});

const Shipping = z.strictObject({
  title: z.string().default('Standard'),
  /** The rate's code; POS repeats the title. */
  code: z.string().optional(),
  price: money.default('0.00'),
  custom: z.boolean().default(false),
  discount: LineDiscount.optional(),
});

export const Payment = z.strictObject({
  method: z.enum(['CARD', 'GIFT_CARD', 'CASH', 'MANUAL']),
  /** Shopify's gateway name, when it is not the method's usual one. */
  gateway: z.string().optional(),
  /** Decimal text, or `rest`: what the others leave. */
  amount: z.union([money, z.literal('rest')]).default('rest'),
  /** CASH: what the total was rounded by (paid is amount + rounding), such as "-0.02". */
  rounding: z
    .string()
    .regex(/^-?\d+(\.\d{1,3})?$/)
    .optional(),
  /** False leaves a card payment authorized only. */
  capture: z.boolean().default(true),
});

export const Cart = z.strictObject({
  /** POS when a location is given, else WEB. */
  channel: z.enum(['POS', 'WEB']).optional(),
  /** Another source name than the channel's, such as that of an app. */
  sourceName: z.string().optional(),
  locationId: id.optional(),
  staffId: id.optional(),
  /** The register's number within the store. */
  device: z.number().int().positive().default(1),
  receiptNumber: z.number().int().positive().optional(),
  customer: z
    .union([
      z.strictObject({ id }),
      z.strictObject({
        firstName: z.string().nullable().default(null),
        lastName: z.string().nullable().default(null),
        email: z.string().nullable().default(null),
        phone: z.string().nullable().default(null),
      }),
    ])
    .nullable()
    .default(null),
  email: z.string().nullable().optional(),
  phone: z.string().nullable().default(null),
  shippingAddress: Address.nullable().default(null),
  billingAddress: Address.nullable().default(null),
  lines: z.array(CartLine).min(1).max(500),
  /** Free and called Standard when something ships and nothing is said; null for none at all. */
  shipping: Shipping.nullable().optional(),
  discounts: z.array(OrderDiscount).default([]),
  payments: z.array(Payment).default([{ method: 'CARD', amount: 'rest', capture: true }]),
  tip: money.default('0.00'),
  /** The location that ships, when it is not the one online orders are routed to. */
  shipFromLocationId: id.optional(),
  /** When the carry-out is fulfilled: milliseconds from now, 0 at once, null only when told to. */
  handOverAfterMs: z.number().int().nonnegative().nullable().optional(),
  /** When the sale happened, for a register that was offline. */
  processedAt: z.iso.datetime().optional(),
  note: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  attributes,
  taxExempt: z.boolean().default(false),
  test: z.boolean().default(false),
  /** Prices contain the taxes; the shop's setting when left out. */
  taxesIncluded: z.boolean().optional(),
  /** The customer's currency, and how much of it one unit of the shop's is. */
  presentment: z
    .strictObject({
      currency: z.string().length(3),
      rate: z.string().regex(/^\d+(\.\d+)?$/),
    })
    .optional(),
  /** The register is offline: the order reaches Shopify when the till is synced. */
  offline: z.boolean().default(false),
});

export type CartInput = z.input<typeof Cart>;
export type Cart = z.infer<typeof Cart>;
export type CartLine = z.infer<typeof CartLine>;
export type CartDiscount = z.infer<typeof OrderDiscount>;
export type CartPayment = z.infer<typeof Payment>;
