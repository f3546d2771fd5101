// Finds the field a filter, a column or a formula names, through a join or not.

import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import type { Cell } from './cell.ts';
import { selectCell } from './cell.ts';
import type { Row, Table } from './table.ts';

export type CellReader = (row: Row) => Cell;

export interface FieldName {
  readonly name: string;
  readonly join: string | null;
  /** The code to refuse an unknown name with: SSS_INVALID_SRCH_FILTER or SSS_INVALID_SRCH_COLUMN. [documented] */
  readonly code: string;
}

/** A reader of the named field. @throws the code given, for a name or join the account cannot answer. */
export function readerOf(engine: Engine, table: Table, target: FieldName): CellReader {
  const name = target.name.toLowerCase();
  if (target.join === null || target.join === '') {
    const field = table.field(engine, name) ?? refuseName(target);
    return (row) => field.read(engine, row);
  }
  const join = table.join(engine, target.join.toLowerCase()) ?? refuseName(target);
  const field = join.table.field(engine, name) ?? refuseName(target);
  return (row) => {
    const joined = join.follow(engine, row);
    return joined === null ? blankLike(engine, field, row) : field.read(engine, joined);
  };
}

// A join that leads nowhere gives a blank of the field's own kind.
function blankLike(
  engine: Engine,
  field: { read: (engine: Engine, row: Row) => Cell },
  row: Row,
): Cell {
  const { kind } = field.read(engine, { ...row, record: NOTHING, line: {}, part: null });
  return kind === 'select' || kind === 'multiselect'
    ? { ...selectCell(null, ''), kind }
    : { kind, value: null, text: null, keys: [] };
}

const NOTHING = { type: '', id: '', fields: {}, sublists: {}, subrecords: {} };

function refuseName({ name, join, code }: FieldName): never {
  const shown = join === null || join === '' ? name : `${join}.${name}`;
  const part = code === 'SSS_INVALID_SRCH_COLUMN' ? 'column' : 'filter';
  return refuse(
    code,
    `An nlobjSearch${part === 'column' ? 'Column' : 'Filter'} contains an invalid ${part}, or is not in proper syntax: ${shown}.`,
  );
}
