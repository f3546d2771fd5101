// All records of the account in memory, with the indexes that keep a load, an external id and a record's
// related transactions one look-up away.

import { isTransaction, recordKind } from '../schema/record-kinds.ts';
import type { Journal } from './journal.ts';
import { searchNames } from './names.ts';
import type { StoredData } from './stored-data.ts';
import { linesOf } from './stored-data.ts';

export interface Store {
  readonly get: (type: string, id: string) => StoredData | undefined;
  /** A record of any type in the family, e.g. any item. */
  readonly find: (family: string, id: string) => StoredData | undefined;
  readonly byExternalId: (family: string, externalId: string) => StoredData | undefined;
  /** Records of a family by their own name, an entity also by its id, in any case. */
  readonly named: (family: string, name: string) => StoredData[];
  /** All records of a type, oldest first. */
  readonly list: (type: string) => StoredData[];
  readonly listFamily: (family: string) => StoredData[];
  /** Every record, oldest first within its type. */
  readonly all: () => StoredData[];
  /** Puts records in place of all there are. */
  readonly restore: (records: readonly StoredData[]) => void;
  /** Transactions that name this one: created from it, paid by it, applied to it. Oldest first. */
  readonly linkedTo: (transactionId: string) => StoredData[];
  readonly put: (record: StoredData) => void;
  readonly remove: (record: StoredData) => void;
  /** The next number of a counter, from 1. */
  readonly next: (counter: string) => number;
  readonly counters: () => Readonly<Record<string, number>>;
  readonly setCounters: (counters: Readonly<Record<string, number>>) => void;
}

/** An empty store whose changes the journal can take back. */
export function createStore(journal: Journal): Store {
  const tables = createTables();
  const counters = new Map<string, number>();
  const { families, types, externalIds } = tables;
  const find = (family: string, id: string): StoredData | undefined =>
    families.get(family)?.get(id);
  return {
    find,
    get: (type, id) => types.get(type)?.get(id),
    byExternalId: (family, externalId) => externalIds.get(externalKey(family, externalId)),
    named: (family, name) =>
      [...(tables.names.get(nameKey(family, name)) ?? [])]
        .map((id) => find(family, id))
        .filter((record) => record !== undefined),
    list: (type) => [...(types.get(type)?.values() ?? [])],
    listFamily: (family) => [...(families.get(family)?.values() ?? [])],
    all: () => [...types.values()].flatMap((records) => [...records.values()]),
    restore: (records) => {
      clear(tables);
      for (const record of records) index(tables, record);
    },
    linkedTo: (transactionId) =>
      [...(tables.links.get(transactionId) ?? [])]
        .map((id) => find('transaction', id))
        .filter((record) => record !== undefined)
        .sort((a, b) => Number(a.id) - Number(b.id)),
    put: (record) => {
      const before = types.get(record.type)?.get(record.id);
      replace(tables, before, record);
      journal.record(() => {
        if (before === undefined) drop(tables, record);
        else replace(tables, record, before);
      });
    },
    remove: (record) => {
      drop(tables, record);
      journal.record(() => {
        index(tables, record);
        backInOrder(tables, record);
      });
    },
    // A number once drawn is never drawn again, also when the save that drew it fails. [documented]
    next: (counter) => {
      const value = (counters.get(counter) ?? 0) + 1;
      counters.set(counter, value);
      return value;
    },
    counters: () => Object.fromEntries(counters),
    setCounters: (saved) => {
      counters.clear();
      for (const [counter, value] of Object.entries(saved)) counters.set(counter, value);
    },
  };
}

interface Tables {
  readonly families: Map<string, Map<string, StoredData>>;
  readonly types: Map<string, Map<string, StoredData>>;
  readonly externalIds: Map<string, StoredData>;
  readonly links: Map<string, Set<string>>;
  readonly names: Map<string, Set<string>>;
}

function createTables(): Tables {
  return {
    families: new Map(),
    types: new Map(),
    externalIds: new Map(),
    links: new Map(),
    names: new Map(),
  };
}

function clear({ families, types, externalIds, links, names }: Tables): void {
  families.clear();
  types.clear();
  externalIds.clear();
  links.clear();
  names.clear();
}

function nameKey(family: string, name: string): string {
  return `${family}\n${name.trim().toLowerCase()}`;
}

function addTo(sets: Map<string, Set<string>>, key: string, id: string): void {
  const known = sets.get(key) ?? new Set<string>();
  sets.set(key, known.add(id));
}

function index(tables: Tables, record: StoredData): void {
  const { family } = recordKind(record.type);
  part(tables.families, family).set(record.id, record);
  part(tables.types, record.type).set(record.id, record);
  const externalId = record.fields['externalid'];
  if (typeof externalId === 'string') {
    tables.externalIds.set(externalKey(family, externalId), record);
  }
  for (const target of linkTargets(record)) addTo(tables.links, target, record.id);
  for (const name of searchNames(record)) addTo(tables.names, nameKey(family, name), record.id);
}

function unindex(tables: Tables, record: StoredData): void {
  const { family } = recordKind(record.type);
  const externalId = record.fields['externalid'];
  if (typeof externalId === 'string') tables.externalIds.delete(externalKey(family, externalId));
  for (const target of linkTargets(record)) tables.links.get(target)?.delete(record.id);
  for (const name of searchNames(record)) {
    tables.names.get(nameKey(family, name))?.delete(record.id);
  }
}

function drop(tables: Tables, record: StoredData): void {
  unindex(tables, record);
  tables.families.get(recordKind(record.type).family)?.delete(record.id);
  tables.types.get(record.type)?.delete(record.id);
}

// A record that comes back goes where it was, not to the end.
function backInOrder({ families, types }: Tables, record: StoredData): void {
  for (const records of [families.get(recordKind(record.type).family), types.get(record.type)]) {
    const ordered = [...(records ?? [])].sort(([a], [b]) => Number(a) - Number(b));
    records?.clear();
    for (const [id, each] of ordered) records?.set(id, each);
  }
}

function replace(tables: Tables, before: StoredData | undefined, after: StoredData): void {
  if (before !== undefined) unindex(tables, before);
  index(tables, after);
}

function part<T>(parts: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = parts.get(key) ?? new Map<string, T>();
  parts.set(key, known);
  return known;
}

// Transactions share one namespace of external ids; other records are unique by family. [assumed]
function externalKey(family: string, externalId: string): string {
  return `${family}\n${externalId}`;
}

function linkTargets(record: StoredData): Set<string> {
  const targets = new Set<string>();
  if (!isTransaction(record.type)) return targets;
  for (const field of ['createdfrom', 'salesorder', 'deposit', 'itemfulfillment']) {
    const id = record.fields[field];
    if (typeof id === 'string') targets.add(id);
  }
  for (const sublist of ['apply', 'deposit']) {
    for (const line of linesOf(record, sublist)) {
      if (line['apply'] === true && typeof line['doc'] === 'string') targets.add(line['doc']);
    }
  }
  return targets;
}
