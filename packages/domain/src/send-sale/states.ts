// The life of a send sale placed by us, and of the stock held for it.

/** PLACING: the call to Shopify is on its way. OPEN: a draft the till can complete. INVOICED: the customer has the link. */
export const SEND_SALE_STATES = [
  'PLACING',
  'OPEN',
  'INVOICED',
  'COMPLETED',
  'CANCELLED',
  'FAILED',
] as const;
export type SendSaleState = (typeof SEND_SALE_STATES)[number];

/** HELD: counts as reserved. USED: the order's own reservation follows. RELEASED, EXPIRED: let go. */
export const HOLD_STATES = ['HELD', 'USED', 'RELEASED', 'EXPIRED'] as const;
export type HoldState = (typeof HOLD_STATES)[number];
