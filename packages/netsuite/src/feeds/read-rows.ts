// CSV records to typed rows by a zod schema; a record that does not fit is a fault of that row only.

import type { Result } from '@sendsale/std';
import type { z } from 'zod';
import { readCsv } from '../codec/read-csv.ts';
import type { FileFault } from '../codec/read-csv.ts';
import type { ReadRow } from './import-feed.ts';

/** Reads a CSV file with (at least) `columns` into rows of `schema`. */
export function readCsvRows<Row>(
  content: Uint8Array,
  columns: readonly string[],
  schema: z.ZodType<Row>,
): Result<readonly ReadRow<Row>[], FileFault> {
  const records = readCsv(content, columns);
  if (!records.ok) return records;
  return {
    ok: true,
    value: records.value.map((record): ReadRow<Row> => {
      if ('fault' in record) return record;
      return checkRow(record.fields, schema, record.line);
    }),
  };
}

/** One value against the schema, its faults named by path. */
export function checkRow<Row>(value: unknown, schema: z.ZodType<Row>, line: number): ReadRow<Row> {
  const checked = schema.safeParse(value);
  if (checked.success) return { line, row: checked.data };
  const faults = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return { line, fault: faults.join('; ') };
}
