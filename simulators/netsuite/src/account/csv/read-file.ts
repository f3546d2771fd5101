// Reads the text of a CSV file as the import assistant does: a header, rows no wider than it, trailing blank
// lines ignored.

import { parse } from 'csv-parse/sync';

import { refuse } from '../failure.ts';

export interface CsvRow {
  /** The row's place in the file; 1 is the row after the header. */
  readonly number: number;
  readonly cells: readonly string[];
  /** The cell of a column; '' where the row is shorter. Header names compare without regard to case. */
  readonly cell: (column: string) => string;
  /** Whether the row has more filled cells than the header has columns. */
  readonly isTooWide: boolean;
}

export interface CsvFile {
  readonly header: readonly string[];
  readonly hasColumn: (column: string) => boolean;
  readonly rows: readonly CsvRow[];
}

// [documented] 50 MB a job.
const SIZE_LIMIT = 50 * 1024 * 1024;

/** Reads a file. @throws FAILED_TO_SUBMIT_JOB_REQUEST_1 for one that cannot be read. */
export function readCsvFile(content: string, delimiter: string): CsvFile {
  if (Buffer.byteLength(content) > SIZE_LIMIT) refuseJob('the file is larger than 50 MB.');
  const [header = [], ...rows] = parseRows(content, delimiter);
  if (header.every((name) => name.trim() === '')) refuseJob('the file has no header row.');
  const placeOf = columnPlaces(header);
  return {
    header,
    hasColumn: (column) => placeOf(column) !== undefined,
    rows: withoutTrailingBlanks(rows).map((cells, index) => ({
      number: index + 1,
      cells,
      cell: (column) => (cells[placeOf(column) ?? -1] ?? '').trim(),
      isTooWide: cells.slice(header.length).some((cell) => cell.trim() !== ''),
    })),
  };
}

// Maps name the same few columns for every row, so each spelling is looked up once.
function columnPlaces(header: readonly string[]): (column: string) => number | undefined {
  const places = new Map(header.map((name, index) => [nameKey(name), index]));
  const known = new Map<string, number | undefined>();
  return (column) => {
    if (!known.has(column)) known.set(column, places.get(nameKey(column)));
    return known.get(column);
  };
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

function parseRows(content: string, delimiter: string): string[][] {
  try {
    return parse(content, { bom: true, delimiter, relax_column_count: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuseJob(`the file cannot be read: ${reason}`);
  }
}

function withoutTrailingBlanks(rows: readonly string[][]): string[][] {
  const last = rows.findLastIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  return rows.slice(0, last + 1);
}

/** Refuses a job at submission. Code and start of the text are [documented]. */
export function refuseJob(reason: string): never {
  return refuse('FAILED_TO_SUBMIT_JOB_REQUEST_1', `Failed to submit job request: ${reason}`);
}
