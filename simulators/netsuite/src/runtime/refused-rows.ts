// The fault "row refused": rows that hold a text never reach the import and come back in its response file.

import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { CsvImportResult } from '../account/account.ts';
import type { Faults } from './faults.ts';

export interface KeptRows {
  readonly content: string;
  /** Adds the rows that were held back to the import's own result. */
  readonly merge: (result: CsvImportResult) => CsvImportResult;
}

const Row = z.object({ raw: z.string() });

export function refuseRows(content: string, faults: Faults): KeptRows {
  const untouched: KeptRows = { content, merge: (result) => result };
  if (!faults.list().some((fault) => fault.kind === 'row-refused')) return untouched;
  // `raw` makes each record an object with its own text.
  const parsed: unknown = parse(content, { raw: true, relax_column_count: true, bom: true });
  const rows = z.array(Row).parse(parsed);
  const reasons = rows.map(({ raw }, index) => (index === 0 ? null : faults.refusedRow(raw)));
  const refused = rows.flatMap(({ raw }, index) => {
    const message = reasons[index] ?? null;
    return message === null ? [] : [{ raw, message, row: index }];
  });
  if (refused.length === 0) return untouched;
  return {
    content: rows
      .filter((_row, index) => (reasons[index] ?? null) === null)
      .map(({ raw }) => raw)
      .join(''),
    merge: (result) => ({
      imported: result.imported,
      total: result.total + refused.length,
      responseFile:
        result.responseFile +
        refused.map(({ raw, message }) => `"${message.replaceAll('"', '""')}",${raw}`).join(''),
      refused: [
        ...result.refused,
        ...refused.map(({ row, message }) => ({ rows: [row], message })),
      ],
    }),
  };
}
