// The Admin GraphQL operations this connector sends, as checked-in texts. `operations.test.ts` validates each
// against the real 2026-10 schema, so that a misspelt field fails here and not at a merchant's.

import { ORDER_BOOK, ORDER_BOOKS } from './book-operations.ts';
import { ORDER_CANCEL, ORDER_CANCELLABLE, REFUND_CREATE } from './cancel-operations.ts';
import {
  ADDRESS,
  AGREEMENT,
  DISCOUNT,
  FULFILLMENT,
  FULFILLMENT_ORDER,
  FULFILLMENT_ORDER_LINE,
  LINE,
  MONEY,
  PAGE,
  REFUND_LINE,
  SHIPPING_LINE,
  TAX,
  operation,
} from './fragments.ts';
import {
  INVENTORY_SET,
  ITEM_LEVELS,
  LOCATION_LEVELS,
  LOCATIONS,
  VARIANTS,
} from './stock-operations.ts';

/** The Admin API version every call is made to; checked at start with `publicApiVersions`. */
export const API_VERSION = '2026-10';

/** Which versions of the API the shop serves. */
export const API_VERSIONS = `query ApiVersions { publicApiVersions { handle supported } }`;

/** One page of ids of the orders changed since an instant, oldest change first. */
export const ORDERS_UPDATED_SINCE = `query OrdersUpdatedSince($query: String!, $after: String) {
  orders(first: ${PAGE.orders}, after: $after, query: $query, sortKey: UPDATED_AT) {
    nodes { id name updatedAt }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** One order whole, with the first page of each nested list. */
export const ORDER = orderQuery('');

/** The same with who sold it, which needs read_users. */
export const ORDER_WITH_STAFF = orderQuery('staffMember { id name }');

function orderQuery(staff: string): string {
  return operation(
    `query Order($id: ID!) {
  order(id: $id) {
    ${staff}
    id legacyResourceId name createdAt processedAt updatedAt cancelledAt cancelReason test edited
    sourceName sourceIdentifier app { id name } attribution { handle displayName } retailLocation { id name }
    displayFinancialStatus displayFulfillmentStatus taxesIncluded dutiesIncluded currencyCode presentmentCurrencyCode
    email phone note tags poNumber customAttributes { key value }
    customer { id firstName lastName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } }
    shippingAddress { ...Address } billingAddress { ...Address }
    subtotalPriceSet { ...Money } totalTaxSet { ...Money } totalPriceSet { ...Money } currentTotalPriceSet { ...Money }
    totalTipReceivedSet { ...Money } totalOutstandingSet { ...Money }
    totalCashRoundingAdjustment { paymentSet { ...Money } refundSet { ...Money } }
    additionalFees { id name price { ...Money } taxLines { ...Tax } }
    discountApplications(first: ${PAGE.discounts}) { nodes { ...Discount } pageInfo { hasNextPage endCursor } }
    shippingLines(first: ${PAGE.shippingLines}, includeRemovals: true) { nodes { ...ShippingLine } pageInfo { hasNextPage endCursor } }
    lineItems(first: ${PAGE.lines}) { nodes { ...Line } pageInfo { hasNextPage endCursor } }
    fulfillmentOrders(first: ${PAGE.fulfillmentOrders}, displayable: true) { nodes { ...FulfillmentOrder } pageInfo { hasNextPage endCursor } }
    fulfillments(first: ${PAGE.fulfillments}) { ...Fulfillment }
    transactions(first: ${PAGE.transactions}) {
      id kind status gateway processedAt createdAt test amountSet { ...Money } amountRoundingSet { ...Money }
      parentTransaction { id } location { id } device { id }
    }
    refunds(first: ${PAGE.refunds}) {
      id createdAt note return { id }
      refundLineItems(first: ${PAGE.refundLines}) { nodes { ...RefundLine } pageInfo { hasNextPage endCursor } }
      refundShippingLines(first: ${PAGE.shippingLines}) { nodes { subtotalAmountSet { ...Money } taxAmountSet { ...Money } } }
      orderAdjustments(first: ${PAGE.shippingLines}) { nodes { reason amountSet { ...Money } taxAmountSet { ...Money } } }
      transactions(first: ${PAGE.shippingLines}) { nodes { id } }
    }
    agreements(first: ${PAGE.agreements}) { nodes { ...Agreement } pageInfo { hasNextPage endCursor } }
  }
}`,
    ADDRESS,
    MONEY,
    TAX,
    DISCOUNT,
    SHIPPING_LINE,
    LINE,
    FULFILLMENT_ORDER,
    FULFILLMENT_ORDER_LINE,
    FULFILLMENT,
    REFUND_LINE,
    AGREEMENT,
  );
}

/** A following page of an order's commercial changes. */
export const ORDER_AGREEMENTS = operation(
  `query OrderAgreements($id: ID!, $after: String) {
  order(id: $id) { agreements(first: ${PAGE.agreements}, after: $after) { nodes { ...Agreement } pageInfo { hasNextPage endCursor } } }
}`,
  AGREEMENT,
);

/** A following page of an order's lines. */
export const ORDER_LINES = operation(
  `query OrderLines($id: ID!, $after: String) {
  order(id: $id) { lineItems(first: ${PAGE.lines}, after: $after) { nodes { ...Line } pageInfo { hasNextPage endCursor } } }
}`,
  MONEY,
  TAX,
  LINE,
);

/** A following page of an order's fulfillment orders. */
export const ORDER_FULFILLMENT_ORDERS = operation(
  `query OrderFulfillmentOrders($id: ID!, $after: String) {
  order(id: $id) {
    fulfillmentOrders(first: ${PAGE.fulfillmentOrders}, after: $after, displayable: true) { nodes { ...FulfillmentOrder } pageInfo { hasNextPage endCursor } }
  }
}`,
  FULFILLMENT_ORDER,
  FULFILLMENT_ORDER_LINE,
);

/** A following page of one fulfillment order's lines. */
export const FULFILLMENT_ORDER_LINES = operation(
  `query FulfillmentOrderLines($id: ID!, $after: String) {
  fulfillmentOrder(id: $id) { lineItems(first: ${PAGE.fulfillmentOrderLines}, after: $after) { nodes { ...FulfillmentOrderLine } pageInfo { hasNextPage endCursor } } }
}`,
  FULFILLMENT_ORDER_LINE,
);

/** A following page of an order's shipping lines. */
export const ORDER_SHIPPING_LINES = operation(
  `query OrderShippingLines($id: ID!, $after: String) {
  order(id: $id) {
    shippingLines(first: ${PAGE.shippingLines}, after: $after, includeRemovals: true) { nodes { ...ShippingLine } pageInfo { hasNextPage endCursor } }
  }
}`,
  MONEY,
  TAX,
  SHIPPING_LINE,
);

/** A following page of an order's discount applications. */
export const ORDER_DISCOUNTS = operation(
  `query OrderDiscounts($id: ID!, $after: String) {
  order(id: $id) { discountApplications(first: ${PAGE.discounts}, after: $after) { nodes { ...Discount } pageInfo { hasNextPage endCursor } } }
}`,
  DISCOUNT,
);

/** A following page of one fulfillment's lines. */
export const FULFILLMENT_LINES = `query FulfillmentLines($id: ID!, $after: String) {
  fulfillment(id: $id) { fulfillmentLineItems(first: ${PAGE.fulfillmentLines}, after: $after) { nodes { quantity lineItem { id } } pageInfo { hasNextPage endCursor } } }
}`;

/** A following page of one refund's lines. */
export const REFUND_LINES = operation(
  `query RefundLines($id: ID!, $after: String) {
  node(id: $id) { ... on Refund { refundLineItems(first: ${PAGE.refundLines}, after: $after) { nodes { ...RefundLine } pageInfo { hasNextPage endCursor } } } }
}`,
  MONEY,
  REFUND_LINE,
);

/** What an order's shipments can still be told against: its fulfillment orders and fulfillments. */
export const ORDER_FULFILLMENT = operation(
  `query OrderFulfillment($id: ID!) {
  order(id: $id) {
    id
    fulfillmentOrders(first: ${PAGE.fulfillmentOrders}, displayable: true) { nodes { ...FulfillmentOrder } pageInfo { hasNextPage endCursor } }
    fulfillments(first: ${PAGE.fulfillments}) { ...Fulfillment }
  }
}`,
  FULFILLMENT_ORDER,
  FULFILLMENT_ORDER_LINE,
  FULFILLMENT,
);

/** Tells Shopify that goods left; its user errors carry no code. */
export const FULFILLMENT_CREATE = `mutation FulfillmentCreate($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) {
    fulfillment { id legacyResourceId status }
    userErrors { field message }
  }
}`;

/** Moves all or some lines of a fulfillment order to the location that ships them. */
export const FULFILLMENT_ORDER_MOVE = `mutation FulfillmentOrderMove($id: ID!, $newLocationId: ID!, $lines: [FulfillmentOrderLineItemInput!]) {
  fulfillmentOrderMove(id: $id, newLocationId: $newLocationId, fulfillmentOrderLineItems: $lines) {
    movedFulfillmentOrder { id }
    originalFulfillmentOrder { id }
    remainingFulfillmentOrder { id }
    userErrors { field message code }
  }
}`;

/** Whether an order is cancelled, and what holds its fulfillment orders. */
export const ORDER_HOLDS = `query OrderHolds($id: ID!) {
  order(id: $id) {
    id cancelledAt
    fulfillmentOrders(first: ${PAGE.fulfillmentOrders}, displayable: true) {
      nodes { id status fulfillmentHolds { id handle } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const PLACE_HOLD = `mutation PlaceHold($id: ID!, $fulfillmentHold: FulfillmentOrderHoldInput!) {
  fulfillmentOrderHold(id: $id, fulfillmentHold: $fulfillmentHold) {
    fulfillmentHold { id }
    userErrors { field message code }
  }
}`;

export const RELEASE_HOLD = `mutation ReleaseHold($id: ID!) {
  fulfillmentOrderReleaseHold(id: $id) { fulfillmentOrder { id status } userErrors { field message code } }
}`;

/** Variants an associate looks for; the search reaches titles, SKUs and barcodes. */
export const SEARCH_VARIANTS = `query SearchVariants($query: String!, $first: Int!) {
  productVariants(first: $first, query: $query) {
    nodes {
      id sku barcode title displayName price availableForSale
      product { id title isGiftCard status } selectedOptions { name value }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Customers an associate looks for. */
export const SEARCH_CUSTOMERS = operation(
  `query SearchCustomers($query: String!) {
  customers(first: 10, query: $query) {
    nodes {
      id firstName lastName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber }
      defaultAddress { ...Address }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  ADDRESS,
);

export const CUSTOMER_CREATE = `mutation CustomerCreate($input: CustomerInput!) {
  customerCreate(input: $input) { customer { id } userErrors { field message } }
}`;

/** Price, tax and shipping rates; nothing is written. */
export const DRAFT_CALCULATE = operation(
  `mutation DraftCalculate($input: DraftOrderInput!) {
  draftOrderCalculate(input: $input) {
    calculatedDraftOrder {
      currencyCode
      availableShippingRates { handle title price { amount currencyCode } }
      subtotalPriceSet { ...Money } totalTaxSet { ...Money } totalShippingPriceSet { ...Money }
      totalDiscountsSet { ...Money } totalPriceSet { ...Money }
    }
    userErrors { field message }
  }
}`,
  MONEY,
);

const DRAFT = `fragment Draft on DraftOrder {
  id name status invoiceUrl currencyCode totalPriceSet { ...Money } order { id name }
}`;

export const DRAFT_CREATE = operation(
  `mutation DraftCreate($input: DraftOrderInput!) {
  draftOrderCreate(input: $input) { draftOrder { ...Draft } userErrors { field message } }
}`,
  MONEY,
  DRAFT,
);

/** A draft that may have been made although its answer was lost: its tag finds it. */
export const DRAFTS_BY_TAG = operation(
  `query DraftsByTag($query: String!) {
  draftOrders(first: 5, query: $query) { nodes { ...Draft tags } pageInfo { hasNextPage endCursor } }
}`,
  MONEY,
  DRAFT,
);

export const DRAFT_INVOICE = `mutation DraftInvoice($id: ID!) {
  draftOrderInvoiceSend(id: $id) { draftOrder { id invoiceUrl invoiceSentAt } userErrors { field message } }
}`;

export const DRAFT_DELETE = `mutation DraftDelete($input: DraftOrderDeleteInput!) {
  draftOrderDelete(input: $input) { deletedId userErrors { field message } }
}`;

/** The webhook subscriptions of this app in the shop. */
export const WEBHOOK_SUBSCRIPTIONS = `query WebhookSubscriptions {
  webhookSubscriptions(first: 100) { nodes { id topic uri } pageInfo { hasNextPage endCursor } }
}`;

export const WEBHOOK_CREATE = `mutation WebhookCreate($topic: WebhookSubscriptionTopic!, $webhookSubscription: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhookSubscription) {
    webhookSubscription { id }
    userErrors { field message }
  }
}`;

export const WEBHOOK_DELETE = `mutation WebhookDelete($id: ID!) {
  webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } }
}`;

/** The text a bulk operation runs: every order with the time of its last change. */
export function bulkOrders(search: string | null): string {
  const filter = search === null ? '' : `(query: ${JSON.stringify(search)})`;
  return `{ orders${filter} { edges { node { id updatedAt } } } }`;
}

/** Starts a bulk operation; groupObjects false, for our lines have no children. */
export const BULK_RUN = `mutation BulkRun($query: String!) {
  bulkOperationRunQuery(query: $query, groupObjects: false) { bulkOperation { id status } userErrors { field message } }
}`;

export const BULK_OPERATION = `query BulkOperation($id: ID!) {
  bulkOperation(id: $id) { id status errorCode objectCount url partialDataUrl }
}`;

/** Every operation by name: what the schema test validates and what the simulator has to offer. */
export const OPERATIONS: Readonly<Record<string, string>> = {
  API_VERSIONS,
  ORDERS_UPDATED_SINCE,
  ORDER,
  ORDER_AGREEMENTS,
  ORDER_LINES,
  ORDER_FULFILLMENT_ORDERS,
  FULFILLMENT_ORDER_LINES,
  ORDER_SHIPPING_LINES,
  ORDER_DISCOUNTS,
  FULFILLMENT_LINES,
  REFUND_LINES,
  ORDER_WITH_STAFF,
  ORDER_FULFILLMENT,
  VARIANTS,
  LOCATIONS,
  LOCATION_LEVELS,
  ITEM_LEVELS,
  INVENTORY_SET,
  FULFILLMENT_CREATE,
  FULFILLMENT_ORDER_MOVE,
  ORDER_BOOKS,
  ORDER_BOOK,
  ORDER_HOLDS,
  ORDER_CANCEL,
  ORDER_CANCELLABLE,
  REFUND_CREATE,
  PLACE_HOLD,
  RELEASE_HOLD,
  SEARCH_VARIANTS,
  SEARCH_CUSTOMERS,
  CUSTOMER_CREATE,
  DRAFT_CALCULATE,
  DRAFT_CREATE,
  DRAFTS_BY_TAG,
  DRAFT_INVOICE,
  DRAFT_DELETE,
  WEBHOOK_SUBSCRIPTIONS,
  WEBHOOK_CREATE,
  WEBHOOK_DELETE,
  BULK_RUN,
  BULK_OPERATION,
};
