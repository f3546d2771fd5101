// The published error files: no escaping, messages with commas and line ends, and a stray comma before
// every row but the first (contract §W4). A row begins where its subject is recognised.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { ErrorFile } from '../contract/index.ts';
import { ROW_ID } from '../contract/index.ts';
import { decodeText, readCsv } from './read-csv.ts';
import type { FileFault } from './read-csv.ts';

export interface ErrorRow {
  readonly line: number;
  /** A file name, or the NetSuite internal id of an order, as the kind of file says. */
  readonly subject: string;
  readonly message: string;
  /** The row that was refused, where our bundle wrote the file; null in published ones. */
  readonly rowId: string | null;
}

const SUBJECTS = {
  fileName: /^,?"?([^,"\n]+\.(?:csv|json))"?(?:,([\s\S]*))?$/i,
  orderId: /^,?"?(\d+)"?(?:,([\s\S]*))?$/,
} as const;

const TRAILING_FILE_NAME = /,"?[^,"\n]+\.(?:csv|json)"?$/i;

/** The rows of an error file; lines that begin no row belong to the message before them. */
export function readErrorFile(
  content: Uint8Array,
  kind: ErrorFile,
): Result<readonly ErrorRow[], FileFault> {
  const text = decodeText(content);
  if (!text.ok) return text;
  const [header = '', ...lines] = text.value.split(/\r?\n/);
  if (header.split(',').includes(ROW_ID)) return readOwnErrorFile(content, kind);
  if (header.trim() !== kind.columns.join(',')) {
    return fail(`The header reads ${header}, not ${kind.columns.join(',')}.`);
  }
  const rows: ErrorRow[] = [];
  for (const [index, line] of lines.entries()) addLine(rows, { line, number: index + 2, kind });
  return ok(rows.map((row) => ({ ...row, message: cleanMessage(row.message, kind) })));
}

/** Our bundle writes the same files by RFC 4180, with `code` and `rowId` after the published columns. */
function readOwnErrorFile(
  content: Uint8Array,
  kind: ErrorFile,
): Result<readonly ErrorRow[], FileFault> {
  const records = readCsv(content, [...kind.columns, ROW_ID]);
  if (!records.ok) return records;
  const rows = records.value.flatMap((record): ErrorRow[] => {
    if ('fault' in record) return [];
    const { fields, line } = record;
    const subject = fields[kind.subject] ?? '';
    return [
      { line, subject, message: fields['errorMessage'] ?? '', rowId: fields[ROW_ID] ?? null },
    ];
  });
  return ok(rows);
}

function addLine(
  rows: ErrorRow[],
  from: { readonly line: string; readonly number: number; readonly kind: ErrorFile },
): void {
  const match = SUBJECTS[from.kind.subject].exec(from.line);
  const subject = match?.[1];
  if (subject !== undefined) {
    rows.push({ line: from.number, subject, message: match?.[2] ?? '', rowId: null });
    return;
  }
  const before = rows.pop();
  if (before === undefined || from.line.trim() === '') {
    if (before !== undefined) rows.push(before);
    return;
  }
  rows.push({ ...before, message: `${before.message}\n${from.line}` });
}

function cleanMessage(message: string, kind: ErrorFile): string {
  const ownText = kind.columns.includes('fileName') && kind.subject !== 'fileName';
  const text = (ownText ? message.replace(TRAILING_FILE_NAME, '') : message).trim();
  const quoted = /^"([\s\S]*)"$/.exec(text);
  return quoted === null ? text : (quoted[1] ?? '').replaceAll('""', '"');
}
