// Reading and setting sublist fields of a draft, shared by the standard and the dynamic mode.

import type { FieldValue } from '../account.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import { coerce } from '../schema/coerce.ts';
import type { FieldSchema, SublistSchema } from '../schema/field.ts';
import { checkWritable, readValue } from './body-access.ts';
import { checkReference } from './checks.ts';
import type { Draft, DraftLine } from './draft.ts';
import { draftLines } from './draft.ts';

/** A sublist of the draft. @throws SSS_INVALID_SUBLIST_OPERATION [documented] */
export function sublistOf(draft: Draft, sublistId: string): SublistSchema {
  const sublist = draft.schema.sublists.get(sublistId.toLowerCase());
  if (sublist !== undefined) return sublist;
  return refuseSublist(`Sublist ${sublistId} does not exist on record type ${draft.schema.type}.`);
}

/** A field of a sublist. @throws SSS_INVALID_SUBLIST_OPERATION [documented] */
export function lineField(draft: Draft, sublistId: string, fieldId: string): FieldSchema {
  const sublist = sublistOf(draft, sublistId);
  const field = sublist.fields.get(fieldId.toLowerCase());
  if (field !== undefined) return field;
  return refuseSublist(
    `Field ${fieldId} does not exist on sublist ${sublistId} of record type ${draft.schema.type}.`,
  );
}

/** A line by its index from 0. @throws SSS_INVALID_SUBLIST_OPERATION */
export function lineAt(draft: Draft, sublistId: string, index: number): DraftLine {
  const lines = draftLines(draft, sublistOf(draft, sublistId).id);
  const line = Number.isInteger(index) ? lines[index] : undefined;
  if (line !== undefined) return line;
  return refuseSublist(
    `Line ${index} does not exist on sublist ${sublistId}, which has ${lines.length}.`,
  );
}

export function readLineValue(field: FieldSchema, line: DraftLine): FieldValue {
  const value = line.values.get(field.id);
  return field.kind === 'checkbox' ? (value ?? false) : readValue(value);
}

/** Sets a field of a line, sourcing what depends on it in dynamic mode. */
export function writeLineValue(
  engine: Engine,
  place: { draft: Draft; sublistId: string; line: DraftLine },
  target: { fieldId: string; value: FieldValue },
): void {
  const { draft, line } = place;
  const sublist = sublistOf(draft, place.sublistId);
  const field = lineField(draft, place.sublistId, target.fieldId);
  checkWritable(field);
  checkEditable(sublist);
  const value = coerce(field, target.value, engine.calendar);
  if (draft.isDynamic) checkReference(engine, field, { value, before: line.values.get(field.id) });
  line.values.set(field.id, value);
  line.touched.add(field.id);
  if (!draft.isDynamic) return;
  const change = { draft, sublistId: sublist.id, line, fieldId: field.id };
  engine.behaviourOf(draft.schema.type).lineChanged(engine, change);
}

/** Refuses adding and removing on sublists whose lines come from elsewhere. [documented] */
export function checkAddable(sublist: SublistSchema): void {
  if (sublist.kind === 'editor') return;
  refuseSublist(`Lines of sublist ${sublist.id} can be neither added nor removed.`);
}

function checkEditable(sublist: SublistSchema): void {
  if (sublist.kind !== 'static') return;
  refuseSublist(`Sublist ${sublist.id} is read only.`);
}

export function refuseSublist(message: string): never {
  return refuse('SSS_INVALID_SUBLIST_OPERATION', message);
}
