// Makes a reader of a formula column or filter: the fields it names are looked up once, not per row.

import type { Engine } from '../../engine.ts';
import { numberOf } from '../../decimal.ts';
import { refuse } from '../../failure.ts';
import type { Cell } from '../cell.ts';
import { cellText, dateCell, numberCell, textCell } from '../cell.ts';
import type { CellReader } from '../reader.ts';
import { readerOf } from '../reader.ts';
import type { Row, Table } from '../table.ts';
import { parseFormula } from './parse.ts';
import type { FormulaValue } from './value.ts';
import { asNumber, asText, isDate, refuseFormula } from './value.ts';

/** A reader of formulatext, formulanumeric, formuladate and their like. @throws INVALID_SRCH_FUNCTN */
export function compileFormula(
  engine: Engine,
  table: Table,
  source: { readonly name: string; readonly formula: string | null },
): CellReader {
  const { name, formula } = source;
  const toCell = RESULTS[name];
  if (toCell === undefined)
    return refuse('SSS_INVALID_SRCH_COLUMN', `There is no formula type ${name}.`);
  if (formula === null || formula.trim() === '') return refuseFormula('it is empty.');
  const expression = parseFormula<Row>(formula, {
    calendar: engine.calendar,
    now: engine.now(),
    field: (reference) => {
      const read = fieldReader(engine, table, reference);
      return (row) => formulaValue(engine, read(row));
    },
  });
  return (row) => toCell(engine, expression(row));
}

// `createdfrom.status` is a join; names are not case sensitive.
function fieldReader(engine: Engine, table: Table, reference: string): CellReader {
  const [first = '', second] = reference.toLowerCase().split('.');
  const code = 'SSS_INVALID_SRCH_COLUMN';
  return second === undefined
    ? readerOf(engine, table, { name: first, join: null, code })
    : readerOf(engine, table, { name: second, join: first, code });
}

function formulaValue(engine: Engine, cell: Cell): FormulaValue {
  const { value } = cell;
  if (value === null) return null;
  if (value instanceof Date) return { at: value, hasTime: cell.kind === 'datetime' };
  if (typeof value === 'number') return asNumber(String(value));
  return cellText(cell, engine.calendar);
}

const RESULTS: Readonly<Record<string, (engine: Engine, value: FormulaValue) => Cell>> = {
  formulatext: (engine, value) => textCell(asText(value, engine.calendar)),
  formulanumeric: (_engine, value) => numeric(value, 'number'),
  formulapercent: (_engine, value) => numeric(value, 'number'),
  formulacurrency: (_engine, value) => numeric(value, 'money'),
  formuladate: (_engine, value) => dated(value, 'date'),
  formuladatetime: (_engine, value) => dated(value, 'datetime'),
};

function numeric(value: FormulaValue, kind: 'number' | 'money'): Cell {
  const number = asNumber(value);
  return numberCell(number === null ? null : numberOf(number), kind);
}

function dated(value: FormulaValue, kind: 'date' | 'datetime'): Cell {
  if (value === null) return dateCell(null, kind);
  return isDate(value)
    ? dateCell(value.at, kind)
    : refuseFormula('a date formula must give a date.');
}

/** The field references of a formula, e.g. `createdfrom.status`. */
export function fieldsOf(formula: string): string[] {
  return [...formula.matchAll(/\{([^}]+)\}/g)].map((match) =>
    (match[1] ?? '').trim().toLowerCase(),
  );
}
