// Our bundle's answer to every row it was given: RFC 4180 files in `acknowledgement/`, one line a row.

import { fileTimeMs } from './files.ts';

export const ACKNOWLEDGEMENT_COLUMNS = [
  'rowId',
  'outcome',
  'recordType',
  'internalId',
  'externalId',
  'amount',
  'status',
  'code',
  'message',
  'sourceFile',
  'at',
] as const;
export type AcknowledgementColumn = (typeof ACKNOWLEDGEMENT_COLUMNS)[number];

/** ACCEPTED: the record is there, `internalId` is its id. REFUSED: `code` and `message` say why. */
export const ACKNOWLEDGEMENT_OUTCOMES = ['ACCEPTED', 'REFUSED'] as const;
export type AcknowledgementOutcome = (typeof ACKNOWLEDGEMENT_OUTCOMES)[number];

/** The feed part of the row ids of invoices, which nobody sent: `invoice/<custbody_hc_order_id>/1`. */
export const INVOICE_FEED = 'invoice';

/** `<yyyy-MM-dd-HH-mm-ss-SSS>-<feed>-<n>.csv`; n tells apart files of one feed and millisecond. */
export function acknowledgementFileName(at: Date, feed: string, n: number): string {
  return `${fileTimeMs(at)}-${feed}-${n}.csv`;
}

export interface RowId {
  readonly feed: string;
  readonly subject: string;
  readonly revision: number;
}

/** The text of a row id: `sales-order/M10001/1`. Neither feed nor subject contains a slash. */
export function formatRowId(rowId: RowId): string {
  return `${rowId.feed}/${rowId.subject}/${rowId.revision}`;
}

const ROW_ID_TEXT = /^([^/]+)\/([^/]+)\/([1-9]\d{0,8})$/;

/** The parts of a row id, or null when the text is none. */
export function parseRowId(text: string): RowId | null {
  const [, feed, subject, revision] = ROW_ID_TEXT.exec(text) ?? [];
  if (feed === undefined || subject === undefined || revision === undefined) return null;
  return { feed, subject, revision: Number(revision) };
}
