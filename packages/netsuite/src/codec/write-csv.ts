// Rows to CSV by RFC 4180, with '\n' line ends and a header that never depends on the rows.

import { stringify } from 'csv-stringify/sync';

/** A row with a text for every column; a blank text is a blank cell. */
export type CsvRow<Column extends string> = Readonly<Record<Column, string>>;

/** The whole file: header and rows. */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<CsvRow<Column>>,
): string {
  return writeCells(columns, cellsOf(columns, rows));
}

/** Rows turned into text at once; so many cells live at a time, whatever the size of the file. */
const ROWS_PER_PIECE = 250;

/** The same from rows that are lists of cells already, in the order of the columns. */
export function writeCells(columns: readonly string[], rows: Iterable<readonly string[]>): string {
  let text = '';
  let piece: Array<readonly string[]> = [columns];
  for (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_PER_PIECE) continue;
    text += stringify(piece);
    piece = [];
  }
  return text + stringify(piece);
}

function* cellsOf<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<CsvRow<Column>>,
): Generator<readonly string[]> {
  for (const row of rows) yield columns.map((column) => row[column]);
}

/**
 * Makes rows that share most of their cells: the shared ones are laid out once, and each row fills its own
 * in. For transactions of many lines that is several times faster than a record a row.
 */
export function rowMaker<Column extends string, Own extends Column>(
  columns: readonly Column[],
  own: readonly Own[],
): (shared: CsvRow<Exclude<Column, Own>>) => (cells: CsvRow<Own>) => string[] {
  const places = own.map((column) => [column, columns.indexOf(column)] as const);
  return (shared) => {
    // A column of its own is blank until its row is made.
    const layout = columns.map((column) =>
      column in shared ? shared[column as keyof typeof shared] : '',
    );
    return (cells) => {
      const row = layout.slice();
      for (const [column, place] of places) row[place] = cells[column];
      return row;
    };
  };
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
