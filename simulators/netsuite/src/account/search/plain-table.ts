// Searches of records that are one row each: customers, locations, custom records, folders, files, scripts.

import type { Engine } from '../engine.ts';
import { recordText } from '../records/references.ts';
import type { FieldSchema } from '../schema/field.ts';
import { ownName } from '../store/names.ts';
import { textOf } from '../store/stored-data.ts';
import { numberCell, selectCell, textCell } from './cell.ts';
import { fieldCell } from './field-cell.ts';
import type { Join, SearchField, Table } from './table.ts';
import { recordRow } from './table.ts';

/** The table of a record type without lines. */
export function plainTable(type: string): Table {
  return {
    field: (engine, name) => commonField(name) ?? schemaField(engine, type, name),
    join: (engine, name) => selectJoin(engine, type, name),
  };
}

const COMMON: Readonly<Record<string, SearchField>> = {
  internalid: { read: (_engine, { record }) => selectCell(record.id, record.id) },
  internalidnumber: { read: (_engine, { record }) => numberCell(Number(record.id)) },
  id: { read: (_engine, { record }) => numberCell(Number(record.id)) },
  externalid: {
    read: (_engine, { record }) => {
      const id = textOf(record.fields, 'externalid');
      return selectCell(id, id);
    },
  },
  externalidstring: { read: (_engine, { record }) => textCell(record.fields['externalid']) },
  namenohierarchy: { read: (_engine, { record }) => textCell(ownName(record)) },
};

/** Fields every record type can be searched by. */
export function commonField(name: string): SearchField | null {
  return COMMON[name] ?? null;
}

// Search names that differ from the record's field ids. [documented]
const ALIASES: Readonly<Record<string, string>> = {
  phone: 'addrphone',
  usesbins: 'usebins',
};

function schemaField(engine: Engine, type: string, name: string): SearchField | null {
  const { fields } = engine.schema.type(type);
  const field = fields.get(name) ?? fields.get(ALIASES[name] ?? '');
  if (field === undefined) return null;
  if (field.id === 'name' && HIERARCHIES.has(type)) return HIERARCHICAL_NAME;
  return bodyFieldReader(field);
}

const HIERARCHIES = new Set(['location', 'subsidiary', 'department', 'classification']);

// The name of a location and the like is shown below its parents. [documented]
const HIERARCHICAL_NAME: SearchField = {
  read: (engine, { record }) => textCell(recordText(engine.store, record)),
};

/** Reads a body field of the row's record. */
export function bodyFieldReader(field: FieldSchema): SearchField {
  return { read: (engine, { record }) => fieldCell(engine, field, record.fields[field.id]) };
}

/** A join through a select field that points at records kept here: script, subsidiary, folder, parent. */
function selectJoin(engine: Engine, type: string, name: string): Join | null {
  const field = engine.schema.type(type).fields.get(name);
  const target = field?.kind === 'select' ? field.target : null;
  if (field === undefined || target === null) return null;
  return {
    table: familyTable(target),
    follow: (_engine, { record }) => {
      const joined = _engine.store.find(target, textOf(record.fields, field.id));
      return joined === undefined ? null : recordRow(joined);
    },
  };
}

// One record type speaks for its family's fields: any script for scripts, the customer for entities.
const SPEAKERS: Readonly<Record<string, string>> = {
  script: 'scheduledscript',
  entity: 'customer',
  item: 'inventoryitem',
};

/** The table of a family's records, for joins that may lead to any of them. */
export function familyTable(family: string): Table {
  return plainTable(SPEAKERS[family] ?? family);
}
