// The answer to every row: a line in an acknowledgement file for the machine, a line in the published
// error file for people.

import {
  ACKNOWLEDGEMENT_COLUMNS,
  acknowledgementFileName,
  type AcknowledgementColumn,
  type ErrorFile,
  fileTimeMs,
  IMPORT_DIRECTORIES,
} from '@sendsale/netsuite/contract';
import { writeCsv } from './csv.ts';
import type { ErrorText } from './script-error.ts';
import type { Server } from './server.ts';
import { markedName } from './work-file.ts';

/** A line of an acknowledgement file; all values are text, empty where there is none. */
export type Answer = Readonly<Record<AcknowledgementColumn, string>>;

export interface AnsweredRecord {
  readonly recordType: string;
  readonly internalId: string;
  readonly externalId: string;
  readonly amount?: string;
  readonly status?: string;
}

/** The record is in NetSuite. */
export function accepted(rowId: string, record: AnsweredRecord, sourceFile: string): Answer {
  return {
    rowId,
    outcome: 'ACCEPTED',
    recordType: record.recordType,
    internalId: record.internalId,
    externalId: record.externalId,
    amount: record.amount ?? '',
    status: record.status ?? '',
    code: '',
    message: '',
    sourceFile,
    at: new Date().toISOString(),
  };
}

/** NetSuite would not have it. */
export function refused(
  rowId: string,
  record: Omit<AnsweredRecord, 'internalId'> & ErrorText,
  sourceFile: string,
): Answer {
  const { recordType, externalId, code, message } = record;
  return {
    ...accepted(rowId, { recordType, externalId, internalId: '' }, sourceFile),
    outcome: 'REFUSED',
    code,
    message,
  };
}

/** Hands the answers of one feed over; one row id is answered once. */
export function writeAnswers(server: Server, feed: string, answers: readonly Answer[]): void {
  const distinct = new Map<string, Answer>();
  for (const answer of answers) {
    distinct.set(
      answer.rowId === '' ? `${answer.externalId}:${answer.code}` : answer.rowId,
      answer,
    );
  }
  if (distinct.size === 0) return;
  const at = new Date();
  const rows = [...distinct.values()].map((answer) =>
    ACKNOWLEDGEMENT_COLUMNS.map((column) => answer[column]),
  );
  server.write(
    IMPORT_DIRECTORIES.acknowledgement,
    (attempt) => acknowledgementFileName(at, feed, attempt),
    writeCsv([ACKNOWLEDGEMENT_COLUMNS, ...rows]),
  );
}

/** One refusal in a published error file; `orderId` is NetSuite's internal id, as published. */
export interface ErrorRow extends ErrorText {
  readonly fileName: string;
  readonly orderId: string;
  readonly rowId: string;
}

/** Published columns and name, then our `code` and `rowId`; quoted as RFC 4180 wants it. */
export function writeErrors(server: Server, target: ErrorFile, errors: readonly ErrorRow[]): void {
  if (errors.length === 0) return;
  const columns = [...target.columns, 'code', 'rowId'];
  const rows = errors.map((error) => {
    const cells: Readonly<Record<string, string>> = { ...error, errorMessage: error.message };
    return columns.map((column) => cells[column] ?? '');
  });
  const name = `${fileTimeMs(new Date())}${target.suffix}`;
  server.write(
    target.directory,
    (attempt) => (attempt === 1 ? name : markedName(name, String(attempt))),
    writeCsv([columns, ...rows]),
  );
}
