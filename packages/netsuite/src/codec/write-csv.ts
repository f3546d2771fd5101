// Rows to CSV by RFC 4180, with '\n' line ends and a header that never depends on the rows.

import { stringify } from 'csv-stringify/sync';

/** A row with a text for every column; a blank text is a blank cell. */
export type CsvRow<Column extends string> = Readonly<Record<Column, string>>;

/** The whole file: header and rows. */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<CsvRow<Column>>,
): string {
  const records: string[][] = [[...columns]];
  for (const row of rows) records.push(columns.map((column) => row[column]));
  return stringify(records);
}

// oxlint-disable-next-line eslint/no-control-regex -- NUL is what must not get into a file.
const UNWELCOME = /[\r\0]/;

/**
 * A text as it may stand in a cell: null is blank, line ends are '\n', and NUL (which neither PostgreSQL
 * nor NetSuite keeps) is gone.
 */
export function cell(text: string | null): string {
  if (text === null) return '';
  if (!UNWELCOME.test(text)) return text;
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '');
}
