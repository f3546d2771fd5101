// Operations that cancel orders and units of them. `operations.test.ts` validates them with the others.

import { MONEY, operation, PAGE } from './fragments.ts';

/** Cancels a whole order and gives the money back the way it came. */
export const ORDER_CANCEL = `mutation OrderCancel($orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $notifyCustomer: Boolean, $staffNote: String) {
  orderCancel(orderId: $orderId, reason: $reason, restock: $restock, notifyCustomer: $notifyCustomer, staffNote: $staffNote, refundMethod: {originalPaymentMethodsRefund: true}) {
    job { id done }
    orderCancelUserErrors { field message code }
  }
}`;

/** What taking units out of an order gives back, with or without its shipping, and the refunds there are. */
export const ORDER_CANCELLABLE = operation(
  `query OrderCancellable($id: ID!, $refundLineItems: [RefundLineItemInput!], $refundShipping: Boolean) {
  order(id: $id) {
    id currencyCode presentmentCurrencyCode cancelledAt
    refunds(first: ${PAGE.refunds}) { id note }
    suggestedRefund(refundLineItems: $refundLineItems, refundShipping: $refundShipping) {
      suggestedTransactions { gateway amountSet { ...Money } parentTransaction { id } }
    }
  }
}`,
  MONEY,
);

/** Takes units out of an order and gives money back; the same key is the same refund. */
export const REFUND_CREATE = `mutation RefundCreate($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { field message } }
}`;
