// A saved import map made ready: its mappings by the part of the record they fill, checked against the schema.

import type { CsvFieldMapping, CsvImportDefinition } from '../definitions.ts';
import type { FieldSchema } from '../schema/field.ts';
import type { Schema, TypeSchema } from '../schema/schema.ts';
import { ADDRESS_FIELDS } from '../records/subrecord.ts';
import { refuseJob } from './read-file.ts';

export interface BodyMapping {
  readonly field: FieldSchema;
  readonly source: CsvFieldMapping['source'];
}

export interface SubrecordMapping {
  readonly subrecord: string;
  readonly fieldId: string;
  readonly source: CsvFieldMapping['source'];
}

export interface SublistMap {
  readonly id: string;
  /** What tells which line a row is about; null where no column does. */
  readonly lineKey: BodyMapping | null;
  readonly itemKey: BodyMapping | null;
  /** What is set on a line: all but its number. */
  readonly mappings: readonly BodyMapping[];
  /** The columns a row has a line by. */
  readonly columns: ReadonlyArray<CsvFieldMapping['source']>;
}

/** What tells which record a row belongs to. [documented] External ID, Internal ID or the transaction number */
export interface UniqueId {
  readonly kind: 'internalid' | 'externalid' | 'tranid';
  readonly column: string;
}

export interface ImportMap {
  readonly definition: CsvImportDefinition;
  readonly schema: TypeSchema;
  readonly body: readonly BodyMapping[];
  readonly subrecords: readonly SubrecordMapping[];
  readonly sublists: readonly SublistMap[];
  /** In the order they are used: internal id, external id, transaction number. */
  readonly uniqueIds: readonly UniqueId[];
}

const INTERNAL_ID = new Set(['id', 'internalid']);

/** Reads a definition. @throws FAILED_TO_SUBMIT_JOB_REQUEST_1 when it names what the account does not have. */
export function readMap(schema: Schema, definition: CsvImportDefinition): ImportMap {
  const type = definition.recordType.toLowerCase();
  if (!schema.has(type)) refuseJob(`the record type ${definition.recordType} cannot be imported.`);
  const typeSchema = schema.type(type);
  const parts = definition.mappings.map((mapping) => ({ mapping, part: partOf(mapping.record) }));
  const bodyMappings = parts
    .filter(({ part }) => part.kind === 'body')
    .map(({ mapping }) => mapping);
  return {
    definition,
    schema: typeSchema,
    body: bodyMappings
      .filter((mapping) => !INTERNAL_ID.has(mapping.field.toLowerCase()))
      .map((mapping) => fieldMapping(definition, typeSchema.fields, mapping)),
    subrecords: parts
      .filter(({ part }) => part.kind === 'subrecord')
      .map(({ mapping, part }) =>
        subrecordMapping(definition, typeSchema, { mapping, id: part.id }),
      ),
    sublists: sublistMaps(definition, typeSchema, parts),
    uniqueIds: uniqueIds(bodyMappings),
  };
}

interface Part {
  readonly kind: 'body' | 'sublist' | 'subrecord';
  readonly id: string;
}

// One colon names a sublist, two a subrecord. [documented]
function partOf(record: string): Part {
  const [, subrecord] = record.split('::');
  if (subrecord !== undefined) return { kind: 'subrecord', id: subrecord.toLowerCase() };
  const [, sublist] = record.split(':');
  return sublist === undefined
    ? { kind: 'body', id: '' }
    : { kind: 'sublist', id: sublist.toLowerCase() };
}

function fieldMapping(
  definition: CsvImportDefinition,
  fields: ReadonlyMap<string, FieldSchema>,
  mapping: CsvFieldMapping,
): BodyMapping {
  const field = fields.get(mapping.field.toLowerCase());
  if (field === undefined) return refuseMapping(definition, mapping);
  return { field, source: mapping.source };
}

function refuseMapping(definition: CsvImportDefinition, mapping: CsvFieldMapping): never {
  return refuseJob(
    `the map ${definition.id} names ${mapping.record}.${mapping.field}, which does not exist.`,
  );
}

function subrecordMapping(
  definition: CsvImportDefinition,
  schema: TypeSchema,
  target: { readonly mapping: CsvFieldMapping; readonly id: string },
): SubrecordMapping {
  const { mapping, id } = target;
  const fieldId = mapping.field.toLowerCase();
  const isSubrecord = schema.fields.get(id)?.kind === 'subrecord';
  if (!isSubrecord || !ADDRESS_FIELDS.includes(fieldId)) return refuseMapping(definition, mapping);
  return { subrecord: id, fieldId, source: mapping.source };
}

function sublistMaps(
  definition: CsvImportDefinition,
  schema: TypeSchema,
  parts: ReadonlyArray<{ readonly mapping: CsvFieldMapping; readonly part: Part }>,
): SublistMap[] {
  const ids = parts.filter(({ part }) => part.kind === 'sublist').map(({ part }) => part.id);
  return [...new Set(ids)].map((id) => {
    const fields = schema.sublists.get(id)?.fields ?? new Map<string, FieldSchema>();
    const own = parts.filter(({ part }) => part.kind === 'sublist' && part.id === id);
    return sublistMap(
      id,
      own.map(({ mapping }) => fieldMapping(definition, fields, mapping)),
    );
  });
}

const LINE_KEYS = new Set(['line', 'orderline']);
const ITEM_KEYS = new Set(['item']);

function sublistMap(id: string, mappings: readonly BodyMapping[]): SublistMap {
  const inColumns = mappings.filter(({ source }) => source.kind === 'column');
  const keyIn = (fieldIds: ReadonlySet<string>): BodyMapping | null =>
    inColumns.find(({ field }) => fieldIds.has(field.id)) ?? null;
  return {
    id,
    lineKey: keyIn(LINE_KEYS),
    itemKey: keyIn(ITEM_KEYS),
    mappings: mappings.filter(({ field }) => !LINE_KEYS.has(field.id)),
    columns: inColumns.map(({ source }) => source),
  };
}

function uniqueIds(mappings: readonly CsvFieldMapping[]): UniqueId[] {
  const found: UniqueId[] = [];
  const add = (kind: UniqueId['kind'], names: ReadonlySet<string>): void => {
    const mapping = mappings.find((each) => names.has(each.field.toLowerCase()));
    if (mapping?.source.kind === 'column') found.push({ kind, column: mapping.source.column });
  };
  add('internalid', INTERNAL_ID);
  add('externalid', new Set(['externalid']));
  add('tranid', new Set(['tranid']));
  return found;
}
