// Which records a search looks at, and how many rows each of them is. Terms that name ids, types or links narrow
// the records before any row is made.

import type { FilterExpression, FilterTerm, SearchDefinition } from '../account.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import { recordKind, typesOfSearchCode } from '../schema/record-kinds.ts';
import type { StoredData } from '../store/stored-data.ts';
import { linesOf } from '../store/stored-data.ts';
import { fieldsOf } from './formula/compile.ts';
import { isByLocation, itemTable, locationRows } from './item-table.ts';
import { plainTable } from './plain-table.ts';
import type { Row, Table } from './table.ts';
import { recordRow } from './table.ts';
import { transactionRows } from './transaction-rows.ts';
import { RELATED, relatedTo, TRANSACTION_TYPES, transactionTable } from './transaction-table.ts';

export interface SearchSource {
  readonly table: Table;
  readonly family: string;
  readonly types: readonly string[];
}

/** The source behind a search type: `transaction`, `item`, a record type or a custom record. */
export function searchSource(engine: Engine, searchType: string): SearchSource {
  const type = searchType.toLowerCase();
  if (type === 'transaction') {
    return { table: transactionTable, family: 'transaction', types: TRANSACTION_TYPES };
  }
  if (type === 'item') return { table: itemTable, family: 'item', types: [] };
  if (!engine.schema.has(type)) {
    return refuse('INVALID_SEARCH_TYPE', `The search type ${searchType} is invalid.`);
  }
  const { family } = recordKind(type);
  const table =
    family === 'transaction' ? transactionTable : family === 'item' ? itemTable : plainTable(type);
  return { table, family, types: [type] };
}

/** The rows to be filtered. */
export function candidates(engine: Engine, source: SearchSource, search: SearchDefinition): Row[] {
  const records = candidateRecords(engine, source, requiredTerms(search));
  const names = namesUsed(search);
  if (source.family === 'transaction') return transactionCandidates(engine, records, names);
  if (source.family === 'item') return itemCandidates(engine, records, names);
  return records.map(recordRow);
}

function candidateRecords(
  engine: Engine,
  source: SearchSource,
  terms: readonly FilterTerm[],
): StoredData[] {
  const { store } = engine;
  const isWanted = (record: StoredData): boolean =>
    source.types.length === 0 || source.types.includes(record.type);
  for (const term of terms) {
    if (!IS_IN.has(term.operator.toLowerCase()) || isJoined(term)) continue;
    const found = byId(engine, source, term);
    if (found !== null) return found.filter(isWanted);
  }
  const types = typesWanted(source, terms);
  return types.length === 0
    ? store.listFamily(source.family)
    : types.flatMap((type) => store.list(type));
}

const IS_IN = new Set(['is', 'anyof', 'equalto']);

function isJoined(term: FilterTerm): boolean {
  return term.join !== null && term.join !== '';
}

// Null when the term does not name records.
function byId(engine: Engine, { family }: SearchSource, term: FilterTerm): StoredData[] | null {
  const { store } = engine;
  const isPresent = (record: StoredData | undefined): record is StoredData => record !== undefined;
  switch (term.name.toLowerCase()) {
    case 'internalid':
    case 'internalidnumber':
      return [...new Set(term.values)].map((id) => store.find(family, id)).filter(isPresent);
    case 'externalid':
      if (term.values.some((value) => value.startsWith('@'))) return null;
      return externalMatches(engine, family, term.values);
    case 'createdfrom':
      if (family !== 'transaction' || term.values.some((value) => value.startsWith('@')))
        return null;
      return [...new Set(term.values)].flatMap((id) => store.linkedTo(id));
    default:
      return null;
  }
}

function externalMatches(
  engine: Engine,
  family: string,
  values: readonly string[],
): StoredData[] | null {
  const found = values.map((value) => engine.store.byExternalId(family, value));
  // Another case of the id might match too; only the whole scan knows.
  return found.every((record) => record !== undefined) ? [...new Set(found)] : null;
}

function typesWanted(source: SearchSource, terms: readonly FilterTerm[]): readonly string[] {
  const term = terms.find(
    ({ name, join, operator }) =>
      name.toLowerCase() === 'type' &&
      (join === null || join === '') &&
      IS_IN.has(operator.toLowerCase()),
  );
  if (term === undefined || (source.family !== 'transaction' && source.family !== 'item')) {
    return source.types;
  }
  const wanted = [
    ...new Set(term.values.flatMap((code) => typesOfSearchCode(source.family, code))),
  ];
  const kept =
    source.types.length === 0 ? wanted : wanted.filter((type) => source.types.includes(type));
  return kept.length === 0 ? source.types : kept;
}

/** The terms every row must satisfy: those ANDed at the top of the expression. */
function requiredTerms(search: SearchDefinition): FilterTerm[] {
  if (search.filters.includes('OR') || search.filters.includes('NOT')) return [];
  return search.filters.filter((part): part is FilterTerm => isTerm(part));
}

function isTerm(part: FilterExpression[number]): part is FilterTerm {
  return typeof part === 'object' && !Array.isArray(part);
}

// Every field and join name the search mentions, formulas included.
function namesUsed(search: SearchDefinition): Set<string> {
  const names = new Set<string>();
  const add = (part: {
    readonly name: string;
    readonly join: string | null;
    readonly formula: string | null;
  }): void => {
    names.add(part.name.toLowerCase());
    if (part.join !== null) names.add(part.join.toLowerCase());
    for (const reference of fieldsOf(part.formula ?? '')) {
      for (const name of reference.split('.')) names.add(name);
    }
  };
  const visit = (expression: FilterExpression): void => {
    for (const part of expression) {
      if (typeof part === 'string') continue;
      if (isTerm(part)) add(part);
      else visit(part);
    }
  };
  visit(search.filters);
  for (const column of search.columns) add(column);
  return names;
}

// A related transaction multiplies the rows, once for each of them. [seen]
function transactionCandidates(
  engine: Engine,
  records: readonly StoredData[],
  names: ReadonlySet<string>,
): Row[] {
  const rows = records.flatMap((record) => transactionRows(engine, record));
  const relations = [...names].filter((name) => RELATED.has(name));
  const [relation] = relations;
  if (relation === undefined) return rows;
  if (relations.length > 1) {
    return refuse(
      'SSS_INVALID_SRCH_FILTER',
      `One search through ${relations.join(' and ')} together is not supported.`,
    );
  }
  return rows.flatMap((row) => {
    const related = relatedTo(engine, row, relation);
    return related.length === 0 ? [row] : related.map((part) => ({ ...row, part }));
  });
}

function itemCandidates(
  engine: Engine,
  records: readonly StoredData[],
  names: ReadonlySet<string>,
): Row[] {
  const rows = records.map(recordRow);
  if ([...names].some(isByLocation)) return rows.flatMap((row) => locationRows(engine, row));
  if (!names.has('memberitem') && !names.has('memberquantity')) return rows;
  return rows.flatMap((row) => {
    const members = linesOf(row.record, 'member');
    return members.length === 0 ? [row] : members.map((member) => ({ ...row, member }));
  });
}
