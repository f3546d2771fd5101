// Shopify's search syntax over lists: `field:value`, comparators, AND (also by mere adjacency), OR, NOT
// or `-`, brackets, quotes, comma lists and `*` for a prefix. A field the resource does not have is
// ignored with a warning in extensions.search: the search then matches MORE, not less.
import { badRequest } from './errors.ts';

/** How the values of a field compare. */
export type Searchable<T> = Readonly<
  Record<
    string,
    { readonly kind: 'id' | 'text' | 'time' | 'word' | 'number'; readonly of: (item: T) => Found }
  >
>;
type Found = string | number | null | readonly (string | number)[];

export interface SearchNote {
  readonly path: readonly string[];
  readonly query: string;
  readonly parsed: unknown;
  readonly warnings: readonly {
    readonly field: string;
    readonly message: string;
    readonly code: string;
  }[];
}

type Expression =
  | { readonly type: 'all' | 'any'; readonly parts: readonly Expression[] }
  | { readonly type: 'not'; readonly part: Expression }
  | {
      readonly type: 'term';
      readonly field: string | null;
      readonly comparator: string;
      readonly value: string;
    };

/** The items that match; `notes` receives a warning when a field is unknown. */
export function search<T>(
  items: readonly T[],
  query: string | null | undefined,
  over: { readonly fields: Searchable<T>; readonly path: string; readonly notes: SearchNote[] },
): readonly T[] {
  if (query === null || query === undefined || query.trim() === '') return items;
  const expression = parseSearch(query);
  const terms = termsOf(expression);
  const unknown = terms.filter((t) => t.field !== null && !Object.hasOwn(over.fields, t.field));
  if (unknown.length > 0) over.notes.push(noteOf(query, over.path, { expression, unknown }));
  return items.filter((item) => matches(item, expression, over.fields) !== false);
}

type Term = Extract<Expression, { type: 'term' }>;

function termsOf(expression: Expression): Term[] {
  switch (expression.type) {
    case 'term':
      return [expression];
    case 'not':
      return termsOf(expression.part);
    case 'all':
    case 'any':
      return expression.parts.flatMap(termsOf);
  }
}

function noteOf(
  query: string,
  path: string,
  what: { expression: Expression; unknown: readonly Term[] },
): SearchNote {
  return {
    path: [path],
    query,
    parsed: parsedOf(what.expression),
    warnings: what.unknown.map((term) => ({
      field: term.field ?? '',
      message: 'Invalid search field for this query.',
      code: 'invalid_field',
    })),
  };
}

function parsedOf(expression: Expression): unknown {
  switch (expression.type) {
    case 'term': {
      const key = { '>=': 'range_gte', '>': 'range_gt', '<=': 'range_lte', '<': 'range_lt' };
      const name =
        Object.entries(key).find(([c]) => c === expression.comparator)?.[1] ?? 'match_all';
      return expression.field === null
        ? { field: 'default', [name]: expression.value }
        : { field: expression.field, [name]: expression.value };
    }
    case 'not':
      return { not: parsedOf(expression.part) };
    case 'all':
    case 'any':
      return { [expression.type === 'all' ? 'and' : 'or']: expression.parts.map(parsedOf) };
  }
}

/** Null when nothing of the expression says anything (only unknown fields): it does not filter then. */
function matches<T>(item: T, expression: Expression, fields: Searchable<T>): boolean | null {
  switch (expression.type) {
    case 'term':
      return matchesTerm(item, expression, fields);
    case 'not': {
      const inner = matches(item, expression.part, fields);
      return inner === null ? null : !inner;
    }
    case 'all':
    case 'any': {
      const results = expression.parts
        .map((part) => matches(item, part, fields))
        .filter((result) => result !== null);
      if (results.length === 0) return null;
      return expression.type === 'all' ? results.every(Boolean) : results.some(Boolean);
    }
  }
}

