// Reading and setting body fields of a draft, as getValue, setValue, getText and setText do.

import type { FieldValue } from '../account.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import { coerce, refuseValue } from '../schema/coerce.ts';
import type { FieldSchema } from '../schema/field.ts';
import { checkReference } from './checks.ts';
import type { Draft } from './draft.ts';
import { findByText, valueText } from './references.ts';

/** A body field. @throws INVALID_FIELD_ID */
export function bodyField(draft: Draft, fieldId: string): FieldSchema {
  const field = draft.schema.fields.get(fieldId.toLowerCase());
  if (field !== undefined) return field;
  return refuse(
    'INVALID_FIELD_ID',
    `Field ${fieldId} does not exist on record type ${draft.schema.type}.`,
  );
}

/** A blank reads as '', a date as a Date of its own. */
export function readValue(value: FieldValue | undefined): FieldValue {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? new Date(value) : value;
}

export function getBodyValue(draft: Draft, fieldId: string): FieldValue {
  if (fieldId.toLowerCase() === 'id' || fieldId.toLowerCase() === 'internalid')
    return draft.id ?? '';
  const field = bodyField(draft, fieldId);
  const value = draft.fields.get(field.id);
  return field.kind === 'checkbox' ? (value ?? false) : readValue(value);
}

export function setBodyValue(
  engine: Engine,
  draft: Draft,
  target: { fieldId: string; value: FieldValue },
): void {
  const field = bodyField(draft, target.fieldId);
  checkWritable(field);
  const value = coerce(field, target.value, engine.calendar);
  if (draft.isDynamic) {
    checkReference(engine, field, { value, before: draft.fields.get(field.id) });
  }
  draft.fields.set(field.id, value);
  draft.touched.add(field.id);
  if (draft.isDynamic) engine.behaviourOf(draft.schema.type).fieldChanged(engine, draft, field.id);
}

export function getBodyText(engine: Engine, draft: Draft, fieldId: string): string {
  const field = bodyField(draft, fieldId);
  checkTextReadable(draft, draft.touched, field);
  return valueText(engine, field, draft.fields.get(field.id));
}

/** In standard mode the text of a field set by value is not known before the save. [documented] */
export function checkTextReadable(
  draft: Draft,
  touched: ReadonlySet<string>,
  field: FieldSchema,
): void {
  if (draft.isDynamic || field.kind !== 'select' || !touched.has(field.id)) return;
  refuse(
    'SSS_INVALID_API_USAGE',
    'Invalid API usage. You must use getValue to return the value set with setValue.',
  );
}

/** The value behind a text: a record or list value by its name, anything else as typed. */
export function valueOfText(engine: Engine, field: FieldSchema, text: string): FieldValue {
  if (text === '' || field.kind !== 'select') return text;
  for (const [id, label] of field.options ?? []) {
    if (label.toLowerCase() === text.toLowerCase()) return id;
  }
  const target = field.target;
  if (target === null) return text;
  const [found, second] = findByText(engine.store, target, text);
  return found === undefined || second !== undefined ? refuseValue(field, text) : found.id;
}

/** Refuses a field that the account computes. Code and text are [documented]. */
export function checkWritable(field: FieldSchema): void {
  if (!field.readOnly) return;
  refuse(
    'INSUFFICIENT_PERMISSION',
    `You do not have permissions to set a value for element ${field.id} due to one of the following reasons: ` +
      '1) The field is read-only; 2) An associated feature is disabled; ' +
      '3) The field is available either when a record is created or updated, but not in both cases.',
  );
}
