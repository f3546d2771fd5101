// Reads the serialized search inside a container: its type, filters, return columns and sorts. The property names
// (FIELD_FILTER_NAME, FIELD_ALIAS, ...) and join prefixes are those seen in exported projects; how they nest is not
// documented, so every element that carries such properties is taken for what they say. What is not understood is
// refused, never skipped.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type {
  FilterExpression,
  FilterTerm,
  SearchColumn,
  SearchDefinition,
} from '../account/account.ts';
import { searchOperator } from './search-operators.ts';
import { walk } from './xml.ts';
import type { XmlElement } from './xml.ts';

// Aliases carry the join as a prefix.
const JOINS: ReadonlyMap<string, string> = new Map([
  ['CF', 'createdfrom'],
  ['IL', 'inventorylocation'],
  ['LO', 'location'],
  ['TL', 'tolocation'],
  ['OL', 'applyingtransaction'],
]);

/** The search definition, or the first thing in it that is not understood. */
export function readSearchXml(root: XmlElement): Result<SearchDefinition, string> {
  const elements = [...walk(root)].map((element) => ({ element, bag: propertiesOf(element) }));
  const type = searchType(elements.map(({ bag }) => bag));
  if (type === null) return fail('The container names no search type.');
  const terms: FilterPart[] = [];
  const columns: SearchColumn[] = [];
  const sorts: SearchColumn[] = [];
  for (const { element, bag } of elements) {
    if (bag.has('FIELD_FILTER_NAME')) {
      const term = readTerm(element, bag);
      if (!term.ok) return term;
      terms.push(term.value);
    } else if (bag.has('FIELD_ALIAS')) {
      const column = readColumn(bag);
      if (isSort(element, bag)) sorts.push(column);
      else columns.push(column);
    }
  }
  if (columns.length === 0) return fail('The container names no column.');
  const filters = readExpression(terms);
  return filters.ok
    ? ok({ type, filters: filters.value, columns: withSorts(columns, sorts) })
    : filters;
}

type Bag = ReadonlyMap<string, string>;

// A property is a child element named FIELD_X, or a child with a name/id/key attribute FIELD_X, or an attribute.
function propertiesOf(element: XmlElement): Bag {
  const bag = new Map<string, string>(Object.entries(element.attributes));
  for (const child of element.children) {
    const { name, id, key, value } = child.attributes;
    const property = [child.name, name, id, key].find(
      (text) => text?.startsWith('FIELD_') === true,
    );
    if (property !== undefined && child.children.length === 0)
      bag.set(property, value ?? child.text);
  }
  return bag;
}

function searchType(bags: readonly Bag[]): string | null {
  for (const bag of bags) {
    for (const property of ['FIELD_SEARCH_TYPE', 'FIELD_SEARCHTYPE', 'searchtype', 'searchType']) {
      const value = bag.get(property);
      if (value !== undefined && value !== '') return value.toLowerCase();
    }
  }
  return null;
}

interface FilterPart {
  readonly term: FilterTerm;
  readonly leftParens: number;
  readonly rightParens: number;
  readonly isOr: boolean;
  readonly isNot: boolean;
}

const WITHOUT_VALUES: ReadonlySet<string> = new Set(['isempty', 'isnotempty', 'any']);

function readTerm(element: XmlElement, bag: Bag): Result<FilterPart, string> {
  const alias = bag.get('FIELD_FILTER_NAME') ?? '';
  const { name, join } = readAlias(alias);
  const modifier = bag.get('FIELD_MODIFIER') ?? bag.get('FIELD_ATTRIBUTE') ?? '';
  const operator = searchOperator(modifier);
  if (operator === null) return fail(`Filter ${alias} has the unknown operator "${modifier}".`);
  const values = readValues(element, bag);
  if (values.length === 0 && !WITHOUT_VALUES.has(operator)) {
    return fail(`Filter ${alias} ${operator} has no value that can be read.`);
  }
  return ok({
    term: {
      name,
      join,
      operator,
      values,
      formula: nullable(bag.get('FIELD_FORMULA')),
    },
    leftParens: count(bag, /LEFT_?PAREN/),
    rightParens: count(bag, /RIGHT_?PAREN/),
    isOr: flag(bag, /(IS_?OR|_OR)$/),
    isNot: flag(bag, /(IS_?NOT|_NOT)$/),
  });
}

