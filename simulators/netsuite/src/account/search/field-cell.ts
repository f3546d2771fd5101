// The search cell of a stored field, by what the schema knows about it.

import type { FieldValue } from '../account.ts';
import { numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { percentOf } from '../lifecycle/sales-lines.ts';
import { selectText, valueText } from '../records/references.ts';
import type { FieldSchema, ValueKind } from '../schema/field.ts';
import type { Cell } from './cell.ts';
import {
  checkboxCell,
  dateCell,
  multiselectCell,
  numberCell,
  selectCell,
  textCell,
} from './cell.ts';

/** The cell of a field value. */
export function fieldCell(engine: Engine, field: FieldSchema, value: FieldValue | undefined): Cell {
  return CELLS[field.kind](value, { engine, field });
}

interface CellSource {
  readonly engine: Engine;
  readonly field: FieldSchema;
}

type CellOf = (value: FieldValue | undefined, source: CellSource) => Cell;

const moneyCell: CellOf = (value) => numberCell(value, 'money');
const rateCell: CellOf = (value) =>
  numberCell(value === undefined || value === null ? null : numberOf(percentOf(value)));

const CELLS: Readonly<Record<ValueKind, CellOf>> = {
  text: textCell,
  longtext: textCell,
  email: textCell,
  subrecord: textCell,
  checkbox: (value) => checkboxCell(value === true),
  flag: (value) => checkboxCell(value === 'T'),
  date: (value) => dateCell(value, 'date'),
  datetime: (value) => dateCell(value, 'datetime'),
  integer: (value) => numberCell(value),
  number: (value) => numberCell(value),
  positive: (value) => numberCell(value),
  money: moneyCell,
  positivemoney: moneyCell,
  percent: rateCell,
  rate: rateCell,
  select: (value, { engine, field }) => idCell(value, (id) => selectText(engine, field, id)),
  multiselect: (value, { engine, field }) =>
    multiselectCell(Array.isArray(value) ? value.map(String) : [], valueText(engine, field, value)),
};

function idCell(value: FieldValue | undefined, text: (id: string) => string): Cell {
  return typeof value === 'string' && value !== ''
    ? selectCell(value, text(value))
    : selectCell(null, '');
}
