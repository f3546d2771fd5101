// Rows become records: consecutive rows with the same unique identifier are one. [documented] Oracle help section_1534420642

import type { CsvFile, CsvRow } from './read-file.ts';
import { refuseJob } from './read-file.ts';
import type { ImportMap, UniqueId } from './map.ts';

/** The rows of one record. */
export interface ImportUnit {
  readonly rows: readonly [CsvRow, ...CsvRow[]];
  /** The identifier that found the rows together; null for records of one row each. */
  readonly uniqueId: { readonly kind: UniqueId['kind']; readonly value: string } | null;
}

// [documented] 25,000 records a job.
const RECORD_LIMIT = 25_000;

/** Groups the rows of a file. @throws FAILED_TO_SUBMIT_JOB_REQUEST_1 for no identifier or too many records. */
export function unitsOf(file: CsvFile, map: ImportMap): ImportUnit[] {
  const id = map.uniqueIds.find((each) => file.hasColumn(each.column)) ?? null;
  if (id === null && (map.sublists.length > 0 || map.definition.dataHandling === 'UPDATE')) {
    refuseJob(
      'You must map one of the following NetSuite fields to a column in your CSV file, to be a unique identifier: ' +
        'External ID, Internal ID, Transaction Number.',
    );
  }
  const units =
    id === null ? file.rows.map(alone) : grouped(file.rows, id, map.sublists.length > 0);
  if (units.length > RECORD_LIMIT) {
    refuseJob(
      `the file has ${units.length} records; at most ${RECORD_LIMIT} can be imported at once.`,
    );
  }
  return units;
}

function alone(row: CsvRow): ImportUnit {
  return { rows: [row], uniqueId: null };
}

// Rows that are not adjacent are records of their own, also with the same identifier; so is every row without one.
function grouped(rows: readonly CsvRow[], id: UniqueId, hasLines: boolean): ImportUnit[] {
  const units: Array<{
    rows: [CsvRow, ...CsvRow[]];
    uniqueId: { kind: UniqueId['kind']; value: string };
  }> = [];
  for (const row of rows) {
    const value = row.cell(id.column);
    const last = units.at(-1);
    if (hasLines && value !== '' && last?.uniqueId.value === value) last.rows.push(row);
    else units.push({ rows: [row], uniqueId: { kind: id.kind, value } });
  }
  return units;
}
