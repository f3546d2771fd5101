// A record being edited: values that nobody else sees until they are saved.

import type { FieldValue } from '../account.ts';
import type { TypeSchema } from '../schema/schema.ts';
import type { StoredData, Values } from '../store/stored-data.ts';

export type Origin = 'create' | 'copy' | 'transform' | 'load';

export interface DraftLine {
  readonly values: Map<string, FieldValue>;
  /** Fields set by the caller, as opposed to filled in by the account. */
  readonly touched: Set<string>;
  /** The line as it is stored; null for a new one. */
  readonly before: Values | null;
  /** Whether its price came with it, from an order or a copied record, and is not looked up again. */
  readonly isPriced: boolean;
}

export interface Draft {
  readonly schema: TypeSchema;
  readonly id: string | null;
  readonly origin: Origin;
  readonly isDynamic: boolean;
  /** The record as it was read; null for a new one. */
  readonly before: StoredData | null;
  /** What the record is made from: the transform's source. */
  readonly source: StoredData | null;
  readonly fields: Map<string, FieldValue>;
  readonly touched: Set<string>;
  readonly sublists: Map<string, DraftLine[]>;
  readonly subrecords: Map<string, Map<string, FieldValue>>;
}

/** An empty draft of a new record. */
export function newDraft(
  schema: TypeSchema,
  options: { origin: Origin; isDynamic: boolean; source?: StoredData },
): Draft {
  return {
    schema,
    id: null,
    origin: options.origin,
    isDynamic: options.isDynamic,
    before: null,
    source: options.source ?? null,
    fields: new Map(),
    touched: new Set(),
    sublists: new Map(),
    subrecords: new Map(),
  };
}

/** A draft of a stored record. */
export function draftOf(schema: TypeSchema, record: StoredData, isDynamic: boolean): Draft {
  return {
    ...newDraft(schema, { origin: 'load', isDynamic }),
    id: record.id,
    before: record,
    fields: new Map(Object.entries(record.fields)),
    sublists: new Map(
      Object.entries(record.sublists).map(([id, lines]) => [id, lines.map(storedLine)]),
    ),
    subrecords: new Map(
      Object.entries(record.subrecords).map(([id, values]) => [
        id,
        new Map(Object.entries(values)),
      ]),
    ),
  };
}

function storedLine(values: Values): DraftLine {
  return {
    values: new Map(Object.entries(values)),
    touched: new Set(),
    before: values,
    isPriced: true,
  };
}

/** A new line with the values given, counted as filled in by the account. */
export function newLine(values: Values = {}): DraftLine {
  const isPriced = values['amount'] !== undefined;
  return { values: new Map(Object.entries(values)), touched: new Set(), before: null, isPriced };
}

/** The lines of a sublist, to be read and changed. */
export function draftLines(draft: Draft, sublistId: string): DraftLine[] {
  const known = draft.sublists.get(sublistId) ?? [];
  draft.sublists.set(sublistId, known);
  return known;
}

/** A text or id; '' when blank. */
export function idOf(values: ReadonlyMap<string, FieldValue>, fieldId: string): string {
  const value = values.get(fieldId);
  return value === null || value === undefined ? '' : String(value);
}

/** Whether a field holds nothing. */
export function isBlank(values: ReadonlyMap<string, FieldValue>, fieldId: string): boolean {
  const value = values.get(fieldId);
  return value === null || value === undefined || value === '';
}

/** Sets a field unless it already holds something. */
export function fill(values: Map<string, FieldValue>, fieldId: string, value: FieldValue): void {
  if (isBlank(values, fieldId) && value !== null && value !== '') values.set(fieldId, value);
}

/** The record as it would be stored under an id. */
export function toStored(draft: Draft, id: string): StoredData {
  return {
    type: draft.schema.type,
    id,
    fields: valuesOf(draft.fields),
    sublists: Object.fromEntries(
      [...draft.sublists].map(([sublistId, lines]) => [
        sublistId,
        lines.map((line) => valuesOf(line.values)),
      ]),
    ),
    subrecords: Object.fromEntries(
      [...draft.subrecords].map(([fieldId, values]) => [fieldId, valuesOf(values)]),
    ),
  };
}

// Blanks are not kept: a field that is not there reads as blank.
function valuesOf(values: ReadonlyMap<string, FieldValue>): Values {
  const kept: Record<string, FieldValue> = {};
  for (const [id, value] of values) {
    if (value !== null && value !== '') kept[id] = value;
  }
  return kept;
}
