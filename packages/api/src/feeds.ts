// The exchange with NetSuite and Shopify as people see it: feeds, files, and what became of each row.

import { FEED_DIRECTIONS, FEED_FILE_STATES, LEDGER_STATES } from '@sendsale/domain';
import { z } from 'zod';

/** How many rows stand in each state; a state without rows is left out. */
export const Outcomes = z.partialRecord(z.enum(LEDGER_STATES), z.number());
export type Outcomes = z.infer<typeof Outcomes>;

export const FeedView = z.object({
  feed: z.string(),
  /** What it carries, in words. */
  label: z.string(),
  direction: z.enum(FEED_DIRECTIONS),
  /** On the server, below the base directory; null for calls. */
  directory: z.string().nullable(),
  files: z.number(),
  lastFileAt: z.string().nullable(),
  /** Files that wait to be handed over or read, or were set aside. */
  waitingFiles: z.number(),
  outcomes: Outcomes,
});
export type FeedView = z.infer<typeof FeedView>;

export const FeedFileView = z.object({
  id: z.number(),
  feed: z.string(),
  direction: z.enum(FEED_DIRECTIONS),
  directory: z.string(),
  name: z.string(),
  bytes: z.number(),
  rowCount: z.number(),
  sha256: z.string(),
  state: z.enum(FEED_FILE_STATES),
  createdAt: z.string(),
  /** When it was handed over or read. */
  settledAt: z.string().nullable(),
  /** When its content was removed; name, size and hash stay. */
  purgedAt: z.string().nullable(),
  outcomes: Outcomes,
  /** Rows that went again in a later file. */
  sentAgain: z.number(),
  openProblems: z.number(),
});
export type FeedFileView = z.infer<typeof FeedFileView>;

export const LedgerRowView = z.object({
  id: z.number(),
  feed: z.string(),
  subject: z.string(),
  revision: z.number(),
  /** Counts how often it was sent. */
  attempt: z.number(),
  orderId: z.string().nullable(),
  orderName: z.string().nullable(),
  externalId: z.string().nullable(),
  state: z.enum(LEDGER_STATES),
  /** The file it went in last, and its line or position there. */
  fileId: z.number().nullable(),
  line: z.number().nullable(),
  /** The other side's id. */
  remoteId: z.string().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** The file, call or person that ended it. */
  settledVia: z.string().nullable(),
  writtenAt: z.string(),
  handedOverAt: z.string().nullable(),
  /** When NetSuite was last asked after it. */
  askedAt: z.string().nullable(),
  settledAt: z.string().nullable(),
  /** Earlier attempts, the first one first. */
  history: z.array(
    z.object({
      attempt: z.number(),
      fileId: z.number().nullable(),
      state: z.enum(LEDGER_STATES),
      code: z.string().nullable(),
      message: z.string().nullable(),
      writtenAt: z.string(),
      settledAt: z.string().nullable(),
      /** Why it was sent again, and by whom. */
      reason: z.string(),
      actor: z.string(),
      endedAt: z.string(),
    }),
  ),
});
export type LedgerRowView = z.infer<typeof LedgerRowView>;

/** A file with its rows (outgoing) or the open problems of its rows (incoming). */
export const FeedFileDetail = FeedFileView.extend({
  rows: z.array(LedgerRowView),
  problems: z.array(
    z.object({ id: z.number(), code: z.string(), subject: z.string(), message: z.string() }),
  ),
});
export type FeedFileDetail = z.infer<typeof FeedFileDetail>;

export const FeedFilesQuery = z.object({
  feed: z.string().optional(),
  direction: z.enum(FEED_DIRECTIONS).optional(),
  state: z.enum(FEED_FILE_STATES).optional(),
  /** Only files with an id below it: the next page. */
  before: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const LedgerRowsQuery = z.object({
  feed: z.string().optional(),
  state: z.enum(LEDGER_STATES).optional(),
  order: z.string().optional(),
  subject: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(200),
});

/** How many rows are written again (or, of a file that came, read again). */
export const SendAgainAnswer = z.object({ rows: z.number() });
export type SendAgainAnswer = z.infer<typeof SendAgainAnswer>;
