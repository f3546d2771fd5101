// An order as Admin GraphQL answers it (2026-10), parsed from the operation `ORDER` and from answers other
// programs asked for: what the mapping needs must be there, the rest may be missing.

import { z } from 'zod';
import {
  connectionSchema,
  idSchema,
  instantSchema,
  moneyOrNoneSchema,
  moneySchema,
  textSchema,
} from './scalars.ts';

const nodeIdSchema = z.object({ id: idSchema });

export const graphqlTaxSchema = z.object({
  title: textSchema,
  rate: z.number().nullish(),
  priceSet: moneySchema,
});

const allocationSchema = z.object({
  allocatedAmountSet: moneySchema,
  discountApplication: z.object({ index: z.number().int() }).nullish(),
});

export const graphqlDiscountSchema = z.object({
  __typename: z.string().optional(),
  index: z.number().int(),
  allocationMethod: z.string().nullish(),
  targetSelection: z.string().nullish(),
  targetType: z.string().nullish(),
  code: textSchema,
  title: textSchema,
  description: textSchema,
});

export const graphqlAddressSchema = z.object({
  name: textSchema,
  firstName: textSchema,
  lastName: textSchema,
  company: textSchema,
  address1: textSchema,
  address2: textSchema,
  city: textSchema,
  province: textSchema,
  provinceCode: textSchema,
  zip: textSchema,
  countryCodeV2: textSchema,
  countryCode: textSchema,
  phone: textSchema,
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
});

export const graphqlLineSchema = z.object({
  id: idSchema,
  name: textSchema,
  title: textSchema,
  sku: textSchema,
  quantity: z.number().int().nonnegative(),
  currentQuantity: z.number().int().nonnegative().nullish(),
  unfulfilledQuantity: z.number().int().nonnegative().nullish(),
  nonFulfillableQuantity: z.number().int().nonnegative().nullish(),
  requiresShipping: z.boolean(),
  isGiftCard: z.boolean().default(false),
  variant: nodeIdSchema.nullish(),
  product: nodeIdSchema.nullish(),
  originalUnitPriceSet: moneySchema,
  discountAllocations: z.array(allocationSchema).default([]),
  taxLines: z.array(graphqlTaxSchema).default([]),
  duties: z
    .array(
      z.object({ id: idSchema, price: moneySchema, taxLines: z.array(graphqlTaxSchema).nullish() }),
    )
    .default([]),
});

export const graphqlShippingLineSchema = z.object({
  id: idSchema.nullish(),
  title: textSchema,
  code: textSchema,
  deliveryCategory: textSchema,
  isRemoved: z.boolean().default(false),
  originalPriceSet: moneySchema,
  discountedPriceSet: moneySchema.nullish(),
  discountAllocations: z.array(allocationSchema).default([]),
  taxLines: z.array(graphqlTaxSchema).default([]),
});

export const graphqlFulfillmentOrderLineSchema = z.object({
  id: idSchema,
  totalQuantity: z.number().int().nonnegative(),
  remainingQuantity: z.number().int().nonnegative(),
  lineItem: nodeIdSchema,
  shippingLine: z.object({ id: idSchema.nullish(), title: textSchema }).nullish(),
});

export const graphqlFulfillmentOrderSchema = z.object({
  id: idSchema,
  status: z.string(),
  requestStatus: z.string().nullish(),
  assignedLocation: z.object({ name: textSchema, location: nodeIdSchema.nullish() }).nullish(),
  deliveryMethod: z
    .object({ methodType: z.string().nullish(), presentedName: textSchema })
    .nullish(),
  destination: graphqlAddressSchema.extend({ email: textSchema }).nullish(),
  supportedActions: z.array(z.object({ action: z.string() })).default([]),
  lineItems: connectionSchema(graphqlFulfillmentOrderLineSchema),
});

export const graphqlFulfillmentSchema = z.object({
  id: idSchema,
  status: z.string(),
  createdAt: instantSchema.nullish(),
  location: nodeIdSchema.nullish(),
  trackingInfo: z.array(z.object({ company: textSchema, number: textSchema })).default([]),
  fulfillmentLineItems: connectionSchema(
    z.object({ quantity: z.number().int().nullish(), lineItem: nodeIdSchema }),
  ),
});

const transactionSchema = z.object({
  id: idSchema,
  kind: z.string(),
  status: z.string(),
  gateway: textSchema,
  processedAt: instantSchema.nullish(),
  createdAt: instantSchema.nullish(),
  amountSet: moneySchema,
  amountRoundingSet: moneyOrNoneSchema,
  parentTransaction: nodeIdSchema.nullish(),
  location: nodeIdSchema.nullish(),
  device: nodeIdSchema.nullish(),
});

