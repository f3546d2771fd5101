// The executable schema: the pruned SDL with the resolvers attached by type and field name.
import { readFileSync } from 'node:fs';
import { assert } from '@sendsale/std';
import { buildSchema, isAbstractType, isObjectType } from 'graphql';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';
import { bulkMutations, bulkOperation, bulkQueries } from './resolvers/bulk.ts';
import * as catalog from './resolvers/catalog.ts';
import { customerMutations } from './resolvers/customers.ts';
import * as drafts from './resolvers/drafts.ts';
import { fulfillmentMutations } from './resolvers/fulfillment-mutations.ts';
import { fulfillmentOrderMutations } from './resolvers/fulfillment-order-mutations.ts';
import * as fulfillment from './resolvers/fulfillment.ts';
import { inventoryChange, inventoryMutations } from './resolvers/inventory-mutations.ts';
import * as inventory from './resolvers/inventory.ts';
import * as lines from './resolvers/order-lines.ts';
import * as edits from './resolvers/order-edits.ts';
import { orderMutations } from './resolvers/order-mutations.ts';
import * as orders from './resolvers/orders.ts';
import * as payments from './resolvers/payments.ts';
import * as returns from './resolvers/returns.ts';
import * as shop from './resolvers/shop.ts';
import * as suggestions from './resolvers/suggested-refund.ts';
import * as webhooks from './resolvers/webhooks.ts';

const PRUNED = new URL('../../schema/admin-2026-10.pruned.graphql', import.meta.url);

/** Type → field → resolver. Fields left out are read off the object under their own name. */
const RESOLVERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  QueryRoot: {
    ...shop.shopQueries,
    ...catalog.catalogQueries,
    ...inventory.inventoryQueries,
    ...orders.orderQueries,
    ...fulfillment.fulfillmentQueries,
    ...webhooks.webhookQueries,
    ...drafts.draftQueries,
    ...returns.returnQueries,
    ...bulkQueries,
  },
  Mutation: {
    ...fulfillmentMutations,
    ...orderMutations,
    ...inventoryMutations,
    ...webhooks.webhookMutations,
    ...fulfillmentOrderMutations,
    ...drafts.draftMutations,
    ...edits.orderEditMutations,
    ...returns.returnMutations,
    ...customerMutations,
    ...bulkMutations,
  },
  StaffMember: shop.staffMember,
  Location: inventory.location,
  LocationAddress: inventory.locationAddress,
  InventoryItem: inventory.inventoryItem,
  InventoryLevel: inventory.inventoryLevel,
  InventoryChange: inventoryChange,
  Product: catalog.product,
  ProductVariant: catalog.productVariant,
  Customer: catalog.customer,
  MailingAddress: orders.mailingAddress,
  Order: orders.order,
  TaxLine: orders.taxLine,
  LineItem: lines.lineItem,
  ShippingLine: lines.shippingLine,
  DiscountAllocation: lines.discountAllocation,
  DiscountCodeApplication: lines.discountApplication,
  ManualDiscountApplication: lines.discountApplication,
  AutomaticDiscountApplication: lines.discountApplication,
  ScriptDiscountApplication: lines.discountApplication,
  OrderTransaction: payments.orderTransaction,
  SuggestedRefund: suggestions.suggestedRefund,
  SuggestedOrderTransaction: suggestions.suggestedOrderTransaction,
  Refund: payments.refund,
  RefundLineItem: payments.refundLineItem,
  RefundShippingLine: payments.refundShippingLine,
  OrderAgreement: payments.agreement,
  OrderEditAgreement: payments.agreement,
  RefundAgreement: payments.agreement,
  ReturnAgreement: payments.agreement,
  RefundDuty: payments.refundDuty,
  OrderAdjustment: payments.orderAdjustment,
  Duty: lines.duty,
  DraftOrder: drafts.draftOrder,
  CalculatedDraftOrder: drafts.calculatedDraftOrder,
  DraftOrderLineItem: drafts.draftLine,
  CalculatedDraftOrderLineItem: drafts.draftLine,
  CalculatedOrder: edits.calculatedOrder,
  CalculatedLineItem: edits.calculatedLineItem,
  RefundCreatePayload: returns.refundCreatePayload,
  Return: returns.returned,
  ReturnLineItem: returns.returnLineItem,
  ExchangeLineItem: returns.exchangeLineItem,
  BulkOperation: bulkOperation,
  FulfillmentHold: fulfillment.fulfillmentHold,
  FulfillmentOrder: fulfillment.fulfillmentOrder,
  DeliveryMethod: fulfillment.deliveryMethod,
  FulfillmentOrderDestination: fulfillment.fulfillmentOrderDestination,
  FulfillmentOrderLineItem: fulfillment.fulfillmentOrderLineItem,
  Fulfillment: fulfillment.fulfillment,
  FulfillmentLineItem: fulfillment.fulfillmentLineItem,
  WebhookSubscription: webhooks.webhookSubscription,
};

let served: GraphQLSchema | null = null;

/** The schema, built once a process (about 20 ms). */
export function servedSchema(): GraphQLSchema {
  served ??= makeSchema();
  return served;
}

function makeSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(PRUNED, 'utf8'));
  for (const [typeName, fields] of Object.entries(RESOLVERS)) {
    const type = schema.getType(typeName);
    assert(isObjectType(type), `The served schema has the type ${typeName}.`);
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name];
      // Resolvers shared by several types may name a field that one of them has not got.
      if (field === undefined) continue;
      // The schema coerces source and arguments to what each resolver states.
      field.resolve = resolve as GraphQLFieldResolver<unknown, Context>;
    }
  }
  for (const [typeName, nameOf] of Object.entries(shop.typeNames)) {
    const type = schema.getType(typeName);
    assert(isAbstractType(type), `The served schema has the abstract type ${typeName}.`);
    // The same: values of an abstract type are those the function states.
    type.resolveType = nameOf as (value: unknown) => string;
  }
  return schema;
}
