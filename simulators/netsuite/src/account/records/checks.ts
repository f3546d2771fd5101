// The checks every save makes, whatever the record type.

import type { FieldValue } from '../account.ts';
import type { Engine } from '../engine.ts';
import { refuse, refuseAsUser } from '../failure.ts';
import { refuseValue } from '../schema/coerce.ts';
import type { FieldSchema } from '../schema/field.ts';
import { isTrue } from '../store/stored-data.ts';
import type { Draft, DraftLine } from './draft.ts';
import { idOf, isBlank } from './draft.ts';

/** Refuses a save without its mandatory fields. The text is [documented]. */
export function checkRequired(draft: Draft): void {
  const missing = new Set(missingLabels(draft.schema.fields, draft.fields));
  for (const { fields, line } of linesWithFields(draft)) {
    for (const label of missingLabels(fields, line.values)) missing.add(label);
  }
  if (missing.size > 0) refuseAsUser(`Please enter value(s) for: ${[...missing].join(', ')}`);
}

function missingLabels(
  fields: ReadonlyMap<string, FieldSchema>,
  values: ReadonlyMap<string, FieldValue>,
): string[] {
  return [...fields.values()]
    .filter((field) => field.required && isBlank(values, field.id))
    .map((field) => field.label);
}

interface LineWithFields {
  readonly fields: ReadonlyMap<string, FieldSchema>;
  readonly line: DraftLine;
}

function linesWithFields(draft: Draft): LineWithFields[] {
  return [...draft.sublists].flatMap(([sublistId, lines]) => {
    const fields = draft.schema.sublists.get(sublistId)?.fields;
    return fields === undefined ? [] : lines.map((line) => ({ fields, line }));
  });
}

/** Refuses references, set or changed here, to records that are not there or not active. */
export function checkReferences(engine: Engine, draft: Draft): void {
  const before = draft.before?.fields ?? {};
  for (const [fieldId, value] of draft.fields) {
    const field = draft.schema.fields.get(fieldId);
    if (field !== undefined) checkReference(engine, field, { value, before: before[fieldId] });
  }
  for (const { fields, line } of linesWithFields(draft)) {
    for (const [fieldId, value] of line.values) {
      const field = fields.get(fieldId);
      if (field === undefined) continue;
      checkReference(engine, field, { value, before: line.before?.[fieldId] });
    }
  }
}

interface Change {
  readonly value: FieldValue | undefined;
  readonly before: FieldValue | undefined;
}

/** Refuses one reference; unchanged ones are left alone. [documented] code and text */
export function checkReference(engine: Engine, field: FieldSchema, change: Change): void {
  if (field.kind !== 'select' || field.target === null) return;
  const { value, before } = change;
  if (typeof value !== 'string' || value === '' || value === before) return;
  if (isVirtual(field.target, value)) return;
  const record = engine.store.find(field.target, value);
  if (record === undefined || isTrue(record.fields, 'isinactive')) refuseValue(field, value);
}

// [documented] -1 is the Custom price level; it is not a record.
function isVirtual(target: string, id: string): boolean {
  return target === 'pricelevel' && id === '-1';
}

/** Refuses an external id that another record of the family carries. [documented] */
export function checkExternalId(engine: Engine, draft: Draft): void {
  const externalId = idOf(draft.fields, 'externalid');
  if (externalId === '') return;
  const other = engine.store.byExternalId(draft.schema.kind.family, externalId);
  if (other === undefined || other.id === draft.id) return;
  const text = draft.schema.isCustomRecord
    ? 'There is already a Custom Record Entry with that name'
    : 'This record already exists';
  refuse('DUP_RCRD', text);
}

/** Refuses a draft whose record was saved by someone else after it was read. [documented] */
export function checkUnchanged(engine: Engine, draft: Draft): void {
  if (draft.before === null) return;
  const present = engine.store.get(draft.schema.type, draft.before.id);
  if (present === undefined) {
    refuse('RCRD_DSNT_EXIST', 'The record has been deleted since you retrieved it');
  }
  if (present !== draft.before) refuse('RCRD_HAS_BEEN_CHANGED', 'Record has been changed');
}
