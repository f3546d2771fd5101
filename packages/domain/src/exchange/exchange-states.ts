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

/**
 * DUE (to be sent again) → WRITTEN → HANDED_OVER → ACCEPTED or REFUSED; HANDED_OVER turns OVERDUE when no answer
 * comes in time. An acceptance is never taken back; a refused or overdue row becomes DUE when it is sent again.
 * A record that was never sent has no row: its feed finds it by that.
 */
export const LEDGER_STATES = [
  'DUE',
  'WRITTEN',
  'HANDED_OVER',
  'OVERDUE',
  'ACCEPTED',
  'REFUSED',
] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

/** On its way: an answer is still to come. */
export const UNANSWERED_STATES = ['WRITTEN', 'HANDED_OVER', 'OVERDUE'] as const;
