// Reads a formula into a function of a row. The grammar is the part of Oracle SQL that searches use: operators,
// CASE, conditions, field references and the functions of functions.ts. Anything else is refused.

import { readDecimal } from '../../decimal.ts';
import type { FunctionContext } from './functions.ts';
import { sqlFunction } from './functions.ts';
import { addValues, concatenate, multiplyValues } from './operations.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import type { FormulaValue } from './value.ts';
import { asNumber, asText, compare, refuseFormula } from './value.ts';

/** A part of a formula: gives its value for what the fields read from. */
export type Expression<R> = (row: R) => FormulaValue;

export interface ParseContext<R> extends FunctionContext {
  /** The reader of a field reference such as `createdfrom.status`. */
  readonly field: (name: string) => Expression<R>;
}

/** Parses a formula. @throws INVALID_SRCH_FUNCTN */
export function parseFormula<R>(formula: string, context: ParseContext<R>): Expression<R> {
  const parser = { tokens: tokensOf(formula), at: 0, context };
  const expression = readValue(parser);
  const rest = parser.tokens[parser.at];
  return rest === undefined ? expression : refuseFormula(`unexpected ${shown(rest)}.`);
}

interface Parser<R> {
  readonly tokens: readonly Token[];
  readonly context: ParseContext<R>;
  at: number;
}

function shown(token: Token | undefined): string {
  return token === undefined ? 'end' : `"${Object.values(token).slice(1).join('')}"`;
}

function peekSign<R>(parser: Parser<R>, ...signs: readonly string[]): string | null {
  const token = parser.tokens[parser.at];
  return token?.kind === 'sign' && signs.includes(token.sign) ? token.sign : null;
}

function takeSign<R>(parser: Parser<R>, ...signs: readonly string[]): string | null {
  const sign = peekSign(parser, ...signs);
  if (sign !== null) parser.at++;
  return sign;
}

function takeWord<R>(parser: Parser<R>, word: string): boolean {
  const token = parser.tokens[parser.at];
  if (token?.kind !== 'word' || token.word !== word) return false;
  parser.at++;
  return true;
}

function expectSign<R>(parser: Parser<R>, sign: string): void {
  if (takeSign(parser, sign) === null)
    refuseFormula(`expected ${sign}, found ${shown(parser.tokens[parser.at])}.`);
}

function expectWord<R>(parser: Parser<R>, word: string): void {
  if (!takeWord(parser, word))
    refuseFormula(`expected ${word}, found ${shown(parser.tokens[parser.at])}.`);
}

function readValue<R>(parser: Parser<R>): Expression<R> {
  let left = readTerm(parser);
  for (;;) {
    const sign = takeSign(parser, '+', '-', '||');
    if (sign === null) return left;
    const [a, b] = [left, readTerm(parser)];
    const { calendar } = parser.context;
    left =
      sign === '||'
        ? (row) => concatenate(a(row), b(row), calendar)
        : (row) => addValues(a(row), b(row), { sign, calendar });
  }
}

function readTerm<R>(parser: Parser<R>): Expression<R> {
  let left = readFactor(parser);
  for (;;) {
    const sign = takeSign(parser, '*', '/');
    if (sign === null) return left;
    const [a, b] = [left, readFactor(parser)];
    left = (row) => multiplyValues(a(row), b(row), sign);
  }
}

function readFactor<R>(parser: Parser<R>): Expression<R> {
  if (takeSign(parser, '-') !== null) {
    const inner = readFactor(parser);
    return (row) => {
      const number = asNumber(inner(row));
      return number === null ? null : -number;
    };
  }
  if (takeSign(parser, '(') !== null) {
    const inner = readValue(parser);
    expectSign(parser, ')');
    return inner;
  }
  const token = parser.tokens[parser.at++];
  if (token === undefined || token.kind === 'sign')
    return refuseFormula(`unexpected ${shown(token)}.`);
  if (token.kind === 'field') return parser.context.field(token.name);
  if (token.kind === 'word') return readWord(parser, token.word);
  const value = token.kind === 'number' ? readDecimal(token.text) : token.text || null;
  return () => value;
}

function readWord<R>(parser: Parser<R>, word: string): Expression<R> {
  if (word === 'NULL') return () => null;
  if (word === 'CASE') return readCase(parser);
  if (word === 'SYSDATE' || word === 'CURRENT_DATE') {
    const at = parser.context.now;
    return () => ({ at, hasTime: true });
  }
  const args: Array<Expression<R>> = [];
  expectSign(parser, '(');
  if (takeSign(parser, ')') === null) {
    do args.push(readValue(parser));
    while (takeSign(parser, ',') !== null);
    expectSign(parser, ')');
  }
  const call = sqlFunction(word, args.length, parser.context);
  return (row) => call(args.map((arg) => arg(row)));
}

