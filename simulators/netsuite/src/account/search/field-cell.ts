// The search cell of a stored field, by what the schema knows about it.

import type { FieldValue } from '../account.ts';
import { numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { percentOf } from '../lifecycle/sales-lines.ts';
import { selectText, valueText } from '../records/references.ts';
import type { FieldSchema } from '../schema/field.ts';
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
  switch (field.kind) {
    case 'checkbox':
      return checkboxCell(value === true);
    case 'flag':
      return checkboxCell(value === 'T');
    case 'date':
    case 'datetime':
      return dateCell(value, field.kind);
    case 'money':
    case 'positivemoney':
      return numberCell(value, 'money');
    case 'integer':
    case 'number':
    case 'positive':
      return numberCell(value);
    case 'percent':
    case 'rate':
      return numberCell(value === undefined || value === null ? null : numberOf(percentOf(value)));
    case 'select':
      return idCell(value, (id) => selectText(engine, field, id));
    case 'multiselect':
      return multiselectCell(
        Array.isArray(value) ? value.map(String) : [],
        valueText(engine, field, value),
      );
    default:
      return textCell(value);
  }
}

function idCell(value: FieldValue | undefined, text: (id: string) => string): Cell {
  return typeof value === 'string' && value !== ''
    ? selectCell(value, text(value))
    : selectCell(null, '');
}
