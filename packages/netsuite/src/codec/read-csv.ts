// CSV files from NetSuite to records: the published exports, which quote nothing and print `undefined` and
// `null` for what is missing, and RFC 4180 files alike. A fault of the file is told apart from one of a row.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { CsvError, parse } from 'csv-parse/sync';

/** A record: column → text, missing values null. `line` is where it ends in the file, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, string | null>>;
}

/** A row with more or fewer fields than the header. */
export interface RaggedRow {
  readonly line: number;
  readonly fault: string;
}

/** Why the whole file cannot be read, in a sentence. */
export type FileFault = string;

const MISSING = new Set(['', 'undefined', 'null']);

/**
 * Reads a file whose header must hold `columns` (others may stand beside them, in any order).
 * A byte order mark and CRLF are accepted. A last row without a line end is a fault of that row.
 */
export function readCsv(
  content: Uint8Array,
  columns: readonly string[],
): Result<readonly (CsvRecord | RaggedRow)[], FileFault> {
  const text = decodeText(content);
  if (!text.ok) return text;
  const rows = parseRows(text.value);
  if (!rows.ok) return rows;
  const [header, ...rest] = rows.value;
  if (header === undefined) return fail('The file is empty.');
  const missing = columns.filter((column) => !header.record.includes(column));
  if (missing.length > 0) {
    return fail(`The header lacks ${missing.join(', ')}; it reads ${header.record.join(',')}.`);
  }
  const records = rest.map((row) => toRecord(header.record, row));
  if (/[\r\n]$/.test(text.value)) return ok(records);
  return ok(
    records.map((record, index) => (index === records.length - 1 ? cutOff(record) : record)),
  );
}

// A row that is cut within its last value looks whole: half an id would be taken for another one.
function cutOff({ line }: CsvRecord | RaggedRow): RaggedRow {
  return { line, fault: 'The last row has no line end: the file may be cut off within it.' };
}

/** The text of a file, or the reason why it is none. Used for JSON too. */
export function decodeText(content: Uint8Array): Result<string, FileFault> {
  // TextDecoder takes a byte order mark off by itself.
  if (content.length === 0) return fail('The file is empty.');
  if (content.includes(0)) return fail('The file holds NUL bytes.');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return fail('The file is not UTF-8.');
  }
}

interface ParsedRow {
  readonly line: number;
  readonly record: readonly string[];
}

function parseRows(text: string): Result<readonly ParsedRow[], FileFault> {
  const rows: ParsedRow[] = [];
  try {
    parse(text, {
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        rows.push({ line: lines, record });
      },
    });
    return ok(rows);
  } catch (error) {
    if (error instanceof CsvError) return fail(`The file is cut off or no CSV: ${error.message}.`);
    throw error;
  }
}

function toRecord(header: readonly string[], row: ParsedRow): CsvRecord | RaggedRow {
  const { line, record } = row;
  if (record.length !== header.length) {
    return {
      line,
      fault: `The row has ${record.length} fields, the header ${header.length}: ${record.join(',')}`,
    };
  }
  const fields = header.map((column, index): [string, string | null] => {
    const value = record[index]?.trim() ?? '';
    return [column, MISSING.has(value) ? null : value];
  });
  return { line, fields: Object.fromEntries(fields) };
}
