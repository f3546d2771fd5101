// The records of a file of ours by what every feed's rows have: the row id, and the external id where there is one.

import { parse } from 'csv-parse/sync';
import { parseRowId } from '../contract/index.ts';
import type { RowId } from '../contract/index.ts';

export interface SentRecord {
  readonly rowId: RowId;
  readonly externalId: string | null;
}

/** Rows without a row id (files of other hands) are left out. */
export function sentRecords(content: string): SentRecord[] {
  const rows = content.trimStart().startsWith('[')
    ? // An array of objects, or nothing of ours.
      (JSON.parse(content) as ReadonlyArray<Readonly<Record<string, unknown>>>)
    : parse<Record<string, unknown>>(content, { columns: true, relax_column_count: true });
  return rows.flatMap((row): SentRecord[] => {
    const { rowId: text, externalId } = row;
    const rowId = typeof text === 'string' ? parseRowId(text) : null;
    if (rowId === null) return [];
    return [{ rowId, externalId: typeof externalId === 'string' ? externalId : null }];
  });
}
