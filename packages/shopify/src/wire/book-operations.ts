// What a shop says its orders come to: read for the reconciliation, never from what was stored.

import { MONEY, operation, PAGE } from './fragments.ts';

const ORDER_BOOK_FIELDS = `fragment OrderBook on Order {
  id name test createdAt processedAt cancelledAt taxesIncluded currencyCode
  totalPriceSet { ...Money } currentTotalPriceSet { ...Money }
  totalCashRoundingAdjustment { paymentSet { ...Money } refundSet { ...Money } }
  shippingLines(first: ${PAGE.shippingLines}, includeRemovals: true) {
    nodes { isRemoved discountedPriceSet { ...Money } taxLines { priceSet { ...Money } } }
  }
  lineItems(first: ${PAGE.lines}) {
    nodes { id quantity currentQuantity }
    pageInfo { hasNextPage }
  }
  transactions(first: ${PAGE.transactions}) {
    id kind status gateway amountSet { ...Money } amountRoundingSet { ...Money } parentTransaction { id }
  }
}`;

/** One page of what a shop says its orders come to, for the reconciliation. */
export const ORDER_BOOKS = operation(
  `query OrderBooks($query: String!, $after: String) {
  orders(first: ${PAGE.books}, after: $after, query: $query, sortKey: PROCESSED_AT) {
    nodes { ...OrderBook }
    pageInfo { hasNextPage endCursor }
  }
}`,
  ORDER_BOOK_FIELDS,
  MONEY,
);

/** The same of one order. */
export const ORDER_BOOK = operation(
  `query OrderBookOf($id: ID!) { order(id: $id) { ...OrderBook } }`,
  ORDER_BOOK_FIELDS,
  MONEY,
);
