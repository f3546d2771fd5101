// Filters and columns as scripts write them, and as the account's search engine takes them.

import type { FilterExpression, FilterTerm, SearchColumn } from '../../account/account.ts';
import { refuse } from '../../account/failure.ts';
import { searchOperator } from '../../sdf/search-operators.ts';
import { notSupported } from '../not-supported.ts';
import { types } from 'node:util';
import { isPlain, textOf } from '../options.ts';

/** Writes a Date in the account's format, as filter values are texts. */
export type WriteDate = (date: Date) => string;

/** A `name` that may carry its join (`script.scriptid`) or a formula (`formulatext: {memo}`). */
export interface FieldReference {
  readonly name: string;
  readonly join: string | null;
  readonly formula: string | null;
}

export function readFieldReference(text: string): FieldReference {
  const formula =
    /^(formula(?:text|numeric|date|datetime|currency|percent))\s*:\s*([\s\S]*)$/i.exec(text);
  if (formula !== null)
    return { name: (formula[1] ?? '').toLowerCase(), join: null, formula: formula[2] ?? '' };
  if (/^(count|sum|avg|min|max|group)\(/i.test(text)) notSupported(`the summary filter ${text}`);
  const dot = text.indexOf('.');
  if (dot < 0) return { name: text.toLowerCase(), join: null, formula: null };
  return { name: text.slice(dot + 1).toLowerCase(), join: text.slice(0, dot), formula: null };
}

/** A filter's values as texts; a lone value is a list of one. */
export function readValues(values: unknown, writeDate: WriteDate): readonly string[] {
  if (values === undefined || values === null) return [];
  if (Array.isArray(values))
    return values.flatMap((value: unknown) => readValues(value, writeDate));
  if (types.isDate(values)) return [writeDate(new Date(values.getTime()))];
  if (typeof values === 'boolean') return [values ? 'T' : 'F'];
  return [textOf(values)];
}

/** A term, with NetSuite's tolerance for a `within` that got one bound only. */
export function makeTerm(
  reference: FieldReference,
  operator: string,
  values: readonly string[],
): FilterTerm {
  const known = searchOperator(operator);
  if (known === null)
    refuse(
      'SSS_INVALID_SRCH_OPERATOR',
      `An nlobjSearchFilter contains an invalid operator, or is not in proper syntax: ${operator}.`,
    );
  // Published scripts lose the upper bound to a typing slip; one date is read as its lower bound. [assumed]
  const isHalfRange = known === 'within' && values.length === 1 && /\d/.test(values[0] ?? '');
  return { ...reference, operator: isHalfRange ? 'onorafter' : known, values };
}

/** Reads a filter expression: a term, or terms and groups joined by 'and', 'or' and 'not' in any case. */
export function readExpression(expression: readonly unknown[], write: WriteDate): FilterExpression {
  if (isTerm(expression)) return [readTerm(expression, write)];
  const parts = expression.flatMap((part): FilterExpression => {
    if (typeof part === 'string') return [readConnective(part)];
    if (!Array.isArray(part))
      refuse('SSS_INVALID_SRCH_FILTER_EXPR', 'Malformed search filter expression.');
    const list: readonly unknown[] = part;
    return isTerm(list) ? [readTerm(list, write)] : [readExpression(list, write)];
  });
  return withConnectives(parts);
}

// A term begins with two texts; the connectives between groups are single texts.
function isTerm(part: readonly unknown[]): boolean {
  const [name, operator] = part;
  return (
    typeof name === 'string' &&
    typeof operator === 'string' &&
    !/^(and|or|not)$/i.test(name) &&
    !/^(and|or|not)$/i.test(operator)
  );
}

function readTerm(part: readonly unknown[], write: WriteDate): FilterTerm {
  const [name, operator, ...values] = part;
  return makeTerm(readFieldReference(textOf(name)), textOf(operator), readValues(values, write));
}

function readConnective(text: string): 'AND' | 'OR' | 'NOT' {
  const upper = text.toUpperCase();
  if (upper === 'AND' || upper === 'OR' || upper === 'NOT') return upper;
  refuse('SSS_INVALID_SRCH_FILTER_EXPR', `Malformed search filter expression: ${text}.`);
}

/** Terms that stand side by side are joined by AND. */
export function withConnectives(parts: FilterExpression): FilterExpression {
  return parts.flatMap((part, index): FilterExpression => {
    const before = parts[index - 1];
    const needsAnd =
      before !== undefined &&
      typeof before !== 'string' &&
      (typeof part !== 'string' || part === 'NOT');
    return needsAnd ? ['AND', part] : [part];
  });
}

/** A column written as a text: `name`, `join.name`. */
export function columnOf(text: string): SearchColumn {
  return { ...readFieldReference(text), label: null, function: null, summary: null, sort: null };
}

/** A column written as an object, or null when a value is neither. */
export function readColumnObject(value: object): SearchColumn {
  const read = (name: string): string | null => {
    const member: unknown = Reflect.get(value, name);
    return member === undefined || member === null || member === '' ? null : textOf(member);
  };
  const reference = readFieldReference(read('name') ?? '');
  const sort = read('sort')?.toUpperCase();
  return {
    name: reference.name,
    join: read('join') ?? reference.join,
    formula: read('formula') ?? reference.formula,
    label: read('label'),
    function: read('function') ?? read('func'),
    summary: read('summary')?.toLowerCase() ?? null,
    sort: sort === 'ASC' || sort === 'DESC' ? sort : null,
  };
}

/** A column of either form. @throws SuiteScriptError SSS_INVALID_SRCH_COLUMN */
export function readColumn(value: unknown): SearchColumn {
  if (typeof value === 'string') return columnOf(value);
  if (isPlain(value)) return readColumnObject(value);
  refuse(
    'SSS_INVALID_SRCH_COLUMN',
    'An nlobjSearchColumn contains an invalid column, or is not in proper syntax.',
  );
}
