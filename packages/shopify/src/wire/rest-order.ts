// An order as the REST Admin API and the webhooks spell it. Old bodies have bare amounts, newer ones a `_set`
// beside them; both are read. Nothing here says how the goods reach the customer: REST has no fulfillment orders.

import { z } from 'zod';
import type { Minor } from '@sendsale/std';
import {
  idSchema,
  instantSchema,
  NO_MONEY,
  restAmountSchema,
  restMoneySchema,
  textSchema,
} from './scalars.ts';
import type { WireMoney } from './scalars.ts';

const nullableIdSchema = idSchema.nullish().transform((id) => id ?? null);

const restAddressSchema = z.object({
  name: textSchema,
  first_name: textSchema,
  last_name: textSchema,
  company: textSchema,
  address1: textSchema,
  address2: textSchema,
  city: textSchema,
  province: textSchema,
  province_code: textSchema,
  zip: textSchema,
  country_code: textSchema,
  phone: textSchema,
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
});

const restDiscountSchema = z.object({
  type: z.string().nullish(),
  allocation_method: z.string().nullish(),
  target_selection: z.string().nullish(),
  target_type: z.string().nullish(),
  code: textSchema,
  title: textSchema,
  description: textSchema,
});

const restCustomerSchema = z.object({
  id: idSchema,
  first_name: textSchema,
  last_name: textSchema,
  email: textSchema,
  phone: textSchema,
});

const restFulfillmentSchema = z.object({
  id: idSchema,
  status: z.string().nullish(),
  created_at: instantSchema.nullish(),
  location_id: nullableIdSchema,
  tracking_number: textSchema,
  tracking_company: textSchema,
  line_items: z.array(z.object({ id: idSchema, quantity: z.number().int() })).default([]),
});

type Amount = ReturnType<typeof restAmountSchema>;

/** `amount_set` where the body has one, else the bare amount. */
function either(set: WireMoney | null | undefined, bare: Minor | null | undefined): WireMoney {
  return (
    set ?? (bare === null || bare === undefined ? NO_MONEY : { shop: bare, presentment: bare })
  );
}

function taxSchema(amount: Amount) {
  return z
    .object({
      title: textSchema,
      rate: z.number().nullish(),
      price: amount,
      price_set: restMoneySchema.nullish(),
    })
    .transform((line) => ({
      title: line.title,
      rate: line.rate ?? null,
      amount: either(line.price_set, line.price),
    }));
}

function allocationSchema(amount: Amount) {
  return z
    .object({
      amount,
      amount_set: restMoneySchema.nullish(),
      discount_application_index: z.number().int().nullish(),
    })
    .transform((part) => ({
      amount: either(part.amount_set, part.amount),
      index: part.discount_application_index ?? null,
    }));
}

function lineSchema(amount: Amount) {
  const tax = taxSchema(amount);
  return z
    .object({
      id: idSchema,
      name: textSchema,
      title: textSchema,
      sku: textSchema,
      quantity: z.number().int().nonnegative(),
      current_quantity: z.number().int().nonnegative().nullish(),
      fulfillable_quantity: z.number().int().nonnegative().nullish(),
      requires_shipping: z.boolean().default(true),
      gift_card: z.boolean().default(false),
      variant_id: nullableIdSchema,
      product_id: nullableIdSchema,
      tip: z.unknown().optional(),
      price: amount,
      price_set: restMoneySchema.nullish(),
      total_discount: amount.nullish(),
      discount_allocations: z.array(allocationSchema(amount)).nullish(),
      tax_lines: z.array(tax).default([]),
      duties: z
        .array(z.object({ price_set: restMoneySchema, tax_lines: z.array(tax).nullish() }))
        .nullish(),
    })
    .transform((line) => ({ ...line, unitPrice: either(line.price_set, line.price) }));
}

