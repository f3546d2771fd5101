// Snapshots are taken in chunks of rows: one use case a chunk, not one a row.

import type { ReadRow } from './import-feed.ts';

const ROWS_PER_CHUNK = 1_000;

/** Joins the readable rows into chunks; each chunk stands at its first row. Faulty rows stay single. */
export function chunkRows<Row>(rows: ReadonlyArray<ReadRow<Row>>): Array<ReadRow<readonly Row[]>> {
  const chunks: Array<ReadRow<readonly Row[]>> = [];
  let chunk: { readonly line: number; readonly row: Row[] } | null = null;
  for (const read of rows) {
    if ('fault' in read) {
      chunks.push(read);
    } else if (chunk === null || chunk.row.length === ROWS_PER_CHUNK) {
      chunk = { line: read.line, row: [read.row] };
      chunks.push(chunk);
    } else {
      chunk.row.push(read.row);
    }
  }
  return chunks;
}
