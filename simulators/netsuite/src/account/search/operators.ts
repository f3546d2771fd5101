// What each filter operator means for each kind of value, and which are legal where.
// [documented] Oracle help article_4094344956; the tolerance of `is` on selects is [seen].

import type { Calendar } from '../calendar.ts';
import { readDecimal } from '../decimal.ts';
import { refuse } from '../failure.ts';
import type { Cell, CellKind } from './cell.ts';
import { cellText } from './cell.ts';
import { spanOf } from './dates.ts';

export interface Comparison {
  readonly operator: string;
  readonly values: readonly string[];
  readonly calendar: Calendar;
  readonly now: Date;
}

/** Whether a cell satisfies a filter. @throws SSS_INVALID_SRCH_OPERATOR for an operator its kind does not have. */
export function satisfies(cell: Cell, comparison: Comparison): boolean {
  const operator = comparison.operator.toLowerCase();
  if (operator === 'isempty') return isEmpty(cell, operator);
  if (operator === 'isnotempty') return !isEmpty(cell, operator);
  switch (cell.kind) {
    case 'text':
      return satisfiesText(cellText(cell, comparison.calendar), operator, comparison.values);
    case 'number':
    case 'money':
      return satisfiesNumber(cell, operator, comparison.values);
    case 'date':
    case 'datetime':
      return satisfiesDate(cell, operator, comparison);
    case 'checkbox':
      return satisfiesCheckbox(cell, operator, comparison.values);
    case 'select':
    case 'multiselect':
      return satisfiesSelect(cell, operator, comparison.values);
  }
}

function isEmpty(cell: Cell, operator: string): boolean {
  if (cell.kind === 'select' || cell.kind === 'multiselect' || cell.kind === 'checkbox') {
    return refuseOperator(operator, cell.kind);
  }
  return cell.value === null;
}

function refuseOperator(operator: string, kind: CellKind): never {
  return refuse(
    'SSS_INVALID_SRCH_OPERATOR',
    `An nlobjSearchFilter contains an invalid operator, or is not in proper syntax: ${operator} on a ${kind} field.`,
  );
}

// Text compares without regard to case. [assumed]
function satisfiesText(own: string, operator: string, values: readonly string[]): boolean {
  const text = own.toLowerCase();
  const wanted = (values[0] ?? '').toLowerCase();
  switch (operator) {
    case 'is':
      return text === wanted;
    case 'isnot':
      return text !== wanted;
    case 'contains':
      return text.includes(wanted);
    case 'doesnotcontain':
      return !text.includes(wanted);
    case 'startswith':
      return text.startsWith(wanted);
    case 'doesnotstartwith':
      return !text.startsWith(wanted);
    case 'any':
      return values.length === 0 || wanted === '' || text === wanted;
    default:
      return refuseOperator(operator, 'text');
  }
}

interface Range<T> {
  readonly low: T;
  readonly high: T;
}

const NUMBER_TESTS: Readonly<Record<string, (own: bigint, range: Range<bigint>) => boolean>> = {
  equalto: (own, { low }) => own === low,
  is: (own, { low }) => own === low,
  greaterthan: (own, { low }) => own > low,
  notlessthanorequalto: (own, { low }) => own > low,
  greaterthanorequalto: (own, { low }) => own >= low,
  notlessthan: (own, { low }) => own >= low,
  lessthan: (own, { low }) => own < low,
  notgreaterthanorequalto: (own, { low }) => own < low,
  lessthanorequalto: (own, { low }) => own <= low,
  notgreaterthan: (own, { low }) => own <= low,
  between: (own, { low, high }) => own >= low && own <= high,
  within: (own, { low, high }) => own >= low && own <= high,
  notbetween: (own, { low, high }) => own < low || own > high,
};