function shippingLineSchema(amount: Amount) {
  return z
    .object({
      id: nullableIdSchema,
      title: textSchema,
      code: textSchema,
      delivery_category: textSchema,
      is_removed: z.boolean().nullish(),
      price: amount,
      price_set: restMoneySchema.nullish(),
      discounted_price: amount.nullish(),
      discounted_price_set: restMoneySchema.nullish(),
      discount_allocations: z.array(allocationSchema(amount)).default([]),
      tax_lines: z.array(taxSchema(amount)).default([]),
    })
    .transform((line) => ({
      ...line,
      price: either(line.price_set, line.price),
      discountedPrice:
        line.discounted_price === null || line.discounted_price === undefined
          ? null
          : either(line.discounted_price_set, line.discounted_price),
    }));
}

function transactionSchema(amount: Amount) {
  return z.object({
    id: idSchema,
    kind: z.string(),
    status: z.string().nullish(),
    gateway: textSchema,
    amount,
    processed_at: instantSchema.nullish(),
    created_at: instantSchema.nullish(),
    parent_id: nullableIdSchema,
    location_id: nullableIdSchema,
    device_id: nullableIdSchema,
    user_id: nullableIdSchema,
  });
}

function refundedUnitSchema(amount: Amount) {
  return z.object({
    line_item_id: idSchema,
    quantity: z.number().int(),
    restock_type: z.string().nullish(),
    location_id: idSchema.nullish(),
    subtotal: amount.nullish(),
    subtotal_set: restMoneySchema.nullish(),
    total_tax: amount.nullish(),
    total_tax_set: restMoneySchema.nullish(),
  });
}

function refundSchema(amount: Amount) {
  return z.object({
    id: idSchema,
    created_at: instantSchema.nullish(),
    processed_at: instantSchema.nullish(),
    note: textSchema,
    return: z.object({ id: idSchema }).nullish(),
    refund_line_items: z.array(refundedUnitSchema(amount)).default([]),
    order_adjustments: z
      .array(z.object({ kind: textSchema, amount: amount.nullish(), tax_amount: amount.nullish() }))
      .default([]),
    transactions: z.array(transactionSchema(amount)).default([]),
  });
}

export type RestRefund = z.output<ReturnType<typeof refundSchema>>;

/** The schema of an order whose bare amounts are in `currency`. */
export function restOrderSchema(currency: string) {
  const amount = restAmountSchema(currency);
  return z.object({
    id: idSchema,
    name: z.string(),
    created_at: instantSchema,
    processed_at: instantSchema.nullish(),
    updated_at: instantSchema.nullish(),
    cancelled_at: instantSchema.nullish(),
    cancel_reason: textSchema,
    test: z.boolean().nullish(),
    source_name: textSchema,
    source_identifier: textSchema,
    app_id: nullableIdSchema,
    location_id: nullableIdSchema,
    user_id: nullableIdSchema,
    device_id: nullableIdSchema,
    taxes_included: z.boolean().default(false),
    duties_included: z.boolean().nullish(),
    currency: z.string(),
    presentment_currency: z.string().nullish(),
    email: textSchema,
    phone: textSchema,
    note: textSchema,
    tags: z.string().nullish(),
    customer: restCustomerSchema.nullish(),
    shipping_address: restAddressSchema.nullish(),
    billing_address: restAddressSchema.nullish(),
    subtotal_price: amount.nullish(),
    subtotal_price_set: restMoneySchema.nullish(),
    total_tax: amount.nullish(),
    total_tax_set: restMoneySchema.nullish(),
    total_price: amount,
    total_price_set: restMoneySchema.nullish(),
    current_total_price: amount.nullish(),
    current_total_price_set: restMoneySchema.nullish(),
    total_tip_received: amount.nullish(),
    total_cash_rounding_payment_adjustment_set: restMoneySchema.nullish(),
    discount_applications: z.array(restDiscountSchema).default([]),
    fulfillments: z.array(restFulfillmentSchema).default([]),
    line_items: z.array(lineSchema(amount)),
    refunds: z.array(refundSchema(amount)).default([]),
    shipping_lines: z.array(shippingLineSchema(amount)).default([]),
    transactions: z.array(transactionSchema(amount)).nullish(),
  });
}

export type RestOrder = z.output<ReturnType<typeof restOrderSchema>>;
export type RestAddress = z.output<typeof restAddressSchema>;
