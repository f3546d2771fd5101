// The values of cells: references found by name, internal id or external id, everything else as the field reads it.
// Refusals carry the texts of NetSuite's response files. [documented] Oracle help section_N349594

import type { FieldValue } from '../account.ts';
import type { CsvFieldMapping } from '../definitions.ts';
import type { Engine } from '../engine.ts';
import { refuse, refuseAsUser } from '../failure.ts';
import { findByText } from '../records/references.ts';
import { coerce } from '../schema/coerce.ts';
import type { FieldSchema } from '../schema/field.ts';
import type { StoredData } from '../store/stored-data.ts';
import { isTrue, textOf } from '../store/stored-data.ts';
import type { CsvRow } from './read-file.ts';

/** The text a mapping takes from a row: its constant, or the cell. */
export function sourceText(source: CsvFieldMapping['source'], row: CsvRow): string {
  return source.kind === 'constant' ? source.value : row.cell(source.column);
}

export interface CellContext {
  readonly engine: Engine;
  readonly source: CsvFieldMapping['source'];
  readonly multiselectDelimiter: string;
  /** The subsidiary the record is for, as far as the row says; ''. */
  readonly subsidiary: string;
}

/** The value of a filled cell. @throws with the text of the response file */
export function cellFieldValue(field: FieldSchema, text: string, context: CellContext): FieldValue {
  const { kind } = field;
  if (kind === 'select') return selectValue(field, text, context);
  if (kind === 'date' || kind === 'datetime') return dateValue(field, text, context.engine);
  if (kind === 'flag') return flagValue(field, text);
  if (kind !== 'multiselect') return coerce(field, text, context.engine.calendar);
  return text
    .split(context.multiselectDelimiter)
    .map((part) => String(selectValue(field, part.trim(), context)));
}

function dateValue(field: FieldSchema, text: string, engine: Engine): FieldValue {
  if (engine.calendar.parse(text) === null) {
    refuse(
      'INVALID_FLD_VALUE',
      `Date field not in your preferred date format for field '${field.label}'. ` +
        `Invalid Field Value ${text} for the following field: ${field.id}`,
    );
  }
  return coerce(field, text, engine.calendar);
}

function flagValue(field: FieldSchema, text: string): FieldValue {
  const wanted = text.toLowerCase();
  if (['t', 'true', 'yes'].includes(wanted)) return 'T';
  if (['f', 'false', 'no'].includes(wanted)) return 'F';
  return refuseReference(field, text);
}

function refuseReference(field: FieldSchema, text: string): never {
  return refuseAsUser(`Invalid ${field.id} reference key ${text}.`);
}

function selectValue(field: FieldSchema, text: string, context: CellContext): FieldValue {
  const { source } = context;
  const reference = source.kind === 'column' ? source.reference : 'INTERNAL_ID';
  const byOption = optionValue(field, text);
  if (byOption !== null) return byOption;
  if (field.target === null) return field.options === null ? text : refuseReference(field, text);
  if (field.target === 'pricelevel' && (text.toLowerCase() === 'custom' || text === '-1'))
    return '-1';
  const found = findReference(context.engine, field, { reference, text });
  if (found === null) return refuseUnknown(field, text, context);
  checkEntitySubsidiary(field, found, context);
  return found.id;
}

// A list value by its label or its id.
function optionValue(field: FieldSchema, text: string): string | null {
  for (const [id, label] of field.options ?? []) {
    if (id === text || label.toLowerCase() === text.toLowerCase()) return id;
  }
  return null;
}

type Reference = 'NAME' | 'INTERNAL_ID' | 'EXTERNAL_ID';

// Inactive records do not match. [documented]
function findReference(
  engine: Engine,
  field: FieldSchema,
  wanted: { readonly reference: Reference; readonly text: string },
): StoredData | null {
  const family = field.target ?? '';
  const { reference, text } = wanted;
  if (reference === 'NAME') {
    const [found, second] = findByText(engine.store, family, text);
    if (second !== undefined) refuseAsUser('Matched more than one record');
    return found ?? null;
  }
  const found =
    reference === 'INTERNAL_ID'
      ? engine.store.find(family, text)
      : engine.store.byExternalId(family, text);
  return found === undefined || isTrue(found.fields, 'isinactive') ? null : found;
}

function refuseUnknown(field: FieldSchema, text: string, context: CellContext): never {
  if (field.target !== 'entity') return refuseReference(field, text);
  const subsidiary = context.subsidiary === '' ? '1' : context.subsidiary;
  return refuseAsUser(`Invalid ${field.id} reference key ${text} for subsidiary ${subsidiary}.`);
}

// With the key in quotes the entity exists, but not in that subsidiary. [documented]
function checkEntitySubsidiary(field: FieldSchema, found: StoredData, context: CellContext): void {
  if (field.target !== 'entity' || context.subsidiary === '') return;
  const theirs = textOf(found.fields, 'subsidiary');
  if (theirs === '' || theirs === context.subsidiary) return;
  refuseAsUser(
    `Invalid ${field.id} reference key "${found.id}" for subsidiary ${context.subsidiary}.`,
  );
}

// Names and two-letter codes of countries. Help asks for the name; the published order feeds send the code. [seen]
const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' });

/** The two-letter code of a country. @throws with the documented text for what is none */
export function countryCode(text: string): string {
  const code = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && COUNTRIES.of(code) !== code) return code;
  return (
    countryCodes().get(text.toLowerCase()) ?? refuseAsUser(`Invalid country reference key ${text}.`)
  );
}

let codesByName: ReadonlyMap<string, string> | null = null;

function countryCodes(): ReadonlyMap<string, string> {
  if (codesByName === null) {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    codesByName = new Map(codes.map((code) => [(COUNTRIES.of(code) ?? code).toLowerCase(), code]));
  }
  return codesByName;
}