// A blank satisfies nothing but notequalto. [assumed]
function satisfiesNumber(cell: Cell, operator: string, values: readonly string[]): boolean {
  const [low = 0n, high = low] = values.map(readNumber);
  const own = typeof cell.value === 'number' ? readDecimal(cell.value) : null;
  if (operator === 'any') return true;
  if (operator === 'notequalto') return own !== low;
  const test = NUMBER_TESTS[operator] ?? refuseOperator(operator, 'number');
  return own !== null && test(own, { low, high });
}

function readNumber(text: string): bigint {
  const exact = readDecimal(text);
  if (exact !== null) return exact;
  return refuse('SSS_INVALID_SRCH_FILTER', `The search filter has an invalid number: ${text}.`);
}

const DATE_TESTS: Readonly<Record<string, (at: number, range: Range<number>) => boolean>> = {
  on: (at, { low, high }) => at >= low && at <= high,
  noton: (at, { low, high }) => at < low || at > high,
  before: (at, { low }) => at < low,
  notonorafter: (at, { low }) => at < low,
  after: (at, { high }) => at > high,
  notonorbefore: (at, { high }) => at > high,
  onorafter: (at, { low }) => at >= low,
  notbefore: (at, { low }) => at >= low,
  onorbefore: (at, { high }) => at <= high,
  notafter: (at, { high }) => at <= high,
  within: (at, { low, high }) => at >= low && at <= high,
  notwithin: (at, { low, high }) => at < low || at > high,
};

// A blank date satisfies the negative operators only. [assumed]
function satisfiesDate(cell: Cell, operator: string, comparison: Comparison): boolean {
  const test = DATE_TESTS[operator] ?? refuseOperator(operator, cell.kind);
  const [first, second] = comparison.values.map((text) =>
    spanOf(text, comparison.calendar, comparison.now),
  );
  if (first === undefined)
    return refuse('SSS_INVALID_SRCH_FILTER', 'The date filter has no value.');
  if (!(cell.value instanceof Date)) return operator.startsWith('not');
  const end = first.end.getTime();
  const high = operator.endsWith('within')
    ? withinEnd(comparison.values, { end, second: second?.end })
    : end;
  return test(cell.value.getTime(), { low: first.start.getTime(), high });
}

// `within` one absolute date means from then on: nine published scripts lose their second value that way and
// still work. [seen]; what NetSuite really does is [assumed]. A named period is its own range.
function withinEnd(
  values: readonly string[],
  ends: { readonly end: number; readonly second: Date | undefined },
): number {
  if (ends.second !== undefined) return ends.second.getTime();
  return /\d[-/. ]/.test(values[0] ?? '') ? Number.POSITIVE_INFINITY : ends.end;
}

function satisfiesCheckbox(cell: Cell, operator: string, values: readonly string[]): boolean {
  const text = (values[0] ?? '').toLowerCase();
  const wanted = text === 't' || text === 'true';
  if (operator === 'is' || operator === 'anyof') return (cell.value === true) === wanted;
  if (operator === 'isnot' || operator === 'noneof') return (cell.value === true) !== wanted;
  return refuseOperator(operator, 'checkbox');
}

/** The value that stands for "nothing chosen". [documented] */
const NONE = '@NONE@';

function satisfiesSelect(cell: Cell, operator: string, values: readonly string[]): boolean {
  const wanted = values.map((value) => value.toLowerCase());
  const keys = cell.keys.map((key) => key.toLowerCase());
  const hasNone = keys.length === 0 && wanted.includes(NONE.toLowerCase());
  const hasAny = hasNone || keys.some((key) => wanted.includes(key));
  switch (operator) {
    case 'anyof':
    case 'is':
    case 'equalto':
      return hasAny || wanted.includes('@all@');
    case 'noneof':
    case 'isnot':
      return !hasAny;
    case 'allof':
      return wanted.every((value) => keys.includes(value));
    case 'notallof':
      return !wanted.every((value) => keys.includes(value));
    default:
      return refuseOperator(operator, cell.kind);
  }
}