function matchesTerm<T>(item: T, term: Term, fields: Searchable<T>): boolean | null {
  if (term.field === null) {
    const wanted = { ...term, comparator: '' };
    return Object.values(fields)
      .filter((field) => field.kind === 'text')
      .some((field) => valuesOf(field.of(item)).some((v) => compare(v, 'text', wanted)));
  }
  const field = fields[term.field];
  if (field === undefined) return null;
  const values = valuesOf(field.of(item));
  if (term.value === '*') return values.length > 0;
  const wanted = field.kind === 'time' ? [term.value] : term.value.split(',');
  return wanted.some((value) => values.some((v) => compare(v, field.kind, { ...term, value })));
}

function valuesOf(found: Found): readonly (string | number)[] {
  if (found === null) return [];
  return typeof found === 'string' || typeof found === 'number' ? [found] : found;
}

function compare(
  value: string | number,
  kind: Searchable<never>[string]['kind'],
  term: Term,
): boolean {
  if (kind === 'time') return compareTimes(String(value), term);
  if (kind === 'number' || kind === 'id')
    return compareOrdered(Number(value) - Number(term.value), term);
  const [have, want] = [String(value).toLowerCase(), term.value.toLowerCase()];
  if (want.endsWith('*')) return have.startsWith(want.slice(0, -1));
  if (kind === 'word') return have === want;
  return have === want || have.split(/[\s#]+/).includes(want);
}

/** A date without a time, compared for equality, means the whole day. */
function compareTimes(value: string, term: Term): boolean {
  const wanted = Date.parse(term.value);
  if (Number.isNaN(wanted)) return false;
  if (term.comparator === '' && /^\d{4}-\d{2}-\d{2}$/.test(term.value)) {
    return value.startsWith(term.value);
  }
  return compareOrdered(Date.parse(value) - wanted, term);
}

function compareOrdered(difference: number, term: Term): boolean {
  switch (term.comparator) {
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    default:
      return difference === 0;
  }
}

const TOKEN =
  /\s*(?:(\()|(\))|(-?)(?:(\w+):)?(>=|<=|>|<)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s()]+)))/y;

interface Token {
  readonly word: string;
  readonly term: Expression | null;
}

/** Parses a search; refused only when brackets do not match. */
export function parseSearch(query: string): Expression {
  const tokens = tokenize(query);
  const expression = parseAny(tokens);
  if (tokens.length > 0) throw badRequest(`Invalid search query: ${query}`);
  return expression;
}

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  const text = query.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) throw badRequest(`Invalid search query: ${query}`);
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray): Token {
  const [, open, close, minus, field, comparator = '', double, single, bare] = match;
  const bracket = open ?? close;
  if (bracket !== undefined) return { word: bracket, term: null };
  if (field === undefined && /^(AND|OR|NOT)$/.test(bare ?? ''))
    return { word: bare ?? '', term: null };
  const quoted = (double ?? single)?.replace(/\\(.)/g, '$1');
  const value = quoted ?? bare ?? '';
  const term: Expression = { type: 'term', field: field?.toLowerCase() ?? null, comparator, value };
  return { word: '', term: minus === '-' ? { type: 'not', part: term } : term };
}

function parseAny(tokens: Token[]): Expression {
  const parts = [parseAll(tokens)];
  while (tokens[0]?.word === 'OR') {
    tokens.shift();
    parts.push(parseAll(tokens));
  }
  return parts.length === 1 && parts[0] ? parts[0] : { type: 'any', parts };
}

function parseAll(tokens: Token[]): Expression {
  const parts: Expression[] = [];
  for (let next = tokens[0]; next && next.word !== 'OR' && next.word !== ')'; next = tokens[0]) {
    if (next.word === 'AND') tokens.shift();
    else parts.push(parseOne(tokens));
  }
  return parts.length === 1 && parts[0] ? parts[0] : { type: 'all', parts };
}

function parseOne(tokens: Token[]): Expression {
  const token = tokens.shift();
  if (token?.word === 'NOT') return { type: 'not', part: parseOne(tokens) };
  if (token?.word === '(') {
    const inner = parseAny(tokens);
    if (tokens.shift()?.word !== ')')
      throw badRequest('Invalid search query: unbalanced brackets.');
    return inner;
  }
  return token?.term ?? { type: 'all', parts: [] };
}
