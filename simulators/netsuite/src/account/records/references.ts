// How records are shown where others point at them, and how they are found again by that text.

import type { FieldValue } from '../account.ts';
import type { Calendar } from '../calendar.ts';
import type { Engine } from '../engine.ts';
import type { FieldSchema } from '../schema/field.ts';
import { recordKind } from '../schema/record-kinds.ts';
import { ownName } from '../store/names.ts';
import type { Store } from '../store/store.ts';
import type { StoredData } from '../store/stored-data.ts';
import { isTrue, textOf } from '../store/stored-data.ts';

/** The text of a record in a dropdown: "Parent : Child", "Sales Order #SO12", "CUST7 Ann Lee". */
export function recordText(store: Store, record: StoredData): string {
  const { family, label } = recordKind(record.type);
  if (family === 'transaction') return `${label} #${textOf(record.fields, 'tranid')}`;
  const own = ownName(record);
  const parentId = textOf(record.fields, 'parent');
  const parent = parentId === '' ? undefined : store.find(family, parentId);
  return parent === undefined ? own : `${recordText(store, parent)} : ${own}`;
}

/** The text of a select value; the value itself where its list is not kept here. */
export function selectText(engine: Engine, field: FieldSchema, id: string): string {
  // [documented] -1 is the Custom price level; it is not a record.
  if (field.target === 'pricelevel' && id === '-1') return 'Custom';
  const option = field.options?.get(id);
  if (option !== undefined) return option;
  const record = field.target === null ? undefined : engine.store.find(field.target, id);
  return record === undefined ? id : recordText(engine.store, record);
}

/** A value as a form shows it. */
export function valueText(
  engine: Engine,
  field: FieldSchema,
  value: FieldValue | undefined,
): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(engine.calendar, field, value);
  if (Array.isArray(value))
    return value.map((id: string) => selectText(engine, field, id)).join(', ');
  if (field.kind === 'select') return selectText(engine, field, String(value));
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  return String(value);
}

function dateText(calendar: Calendar, field: FieldSchema, value: Date): string {
  return field.kind === 'date' ? calendar.formatDate(value) : calendar.formatDateTime(value);
}

/**
 * Active records whose text is this, in any case; an entity also by its id or name alone. Inactive ones do not match.
 * [documented] Oracle help section_N349594
 */
export function findByText(store: Store, family: string, text: string): StoredData[] {
  const wanted = text.trim().toLowerCase();
  const own = wanted.split(' : ').at(-1) ?? '';
  const active = store
    .named(family, family === 'transaction' ? own.slice(own.indexOf('#') + 1) : own)
    .filter((record) => !isTrue(record.fields, 'isinactive'));
  const full = active.filter((record) => recordText(store, record).toLowerCase() === wanted);
  return full.length > 0 || family !== 'entity' ? full : active;
}
