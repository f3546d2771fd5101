// The texts that name an order's parts here and in NetSuite.

import type { PostingKind } from './delivery.ts';

/** Item and ship group sequence within an order: 1 is "00001". */
export function sequence(position: number): string {
  return String(position).padStart(5, '0');
}

/**
 * What NetSuite stores as `custbody_hc_order_id`: M10001 for the sales order, M10001-C for the cash sale, and
 * M10001-E1, M10001-C-E1 and on for what edits and exchanges added after the order was booked.
 */
export function postingId(orderId: string, kind: PostingKind, supplement = 0): string {
  return kind === 'CASH_SALE' ? `${orderId}-C${added(supplement)}` : orderId + added(supplement);
}

/** NetSuite's external id of the posting: Shopify's legacy id, and `-C` for the cash sale. */
export function postingExternalId(shopifyId: string, kind: PostingKind, supplement = 0): string {
  return postingId(shopifyId, kind, supplement);
}

function added(supplement: number): string {
  return supplement === 0 ? '' : `-E${supplement}`;
}

/**
 * NetSuite's external id of a deposit or of the refund out of it: Shopify's transaction, and which supplement it
 * is for, since one transaction may pay for several sales orders of an order.
 */
export function moneyExternalId(transactionId: string, ofPosting: string): string {
  return transactionId + (/-E\d+$/.exec(ofPosting)?.[0] ?? '');
}

/** The transaction behind such an id, or behind that of a return's refund. */
export function transactionOfExternalId(externalId: string): string {
  return externalId.split('-', 1)[0] ?? externalId;
}
