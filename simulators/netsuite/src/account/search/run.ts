// Runs a search: picks the records, makes their rows, filters, sorts, and writes the columns.

import type { SearchDefinition, SearchRow } from '../account.ts';
import type { Engine } from '../engine.ts';
import type { CompiledColumn } from './columns.ts';
import { compareCells, compileColumn, writtenCell } from './columns.ts';
import { compileFilters } from './filters.ts';
import { candidates, searchSource } from './source.ts';
import { summarize } from './summary.ts';
import type { Row } from './table.ts';

/**
 * Runs a search definition.
 * @throws SSS_INVALID_SRCH_FILTER, SSS_INVALID_SRCH_COLUMN, SSS_INVALID_SRCH_OPERATOR, INVALID_SRCH_FUNCTN
 */
export function runSearch(engine: Engine, search: SearchDefinition): SearchRow[] {
  const source = searchSource(engine, search.type);
  const test = compileFilters(engine, source.table, search.filters);
  const columns = search.columns.map((column) => compileColumn(engine, source.table, column));
  const rows = candidates(engine, source, search).filter(test);
  if (columns.some(({ column }) => column.summary !== null))
    return summarize(engine, rows, columns);
  return sorted(rows, columns).map((row) => written(engine, row, columns));
}

// Unsorted results come in the order of their internal ids and lines. [assumed]
function sorted(rows: readonly Row[], columns: readonly CompiledColumn[]): Row[] {
  const keys = columns.filter(({ column }) => column.sort !== null);
  return [...rows].sort((a, b) => {
    for (const { column, read } of keys) {
      const order = compareCells(read(a), read(b));
      if (order !== 0) return column.sort === 'DESC' ? -order : order;
    }
    return Number(a.record.id) - Number(b.record.id) || a.lineNumber - b.lineNumber;
  });
}

function written(engine: Engine, row: Row, columns: readonly CompiledColumn[]): SearchRow {
  return {
    recordType: row.record.type,
    id: row.record.id,
    values: columns.map(({ read }) => writtenCell(engine, read(row))),
  };
}
