// Exports of whole lists: every run says all there is, so nothing has to be marked and nothing is missed.

import { writeCsv } from './csv.ts';
import type { MapReduce } from './export-feed.ts';
import { exportFileName } from './export-file.ts';
import { batches, byInternalId, findRows, textOf } from './find-records.ts';
import { leafName } from './item-exports.ts';
import { connectServer } from './server.ts';

export interface ListExport {
  readonly directory: string;
  readonly suffix: string;
  readonly columns: readonly string[];
  readonly rows: () => ReadonlyArray<readonly string[]>;
}

/** A text of N/file holds 10 MB. */
const ROWS_PER_FILE = 50_000;

/** Writes the list as one file, or as several where it is long; an empty list is no file. */
export function writeList(list: ListExport): void {
  const rows = list.rows();
  if (rows.length === 0) return;
  const server = connectServer();
  const nameOf = exportFileName(list.suffix);
  const at = new Date();
  for (const [part, some] of batches(rows, ROWS_PER_FILE).entries()) {
    const text = writeCsv([list.columns, ...some]);
    server.write(list.directory, (attempt) => nameOf(at, part + attempt), text);
  }
}

/** As a map/reduce script, which is what these are deployed as: there is nothing to map. */
export function exportList(list: ListExport): MapReduce {
  return {
    getInputData: () => [],
    map: () => undefined,
    summarize: () => {
      writeList(list);
    },
  };
}

/** Discount items, active or not (contract §17). */
export function discountItems(isInactive: boolean): ReadonlyArray<readonly string[]> {
  return findRows({
    type: 'item',
    filters: [['type', 'anyof', 'Discount'], 'and', ['isinactive', 'is', isInactive ? 'T' : 'F']],
    columns: [byInternalId(), 'itemid'],
  }).map((row) => [row.id, textOf(row, 'itemid')]);
}

/** The members of every kit (contract §16): its name, the member's own name, and both ids. */
export function kitMembers(componentType: string): ReadonlyArray<readonly string[]> {
  return findRows({
    type: 'item',
    filters: [['type', 'anyof', 'Kit'], 'and', ['isinactive', 'is', 'F']],
    columns: [byInternalId(), 'itemid', 'memberitem', 'memberquantity'],
  })
    .filter((row) => textOf(row, 'memberitem') !== '')
    .map((row) => [
      leafName(textOf(row, 'itemid')),
      leafName(memberName(row.getText('memberitem'))),
      textOf(row, 'memberquantity'),
      componentType,
      row.id,
      textOf(row, 'memberitem'),
    ]);
}

function memberName(text: unknown): string {
  return typeof text === 'string' ? text : '';
}
