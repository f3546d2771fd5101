// What one import works with, and the value a mapping sets from a row.

import type { FieldValue, Records } from '../account.ts';
import type { Engine } from '../engine.ts';
import type { BodyMapping, ImportMap } from './map.ts';
import type { CsvRow } from './read-file.ts';
import type { CellContext } from './values.ts';
import { cellFieldValue, countryCode, sourceText } from './values.ts';

export interface ImportWork {
  readonly engine: Engine;
  readonly records: Records;
  readonly map: ImportMap;
}

/** How the cells of a mapping are read. */
export function contextOf(work: ImportWork, mapping: BodyMapping, subsidiary: string): CellContext {
  const { multiselectDelimiter } = work.map.definition;
  return { engine: work.engine, source: mapping.source, multiselectDelimiter, subsidiary };
}

/** The value to set in a body or line field, null for none, as the map's options say for blank cells and read-only fields. */
export function valueToSet(
  work: ImportWork,
  target: { readonly mapping: BodyMapping; readonly row: CsvRow; readonly subsidiary: string },
): { readonly value: FieldValue } | null {
  const { mapping, row, subsidiary } = target;
  const { field, source } = mapping;
  if (field.readOnly && work.map.definition.ignoreReadOnly) return null;
  const text = sourceText(source, row);
  if (text === '') return work.map.definition.overwriteMissingFields ? { value: null } : null;
  if (field.id === 'country') return { value: countryCode(text) };
  return { value: cellFieldValue(field, text, contextOf(work, mapping, subsidiary)) };
}
