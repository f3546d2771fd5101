// What the operations are put together from: page sizes and fragments.

/** Page sizes and, with them, the most objects one answer can hold. Following pages are read to their end. */
export const PAGE = {
  /** Order ids a page of the poll. */
  orders: 100,
  /** Orders a page of the reconciliation, which reads more of each. */
  books: 25,
  lines: 100,
  fulfillmentOrders: 25,
  fulfillmentOrderLines: 100,
  shippingLines: 20,
  discounts: 50,
  fulfillmentLines: 250,
  refundLines: 250,
  agreements: 50,
  variants: 100,
  levels: 250,
  itemLevels: 50,
  /** Lists without pages: Shopify returns at most this many, and the mapping refuses an order that fills one. */
  fulfillments: 100,
  transactions: 100,
  refunds: 100,
} as const;

export const MONEY = `fragment Money on MoneyBag {
  shopMoney { amount currencyCode }
  presentmentMoney { amount currencyCode }
}`;

export const ADDRESS = `fragment Address on MailingAddress {
  name firstName lastName company address1 address2 city province provinceCode zip country countryCodeV2 phone latitude longitude
}`;

export const TAX = `fragment Tax on TaxLine { title rate priceSet { ...Money } }`;

export const DISCOUNT = `fragment Discount on DiscountApplication {
  __typename index allocationMethod targetSelection targetType
  ... on DiscountCodeApplication { code }
  ... on ManualDiscountApplication { title description }
  ... on AutomaticDiscountApplication { title }
  ... on ScriptDiscountApplication { title }
}`;

export const LINE = `fragment Line on LineItem {
  id name title sku quantity currentQuantity unfulfilledQuantity nonFulfillableQuantity requiresShipping isGiftCard
  variant { id } product { id }
  originalUnitPriceSet { ...Money }
  discountAllocations { allocatedAmountSet { ...Money } discountApplication { index } }
  taxLines { ...Tax }
  duties { id price { ...Money } taxLines { ...Tax } }
}`;

export const FULFILLMENT_ORDER_LINE = `fragment FulfillmentOrderLine on FulfillmentOrderLineItem {
  id totalQuantity remainingQuantity lineItem { id } shippingLine { id title }
}`;

export const FULFILLMENT_ORDER = `fragment FulfillmentOrder on FulfillmentOrder {
  id status requestStatus
  assignedLocation { name location { id } }
  deliveryMethod { methodType presentedName }
  destination { firstName lastName company address1 address2 city province zip countryCode phone email }
  supportedActions { action }
  lineItems(first: ${PAGE.fulfillmentOrderLines}) { nodes { ...FulfillmentOrderLine } pageInfo { hasNextPage endCursor } }
}`;

export const FULFILLMENT = `fragment Fulfillment on Fulfillment {
  id legacyResourceId status createdAt location { id }
  trackingInfo(first: 10) { company number url }
  fulfillmentLineItems(first: ${PAGE.fulfillmentLines}) { nodes { quantity lineItem { id } } pageInfo { hasNextPage endCursor } }
}`;

export const SHIPPING_LINE = `fragment ShippingLine on ShippingLine {
  id title code deliveryCategory isRemoved originalPriceSet { ...Money } discountedPriceSet { ...Money }
  discountAllocations { allocatedAmountSet { ...Money } discountApplication { index } }
  taxLines { ...Tax }
}`;

export const REFUND_LINE = `fragment RefundLine on RefundLineItem {
  quantity restockType restocked location { id } lineItem { id } subtotalSet { ...Money } totalTaxSet { ...Money }
}`;

export const AGREEMENT = `fragment Agreement on SalesAgreement {
  __typename id happenedAt ... on ReturnAgreement { return { id } }
}`;

export function operation(text: string, ...fragments: readonly string[]): string {
  return [text, ...fragments].join('\n');
}
