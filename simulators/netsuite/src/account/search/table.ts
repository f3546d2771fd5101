// What can be searched: the rows of a record type, the fields of a row, and the rows it joins.

import type { Engine } from '../engine.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import type { Cell } from './cell.ts';

export type LineKind = 'main' | 'item' | 'tax' | 'shipping' | 'discount' | 'cogs';

/** One row: a record, the line it stands for, and the parts that multiply it. */
export interface Row {
  readonly record: StoredData;
  readonly lineKind: LineKind;
  /** The values of the line; {} on a main row and for records without lines. */
  readonly line: Values;
  readonly lineNumber: number;
  /** The joined record of a join that multiplies rows; absent where none was asked for. */
  readonly part: StoredData | null;
  /** The kit member of the row; {} where none was asked for. */
  readonly member: Values;
}

export interface SearchField {
  readonly read: (engine: Engine, row: Row) => Cell;
}

export interface Table {
  /** A field by name, or null where this table has none of that name. */
  readonly field: (engine: Engine, name: string) => SearchField | null;
  /** A join by name, or null. */
  readonly join: (engine: Engine, name: string) => Join | null;
}

export interface Join {
  readonly table: Table;
  /** The row joined to this one; null where there is none. */
  readonly follow: (engine: Engine, row: Row) => Row | null;
}

/** The row of a whole record. */
export function recordRow(record: StoredData): Row {
  return { record, lineKind: 'main', line: {}, lineNumber: 0, part: null, member: {} };
}