export const graphqlRefundSchema = z.object({
  id: idSchema,
  createdAt: instantSchema.nullish(),
  note: textSchema,
  return: nodeIdSchema.nullish(),
  refundLineItems: connectionSchema(
    z.object({
      quantity: z.number().int(),
      restockType: z.string(),
      restocked: z.boolean().nullish(),
      location: nodeIdSchema.nullish(),
      lineItem: nodeIdSchema,
      subtotalSet: moneyOrNoneSchema,
      totalTaxSet: moneyOrNoneSchema,
    }),
  ).nullish(),
  refundShippingLines: connectionSchema(
    z.object({ subtotalAmountSet: moneySchema, taxAmountSet: moneyOrNoneSchema }),
  ).nullish(),
  orderAdjustments: connectionSchema(
    z.object({ reason: textSchema, amountSet: moneySchema, taxAmountSet: moneyOrNoneSchema }),
  ).nullish(),
  transactions: connectionSchema(nodeIdSchema).nullish(),
});

const agreementSchema = z.object({
  __typename: z.string(),
  id: idSchema,
  happenedAt: instantSchema,
  return: nodeIdSchema.nullish(),
});

const feeSchema = z.object({
  name: textSchema,
  price: moneySchema,
  taxLines: z.array(graphqlTaxSchema).nullish(),
});

const customerSchema = z.object({
  id: idSchema,
  firstName: textSchema,
  lastName: textSchema,
  email: textSchema,
  phone: textSchema,
  defaultEmailAddress: z.object({ emailAddress: textSchema }).nullish(),
  defaultPhoneNumber: z.object({ phoneNumber: textSchema }).nullish(),
});

export const graphqlOrderSchema = z.object({
  id: idSchema,
  name: z.string(),
  createdAt: instantSchema,
  processedAt: instantSchema.nullish(),
  updatedAt: instantSchema,
  cancelledAt: instantSchema.nullish(),
  cancelReason: textSchema,
  test: z.boolean().default(false),
  sourceName: textSchema,
  sourceIdentifier: textSchema,
  app: nodeIdSchema.nullish(),
  attribution: z.object({ handle: textSchema }).nullish(),
  retailLocation: nodeIdSchema.nullish(),
  staffMember: z.object({ id: idSchema, name: textSchema }).nullish(),
  taxesIncluded: z.boolean(),
  dutiesIncluded: z.boolean().default(false),
  currencyCode: z.string(),
  presentmentCurrencyCode: z.string().nullish(),
  email: textSchema,
  phone: textSchema,
  note: textSchema,
  tags: z.array(z.string()).default([]),
  customer: customerSchema.nullish(),
  shippingAddress: graphqlAddressSchema.nullish(),
  billingAddress: graphqlAddressSchema.nullish(),
  subtotalPriceSet: moneySchema.nullish(),
  totalTaxSet: moneySchema.nullish(),
  totalPriceSet: moneySchema,
  currentTotalPriceSet: moneySchema.nullish(),
  totalTipReceivedSet: moneyOrNoneSchema,
  totalCashRoundingAdjustment: z.object({ paymentSet: moneyOrNoneSchema }).nullish(),
  additionalFees: z.array(feeSchema).default([]),
  discountApplications: connectionSchema(graphqlDiscountSchema).nullish(),
  shippingLines: connectionSchema(graphqlShippingLineSchema).nullish(),
  lineItems: connectionSchema(graphqlLineSchema),
  fulfillmentOrders: connectionSchema(graphqlFulfillmentOrderSchema).nullish(),
  fulfillments: z.array(graphqlFulfillmentSchema).nullish(),
  transactions: z.array(transactionSchema).nullish(),
  refunds: z.array(graphqlRefundSchema).default([]),
  agreements: connectionSchema(agreementSchema).nullish(),
});

export type GraphqlOrder = z.output<typeof graphqlOrderSchema>;
export type GraphqlLine = z.output<typeof graphqlLineSchema>;
export type GraphqlTax = z.output<typeof graphqlTaxSchema>;
export type GraphqlAddress = z.output<typeof graphqlAddressSchema>;
export type GraphqlFulfillmentOrder = z.output<typeof graphqlFulfillmentOrderSchema>;
export type GraphqlRefund = z.output<typeof graphqlRefundSchema>;
export type GraphqlFulfillment = z.output<typeof graphqlFulfillmentSchema>;
