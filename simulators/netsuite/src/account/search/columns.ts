// Columns of a search: found once, read per row, compared and written.

import type { SearchColumn, SearchRow } from '../account.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import type { Cell } from './cell.ts';
import { cellValue } from './cell.ts';
import { compileFormula } from './formula/compile.ts';
import type { CellReader } from './reader.ts';
import { readerOf } from './reader.ts';
import type { Table } from './table.ts';

/** One column ready to be read. */
export interface CompiledColumn {
  readonly column: SearchColumn;
  readonly read: CellReader;
}

/** Finds a column's field or formula. @throws SSS_INVALID_SRCH_COLUMN, INVALID_SRCH_FUNCTN */
export function compileColumn(engine: Engine, table: Table, column: SearchColumn): CompiledColumn {
  const name = column.name.toLowerCase();
  const read = name.startsWith('formula')
    ? compileFormula(engine, table, { name, formula: column.formula })
    : readerOf(engine, table, { name, join: column.join, code: 'SSS_INVALID_SRCH_COLUMN' });
  if (column.function === null || column.function === '') return { column, read };
  if (column.function.toLowerCase() !== 'absolutevalue') {
    return refuse(
      'INVALID_SRCH_FUNCTN',
      `The column function ${column.function} is not supported.`,
    );
  }
  return { column, read: (row) => absolute(read(row)) };
}

function absolute(cell: Cell): Cell {
  return typeof cell.value === 'number' ? { ...cell, value: Math.abs(cell.value) } : cell;
}

/** The order of two cells of a column; blanks first. */
export function compareCells(a: Cell, b: Cell): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left) < String(right) ? -1 : Number(String(left) > String(right));
}

// Selects sort by label, but ids sort as the numbers they are.
function sortKey(cell: Cell): string | number | null {
  const { value } = cell;
  if (value === null) return null;
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  const text = cell.text ?? value;
  return /^-?\d+$/.test(text) && cell.kind === 'select' ? Number(text) : text.toLowerCase();
}

/** A cell as results show it. */
export function writtenCell(engine: Engine, cell: Cell): SearchRow['values'][number] {
  return { value: cellValue(cell, engine.calendar), text: cell.text };
}
