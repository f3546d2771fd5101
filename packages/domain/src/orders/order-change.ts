// The commercial changes of an order after it was placed, and the words of the tables around them.

/** EXCHANGE: goods came back and others went out in one change of the same order (a POS exchange). */
export const CHANGE_KINDS = ['EDIT', 'CANCEL', 'REFUND', 'RETURN', 'EXCHANGE'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a shop, or a customer by way of it, may ask about personal data (Shopify's mandatory topics). */
export const PRIVACY_TOPICS = [
  'customers/data_request',
  'customers/redact',
  'shop/redact',
] as const;
export type PrivacyTopic = (typeof PRIVACY_TOPICS)[number];

/** Why a shop's orders are listed as a whole. */
export const BULK_PURPOSES = ['BACKFILL', 'NIGHTLY'] as const;
export type BulkPurpose = (typeof BULK_PURPOSES)[number];
export const BULK_STATES = ['RUNNING', 'DONE', 'FAILED'] as const;
export type BulkState = (typeof BULK_STATES)[number];

/** What Shopify must hear of an order besides its shipments. */
export const NOTICE_KINDS = ['HOLD', 'RELEASE', 'CANCEL', 'MOVE'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