function readValues(element: XmlElement, bag: Bag): readonly string[] {
  const own = [...bag]
    .filter(([name]) => /^FIELD_(FILTER_)?VALUES?(_?\d+)?$/.test(name))
    .map(([, text]) => text);
  const nested = [...walk(element)]
    .filter(
      (child) => child !== element && child.children.length === 0 && /^values?$/i.test(child.name),
    )
    .map((child) => child.attributes['value'] ?? child.text);
  const split = own.flatMap((text) => text.split('\u0005'));
  return [...split, ...nested].filter((text) => text !== '').map(withLowerKeyword);
}

// Relative dates are keywords, which N/search writes in lower case.
function withLowerKeyword(text: string): string {
  return /^(TODAY|YESTERDAY|TOMORROW|(LAST|THIS|NEXT)\w+)$/.test(text) ? text.toLowerCase() : text;
}

function readColumn(bag: Bag): SearchColumn {
  const { name, join } = readAlias(bag.get('FIELD_ALIAS') ?? '');
  return {
    name,
    join,
    label: nullable(bag.get('FIELD_LABEL')),
    formula: nullable(bag.get('FIELD_FORMULA')),
    function: nullable(bag.get('FIELD_FUNCTION'))?.toLowerCase() ?? null,
    summary: nullable(bag.get('FIELD_SUMMARY_TYPE'))?.toLowerCase() ?? null,
    sort: flag(bag, /DESC/) ? 'DESC' : flag(bag, /SORT|ASC/) ? 'ASC' : null,
  };
}

function isSort(element: XmlElement, bag: Bag): boolean {
  return (
    /sort/i.test(element.name) ||
    /sort/i.test(element.attributes['type'] ?? '') ||
    bag.has('FIELD_SORT_ORDER')
  );
}

function readAlias(alias: string): { name: string; join: string | null } {
  const bare = alias.replace(/^(Transaction|Item|Customer|Entity)_/i, '');
  const prefix = /^([A-Z]{2})_(.+)$/.exec(bare);
  const join = prefix === null ? undefined : JOINS.get(prefix[1] ?? '');
  if (join !== undefined) return { name: (prefix?.[2] ?? '').toLowerCase(), join };
  const [first = '', second] = bare.split('.');
  return second === undefined
    ? { name: first.toLowerCase(), join: null }
    : { name: second.toLowerCase(), join: first.toLowerCase() };
}

function readExpression(parts: readonly FilterPart[]): Result<FilterExpression, string> {
  const root: Group = [];
  const stack: Group[] = [root];
  for (const part of parts) {
    let group = stack.at(-1) ?? root;
    for (let depth = 0; depth < part.leftParens; depth += 1) {
      const inner: Group = [];
      group.push(inner);
      stack.push(inner);
      group = inner;
    }
    if (part.isNot) group.push('NOT');
    group.push(part.term);
    for (let depth = 0; depth < part.rightParens; depth += 1) stack.pop();
    if (stack.length === 0) return fail('The filters close more parentheses than they open.');
    if (part !== parts.at(-1)) stack.at(-1)?.push(part.isOr ? 'OR' : 'AND');
  }
  return stack.length === 1 ? ok(root) : fail('The filters open more parentheses than they close.');
}

type Group = Array<FilterTerm | FilterExpression | 'AND' | 'OR' | 'NOT'>;

function withSorts(
  columns: readonly SearchColumn[],
  sorts: readonly SearchColumn[],
): readonly SearchColumn[] {
  return columns.map((column) => {
    const sort = sorts.find((one) => one.name === column.name && one.join === column.join);
    return sort === undefined ? column : { ...column, sort: sort.sort ?? 'ASC' };
  });
}

function nullable(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

function flag(bag: Bag, pattern: RegExp): boolean {
  return [...bag].some(([name, text]) => pattern.test(name) && /^(T|true|1|DESC|ASC)$/i.test(text));
}

function count(bag: Bag, pattern: RegExp): number {
  const text = [...bag].find(([name]) => pattern.test(name))?.[1] ?? '0';
  return /^(T|true)$/i.test(text) ? 1 : Number.parseInt(text, 10) || 0;
}
