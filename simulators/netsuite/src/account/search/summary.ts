// Grouped searches: GROUP, COUNT, SUM, MIN, MAX and AVG over the rows. [documented]

import type { SearchRow } from '../account.ts';
import { decimalOf, numberOf, over, readDecimal, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import type { Cell } from './cell.ts';
import { cellValue, numberCell } from './cell.ts';
import type { CompiledColumn } from './columns.ts';
import { compareCells, writtenCell } from './columns.ts';
import type { Row } from './table.ts';

/** The groups of a search as rows, in the order of their sorted columns. */
export function summarize(
  engine: Engine,
  rows: readonly Row[],
  columns: readonly CompiledColumn[],
): SearchRow[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = columns
      .filter(({ column }) => column.summary?.toUpperCase() === 'GROUP')
      .map(({ read }) => cellValue(read(row), engine.calendar))
      .join('\n');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const cells = [...groups.values()].map((group) =>
    columns.map((column) => summaryCell(column, group)),
  );
  return cells
    .sort((a, b) => compareGroups(a, b, columns))
    .map((group) => ({
      recordType: '',
      id: '',
      values: group.map((cell) => writtenCell(engine, cell)),
    }));
}

function compareGroups(
  a: readonly Cell[],
  b: readonly Cell[],
  columns: readonly CompiledColumn[],
): number {
  for (const [index, { column }] of columns.entries()) {
    const [left, right] = [a[index], b[index]];
    if (column.sort === null || left === undefined || right === undefined) continue;
    const order = compareCells(left, right);
    if (order !== 0) return column.sort === 'DESC' ? -order : order;
  }
  return 0;
}

function summaryCell({ column, read }: CompiledColumn, group: readonly Row[]): Cell {
  const cells = group.map(read);
  const first = cells[0] ?? numberCell(null);
  const summary = SUMMARIES[column.summary?.toUpperCase() ?? ''];
  if (summary !== undefined) {
    return summary(
      first,
      cells.filter((cell) => cell.value !== null),
    );
  }
  return refuse(
    'SSS_INVALID_SRCH_COLUMN_SUM',
    `Column ${column.name} needs a summary type, since others have one.`,
  );
}

const SUMMARIES: Readonly<Record<string, (first: Cell, filled: readonly Cell[]) => Cell>> = {
  GROUP: (first) => first,
  COUNT: (_first, filled) => numberCell(filled.length),
  SUM: (first, filled) => ({ ...first, value: numberOf(total(filled)) }),
  AVG: (first, filled) => ({ ...first, value: average(filled) }),
  MIN: (first, filled) =>
    filled.reduce((best, cell) => (compareCells(cell, best) < 0 ? cell : best), filled[0] ?? first),
  MAX: (first, filled) =>
    filled.reduce((best, cell) => (compareCells(cell, best) > 0 ? cell : best), filled[0] ?? first),
};

function total(cells: readonly Cell[]): bigint {
  return sum(cells.map((cell) => decimalOf(cell.value)));
}

function average(cells: readonly Cell[]): number | null {
  const count = readDecimal(cells.length) ?? 0n;
  return count === 0n ? null : numberOf(over(total(cells), count));
}
