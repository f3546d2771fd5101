// How records are shown where others point at them, and how they are found again by that text.

import type { FieldValue } from '../account.ts';
import type { Calendar } from '../calendar.ts';
import type { Engine } from '../engine.ts';
import type { FieldSchema } from '../schema/field.ts';
import { recordKind } from '../schema/record-kinds.ts';
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

/** The record's own name without those of its parents. */
export function ownName(record: StoredData): string {
  for (const field of NAME_FIELDS) {
    const name = textOf(record.fields, field);
    if (name === '') continue;
    const altName = field === 'entityid' ? textOf(record.fields, 'altname') : '';
    return altName === '' || altName === name ? name : `${name} ${altName}`;
  }
  return record.id;
}

const NAME_FIELDS = ['entityid', 'itemid', 'name', 'acctname', 'periodname', 'title'];

/** The text of a select value; the value itself where its list is not kept here. */
export function selectText(engine: Engine, field: FieldSchema, id: string): string {
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
 * Active records whose text, own name, or display name is this, in any case. Inactive ones do not match.
 * [documented] netsuite-platform §1.4
 */
export function findByText(store: Store, family: string, text: string): StoredData[] {
  const wanted = text.trim().toLowerCase();
  const active = store.listFamily(family).filter((record) => !isTrue(record.fields, 'isinactive'));
  const full = active.filter((record) => recordText(store, record).toLowerCase() === wanted);
  return full.length > 0 ? full : active.filter((record) => shortNames(record).includes(wanted));
}

// An entity is also found by its id or name alone; other records only by the whole text. [assumed]
function shortNames(record: StoredData): string[] {
  if (recordKind(record.type).family !== 'entity') return [];
  return ['entityid', 'altname'].map((field) => textOf(record.fields, field).toLowerCase());
}
