// The account as its pages show it: record types, lists, and one record with texts for ids and links to what it
// names and what names it. Reads only.

import type { Engine } from '../engine.ts';
import { statusOf } from '../lifecycle/statuses.ts';
import { recordText, valueText } from '../records/references.ts';
import { recordKind } from '../schema/record-kinds.ts';
import type { StoredData } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';
import { listColumns } from './list-columns.ts';
import { recordPage } from './record-page.ts';
import type { RecordPage } from './record-page.ts';

export interface AccountView {
  /** The types that hold records, by label. */
  readonly types: () => readonly TypeCount[];
  /** Newest first; only those with `query` in a value of the list. @throws INVALID_RCRD_TYPE */
  readonly list: (type: string, part: ListPart) => RecordList;
  /** Null for a record that is not there. @throws INVALID_RCRD_TYPE */
  readonly record: (type: string, id: string) => RecordPage | null;
}

export interface TypeCount {
  readonly type: string;
  readonly label: string;
  readonly family: string;
  readonly count: number;
}

export interface ListPart {
  readonly query: string;
  readonly start: number;
  readonly count: number;
}

export interface RecordList {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: ReadonlyArray<{ readonly id: string; readonly cells: readonly string[] }>;
  /** How many match, shown here or not. */
  readonly total: number;
}

/** The view of an account. */
export function createView(engine: Engine): AccountView {
  return {
    types: () => typeCounts(engine),
    list: (type, part) => list(engine, type, part),
    record: (type, id) => {
      const schema = engine.schema.type(type);
      const record = engine.store.get(schema.type, id);
      return record === undefined ? null : recordPage(engine, schema, record);
    },
  };
}

function typeCounts(engine: Engine): TypeCount[] {
  const counts = new Map<string, number>();
  for (const { type } of engine.store.all()) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({
      type,
      label: engine.schema.has(type) ? engine.schema.type(type).kind.label : type,
      family: recordKind(type).family,
      count,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function list(engine: Engine, type: string, { query, start, count }: ListPart): RecordList {
  const schema = engine.schema.type(type);
  const records = engine.store.list(schema.type);
  const fields = listColumns(schema, records).flatMap((id) => {
    const field = schema.fields.get(id);
    return field === undefined ? [] : [field];
  });
  const wanted = query.trim().toLowerCase();
  const rows = records.toReversed().map((record) => ({
    id: record.id,
    cells: [
      recordText(engine.store, record),
      ...fields.map((field) => cellText(engine, record, field.id)),
    ],
  }));
  const matching =
    wanted === ''
      ? rows
      : rows.filter(({ id, cells }) =>
          [id, ...cells].some((cell) => cell.toLowerCase().includes(wanted)),
        );
  return {
    label: schema.kind.label,
    columns: ['Name', ...fields.map(({ label }) => label)],
    rows: matching.slice(start, start + count),
    total: matching.length,
  };
}

function cellText(engine: Engine, record: StoredData, fieldId: string): string {
  if (fieldId === 'status') return statusOf(record)?.label ?? textOf(record.fields, 'status');
  const field = engine.schema.type(record.type).fields.get(fieldId);
  const value = record.fields[fieldId];
  if (field?.kind === 'money' && typeof value === 'number') return value.toFixed(2);
  return field === undefined ? '' : valueText(engine, field, value);
}
