// The states of what travels: messages in, files both ways, and the fate of each record in a feed.

export const MESSAGE_STATES = ['RECEIVED', 'READ', 'REFUSED'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export const FEED_DIRECTIONS = ['OUT', 'IN'] as const;
export type FeedDirection = (typeof FEED_DIRECTIONS)[number];

/** OUT: WRITTEN → HANDED_OVER. IN: RECEIVED → READ or QUARANTINED. */
export const FEED_FILE_STATES = [
  'WRITTEN',
  'HANDED_OVER',
  'RECEIVED',
  'READ',
  'QUARANTINED',
] as const;
export type FeedFileState = (typeof FEED_FILE_STATES)[number];

/** WRITTEN → HANDED_OVER → ACCEPTED or REFUSED; an acceptance is never taken back. */
export const LEDGER_STATES = ['WRITTEN', 'HANDED_OVER', 'ACCEPTED', 'REFUSED'] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];