interface Branch<R> {
  readonly test: (row: R) => boolean | null;
  readonly result: Expression<R>;
}

// CASE WHEN condition THEN … and CASE value WHEN value THEN …
function readCase<R>(parser: Parser<R>): Expression<R> {
  const branches: Array<Branch<R>> = [];
  const subject = startsWithWhen(parser) ? null : readValue(parser);
  while (takeWord(parser, 'WHEN')) {
    const test = subject === null ? readCondition(parser) : equals(subject, readValue(parser));
    expectWord(parser, 'THEN');
    branches.push({ test, result: readValue(parser) });
  }
  const otherwise = takeWord(parser, 'ELSE') ? readValue(parser) : () => null;
  expectWord(parser, 'END');
  if (branches.length === 0) refuseFormula('CASE without WHEN.');
  return (row) => {
    const branch = branches.find((each) => each.test(row) === true);
    return (branch?.result ?? otherwise)(row);
  };
}

function startsWithWhen<R>(parser: Parser<R>): boolean {
  const token = parser.tokens[parser.at];
  return token?.kind === 'word' && token.word === 'WHEN';
}

function equals<R>(a: Expression<R>, b: Expression<R>): (row: R) => boolean {
  return (row) => compare(a(row), b(row)) === 0;
}

type Condition<R> = (row: R) => boolean | null;

// Three-valued logic: null is unknown.
function readCondition<R>(parser: Parser<R>): Condition<R> {
  let left = readConjunction(parser);
  while (takeWord(parser, 'OR')) {
    const [a, b] = [left, readConjunction(parser)];
    left = (row) => or(a(row), b(row));
  }
  return left;
}

function or(a: boolean | null, b: boolean | null): boolean | null {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}

function readConjunction<R>(parser: Parser<R>): Condition<R> {
  let left = readNegation(parser);
  while (takeWord(parser, 'AND')) {
    const [a, b] = [left, readNegation(parser)];
    left = (row) => negate(or(negate(a(row)), negate(b(row))));
  }
  return left;
}

function negate(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function readNegation<R>(parser: Parser<R>): Condition<R> {
  if (takeWord(parser, 'NOT')) {
    const inner = readNegation(parser);
    return (row) => negate(inner(row));
  }
  const start = parser.at;
  if (takeSign(parser, '(') !== null) {
    const nested = tryNested(parser);
    if (nested !== null) return nested;
    parser.at = start;
  }
  return readComparison(parser);
}

// "(a = b OR c = d)" is a condition, "(a + b) > c" starts with a value; only reading on tells which.
function tryNested<R>(parser: Parser<R>): Condition<R> | null {
  try {
    const inner = readCondition(parser);
    return takeSign(parser, ')') === null ? null : inner;
  } catch {
    return null;
  }
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function readComparison<R>(parser: Parser<R>): Condition<R> {
  const left = readValue(parser);
  const sign = takeSign(parser, ...Object.keys(COMPARISONS));
  if (sign !== null) {
    const right = readValue(parser);
    return (row) => {
      const order = compare(left(row), right(row));
      return order === null ? null : (COMPARISONS[sign]?.(order) ?? null);
    };
  }
  if (takeWord(parser, 'IS')) {
    const isNegated = takeWord(parser, 'NOT');
    expectWord(parser, 'NULL');
    return (row) => (left(row) === null) !== isNegated;
  }
  const isNegated = takeWord(parser, 'NOT');
  const test = readSetTest(parser, left);
  return isNegated ? (row) => negate(test(row)) : test;
}

function readSetTest<R>(parser: Parser<R>, left: Expression<R>): Condition<R> {
  if (takeWord(parser, 'IN')) {
    expectSign(parser, '(');
    const options: Array<Expression<R>> = [];
    do options.push(readValue(parser));
    while (takeSign(parser, ',') !== null);
    expectSign(parser, ')');
    return (row) => {
      const value = left(row);
      return value === null ? null : options.some((option) => compare(value, option(row)) === 0);
    };
  }
  if (takeWord(parser, 'LIKE')) {
    const pattern = readValue(parser);
    const { calendar } = parser.context;
    return (row) => like(asText(left(row), calendar), asText(pattern(row), calendar));
  }
  expectWord(parser, 'BETWEEN');
  const low = readValue(parser);
  expectWord(parser, 'AND');
  const high = readValue(parser);
  return (row) => {
    const value = left(row);
    const [above, below] = [compare(value, low(row)), compare(value, high(row))];
    return above === null || below === null ? null : above >= 0 && below <= 0;
  };
}

function like(text: string | null, pattern: string | null): boolean | null {
  if (text === null || pattern === null) return null;
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('_', '.')}$`, 's').test(text);
}
