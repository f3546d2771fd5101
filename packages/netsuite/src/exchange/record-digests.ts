// What each record of a file says, as a digest: to see whether a record would be written otherwise today. A record
// is the rows (or the object) with its row id, which is the last cell of a row and a property of an object.

import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';

/** Row id → digest of its record, for every record of the file. */
export function recordDigests(content: string): ReadonlyMap<string, string> {
  const records = new Map<string, unknown[]>();
  for (const [rowId, row] of content.startsWith('[') ? objectsOf(content) : rowsOf(content)) {
    const rows = records.get(rowId);
    if (rows === undefined) records.set(rowId, [row]);
    else rows.push(row);
  }
  return new Map([...records].map(([rowId, rows]) => [rowId, digestOf(rows)]));
}

function rowsOf(content: string): Array<readonly [string, unknown]> {
  // Our own file: every row has the cells of the header.
  const rows: string[][] = parse(content, { from: 2 });
  return rows.map((cells) => [cells.at(-1) ?? '', cells]);
}

function objectsOf(content: string): Array<readonly [string, unknown]> {
  // Our own file: an array of objects.
  const objects = JSON.parse(content) as ReadonlyArray<Readonly<Record<string, unknown>>>;
  return objects.map((object) => [String(object['rowId']), object]);
}

function digestOf(rows: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
