// The fault "row refused": rows that hold a text never reach the import and come back in its response file.

import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { CsvImportResult } from '../account/account.ts';
import type { Faults } from './faults.ts';

/** A file without the rows that were held back, which are plain data. */
export interface KeptRows {
  readonly content: string;
  readonly held: readonly HeldRow[];
}

export interface HeldRow {
  readonly raw: string;
  readonly message: string;
  readonly row: number;
}

const Row = z.object({ raw: z.string() });

export function refuseRows(content: string, faults: Faults): KeptRows {
  const untouched: KeptRows = { content, held: [] };
  if (!faults.list().some((fault) => fault.kind === 'row-refused')) return untouched;
  // `raw` makes each record an object with its own text.
  const parsed: unknown = parse(content, { raw: true, relax_column_count: true, bom: true });
  const rows = z.array(Row).parse(parsed);
  const reasons = rows.map(({ raw }, index) => (index === 0 ? null : faults.refusedRow(raw)));
  const held = rows.flatMap(({ raw }, index) => {
    const message = reasons[index] ?? null;
    return message === null ? [] : [{ raw, message, row: index }];
  });
  if (held.length === 0) return untouched;
  return {
    content: rows
      .filter((_row, index) => (reasons[index] ?? null) === null)
      .map(({ raw }) => raw)
      .join(''),
    held,
  };
}

/** Adds the rows that were held back to the import's own result. */
export function withHeldRows(result: CsvImportResult, held: readonly HeldRow[]): CsvImportResult {
  if (held.length === 0) return result;
  return {
    imported: result.imported,
    total: result.total + held.length,
    responseFile:
      result.responseFile +
      held.map(({ raw, message }) => `"${message.replaceAll('"', '""')}",${raw}`).join(''),
    refused: [...result.refused, ...held.map(({ row, message }) => ({ rows: [row], message }))],
  };
}
