// A CSV file as rows addressed by column name, because the contract orders columns by name only.

import { CsvSyntaxError, parseCsv, writeCsv } from './csv.ts';

export type Row = Readonly<Record<string, string>>;

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Reads a file with a header line. A row shorter than the header has empty cells at its end.
 * @throws CsvSyntaxError when there is no header, a column of `required` is missing or a row is too long.
 */
export function readTable(text: string, required: readonly string[]): Table {
  const [columns, ...lines] = parseCsv(text);
  if (columns === undefined) throw new CsvSyntaxError('The file has no header line');
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new CsvSyntaxError(`The header lacks the column(s) ${missing.join(', ')}`);
  }
  return { columns, rows: lines.map((cells, index) => rowOf(columns, cells, index + 2)) };
}

function rowOf(columns: readonly string[], cells: readonly string[], line: number): Row {
  if (cells.length > columns.length) {
    throw new CsvSyntaxError(`Line ${String(line)} has more cells than the header has columns`);
  }
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
}

/** The file of these rows: a header line with all columns, whatever the rows hold. */
export function writeTable(columns: readonly string[], rows: readonly Row[]): string {
  return writeCsv([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
}

/** Rows by key, in the order the keys first appear. */
export function groupRows(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
