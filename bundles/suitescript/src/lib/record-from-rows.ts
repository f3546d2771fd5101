// Makes one record from rows of a feed, by the same column table the saved CSV import is generated from.
// A CSV import never tells a script why a row failed; this does, or it succeeds.

import type { ColumnMapping, ImportMap } from '@sendsale/netsuite/contract';
import * as record from 'N/record';
import { cellValue, isNameField } from './cell-value.ts';
import type { Row } from './table.ts';

interface Target {
  readonly setValue: (field: string, value: ReturnType<typeof cellValue>) => void;
  readonly setText: (field: string, text: string) => void;
}

/** Creates the record of rows that belong together. @returns its internal id. @throws what NetSuite says. */
export function createFromRows(map: ImportMap, rows: readonly Row[]): string {
  const [first] = rows;
  if (first === undefined) throw new Error('A record needs at least one row');
  const made = record.create({ type: map.record.toLowerCase() });
  const body = bodyTarget(made);
  for (const { field, value } of map.fixed) body.setValue(fieldId(field), value);
  for (const mapping of map.columns) {
    const [, subrecord] = mapping.part.split('::');
    if (mapping.part === map.record) setCell(body, mapping, first);
    else if (subrecord !== undefined) setAddressCell(made, mapping, first);
  }
  setLines(made, map, rows);
  return String(made.save());
}

function setLines(made: record.Record, map: ImportMap, rows: readonly Row[]): void {
  const mappings = map.columns.filter((mapping) => /^[^:]+:[^:]+$/.test(mapping.part));
  for (const [line, row] of rows.entries()) {
    for (const mapping of mappings) {
      const sublistId = mapping.part.slice(mapping.part.indexOf(':') + 1).toLowerCase();
      setCell(lineTarget(made, sublistId, line), mapping, row);
    }
  }
}

/** The price level that is none: the rate of the line stands. It has an id, but is no record. */
const CUSTOM_PRICE = { name: 'Custom', id: '-1' } as const;

function setCell(target: Target, mapping: ColumnMapping, row: Row): void {
  const text = row[mapping.column] ?? '';
  if (text === '') return;
  const field = fieldId(mapping.field);
  if (mapping.match === 'INTERNAL_ID') target.setValue(field, text);
  else if (field === 'price' && text === CUSTOM_PRICE.name) target.setValue(field, CUSTOM_PRICE.id);
  else if (isNameField(field)) target.setText(field, text);
  else target.setValue(field, cellValue(field, text));
}

function setAddressCell(made: record.Record, mapping: ColumnMapping, row: Row): void {
  const text = row[mapping.column] ?? '';
  const subrecord = mapping.part.split('::')[1];
  if (text === '' || subrecord === undefined) return;
  const address = made.getSubrecord({ fieldId: subrecord.toLowerCase() });
  address.setValue({ fieldId: fieldId(mapping.field), value: text });
}

function bodyTarget(made: record.Record): Target {
  return {
    setValue: (field, value) => made.setValue({ fieldId: field, value }),
    setText: (field, text) => made.setText({ fieldId: field, text }),
  };
}

function lineTarget(made: record.Record, sublistId: string, line: number): Target {
  return {
    setValue: (field, value) => made.setSublistValue({ sublistId, fieldId: field, line, value }),
    setText: (field, text) => made.setSublistText({ sublistId, fieldId: field, line, text }),
  };
}

function fieldId(field: string): string {
  return field.toLowerCase();
}
