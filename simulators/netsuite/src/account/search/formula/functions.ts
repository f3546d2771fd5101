// The SQL functions formulas may call. Everything else is refused by name.

import type { Calendar } from '../../calendar.ts';
import type { Decimal } from '../../decimal.ts';
import { numberOf, ONE, readDecimal } from '../../decimal.ts';
import { dateOfText, textOfDate } from './date-format.ts';
import { concatenate } from './operations.ts';
import type { FormulaValue } from './value.ts';
import { asNumber, asText, compare, isDate, refuseFormula } from './value.ts';

export interface FunctionContext {
  readonly calendar: Calendar;
  readonly now: Date;
}

export type SqlFunction = (args: readonly FormulaValue[]) => FormulaValue;

interface Signature {
  readonly least: number;
  readonly most: number;
  readonly call: (args: readonly FormulaValue[], context: FunctionContext) => FormulaValue;
}

/** The function of a name for a number of arguments. @throws INVALID_SRCH_FUNCTN */
export function sqlFunction(name: string, count: number, context: FunctionContext): SqlFunction {
  const signature = FUNCTIONS[name];
  if (signature === undefined) return refuseFormula(`the function ${name} is not supported.`);
  if (count < signature.least || count > signature.most) {
    return refuseFormula(
      `${name} takes ${signature.least} to ${signature.most} arguments, not ${count}.`,
    );
  }
  return (args) => signature.call(args, context);
}

function text(
  least: number,
  most: number,
  call: (own: string, args: readonly FormulaValue[], context: FunctionContext) => FormulaValue,
): Signature {
  return {
    least,
    most,
    call: (args, context) => {
      const own = asText(args[0] ?? null, context.calendar);
      if (own === null) return null;
      const result = call(own, args.slice(1), context);
      return result === '' ? null : result;
    },
  };
}

function numeric(most: number, call: (own: Decimal, second: Decimal | null) => Decimal): Signature {
  return {
    least: 1,
    most,
    call: (args) => {
      const own = asNumber(args[0] ?? null);
      return own === null ? null : call(own, asNumber(args[1] ?? null));
    },
  };
}

function whole(value: FormulaValue | undefined, otherwise: number): number {
  const number = asNumber(value ?? null);
  return number === null ? otherwise : Math.trunc(numberOf(number));
}

function count(value: number): Decimal {
  return readDecimal(value) ?? 0n;
}

const MANY = 255;

const FUNCTIONS: Readonly<Record<string, Signature>> = {
  NVL: { least: 2, most: 2, call: ([a = null, b = null]) => a ?? b },
  NVL2: { least: 3, most: 3, call: ([a = null, b = null, c = null]) => (a === null ? c : b) },
  COALESCE: { least: 2, most: MANY, call: (args) => args.find((arg) => arg !== null) ?? null },
  NULLIF: { least: 2, most: 2, call: ([a = null, b = null]) => (compare(a, b) === 0 ? null : a) },
  DECODE: { least: 3, most: MANY, call: decode },
  CONCAT: {
    least: 2,
    most: 2,
    call: ([a = null, b = null], { calendar }) => concatenate(a, b, calendar),
  },
  SUBSTR: text(2, 3, (own, [from, length]) => substr(own, whole(from, 1), length)),
  INSTR: text(2, 4, (own, [part, from, nth], { calendar }) => {
    const wanted = asText(part ?? null, calendar);
    if (wanted === null) return null;
    return count(instr(own, wanted, { from: whole(from, 1), nth: whole(nth, 1) }));
  }),
  LENGTH: text(1, 1, (own) => count(own.length)),
  UPPER: text(1, 1, (own) => own.toUpperCase()),
  LOWER: text(1, 1, (own) => own.toLowerCase()),
  INITCAP: text(1, 1, (own) =>
    own
      .toLowerCase()
      .replace(
        /(^|[^a-z0-9])([a-z])/g,
        (_all, before: string, letter: string) => before + letter.toUpperCase(),
      ),
  ),
  TRIM: text(1, 1, (own) => own.replace(/^ +| +$/g, '')),
  LTRIM: text(1, 1, (own) => own.replace(/^ +/, '')),
  RTRIM: text(1, 1, (own) => own.replace(/ +$/, '')),
  LPAD: text(2, 3, (own, [length, fill], { calendar }) =>
    own
      .padStart(whole(length, 0), asText(fill ?? null, calendar) ?? ' ')
      .slice(0, whole(length, 0)),
  ),
  RPAD: text(2, 3, (own, [length, fill], { calendar }) =>
    own.padEnd(whole(length, 0), asText(fill ?? null, calendar) ?? ' ').slice(0, whole(length, 0)),
  ),
  REPLACE: text(2, 3, (own, [part, instead], { calendar }) => {
    const wanted = asText(part ?? null, calendar);
    return wanted === null ? own : own.replaceAll(wanted, asText(instead ?? null, calendar) ?? '');
  }),
  TO_CHAR: { least: 1, most: 2, call: toChar },
  TO_NUMBER: { least: 1, most: 1, call: ([a = null]) => asNumber(a) },
  TO_DATE: text(2, 2, (own, [format], { calendar }) =>
    dateOfText(own, asText(format ?? null, calendar) ?? '', calendar),
  ),
  ROUND: numeric(2, (own, digits) => rounded(own, digits ?? 0n)),
  TRUNC: { least: 1, most: 2, call: truncate },
  ABS: numeric(1, (own) => (own < 0n ? -own : own)),
  SIGN: numeric(1, (own) => (own > 0n ? ONE : own < 0n ? -ONE : 0n)),
  CEIL: numeric(1, (own) => -floor(-own)),
  FLOOR: numeric(1, floor),
  MOD: numeric(2, (own, second) => (second === null || second === 0n ? own : own % second)),
  GREATEST: { least: 1, most: MANY, call: (args) => extreme(args, 1) },
  LEAST: { least: 1, most: MANY, call: (args) => extreme(args, -1) },
};

function decode(args: readonly FormulaValue[]): FormulaValue {
  const [subject = null, ...rest] = args;
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const option = rest[at] ?? null;
    const isEqual = subject === null ? option === null : compare(subject, option) === 0;
    if (isEqual) return rest[at + 1] ?? null;
  }
  return rest.length % 2 === 1 ? (rest.at(-1) ?? null) : null;
}

// Positions count from 1, or from the end when negative; 0 means 1.
function substr(own: string, from: number, length: FormulaValue | undefined): string {
  const start = from < 0 ? own.length + from : Math.max(from - 1, 0);
  if (start < 0) return '';
  return own.slice(start, length === undefined ? undefined : start + whole(length, 0));
}

// 0 when not found; a negative start searches backward from that far before the end.
function instr(own: string, part: string, where: { from: number; nth: number }): number {
  const isBackward = where.from < 0;
  let at = isBackward ? own.length + where.from + 1 : where.from - 2;
  for (let found = 0; found < where.nth; found++) {
    at = isBackward ? own.lastIndexOf(part, at - 1) : own.indexOf(part, at + 1);
    if (at < 0 || (isBackward && at === 0 && found + 1 < where.nth)) return at < 0 ? 0 : 0;
  }
  return at + 1;
}

function toChar(args: readonly FormulaValue[], { calendar }: FunctionContext): FormulaValue {
  const [value = null, format] = args;
  if (format === undefined) return asText(value, calendar);
  if (value === null) return null;
  const pattern = asText(format, calendar) ?? '';
  return isDate(value)
    ? textOfDate(value.at, pattern, calendar)
    : refuseFormula('TO_CHAR of a number with a format is not supported.');
}

function floor(own: Decimal): Decimal {
  const rest = own % ONE;
  return rest < 0n ? own - rest - ONE : own - rest;
}

function rounded(own: Decimal, digits: Decimal): Decimal {
  const unit = 10n ** (8n - digits / ONE);
  const size = own < 0n ? -own : own;
  const result = ((2n * size + unit) / (2n * unit)) * unit;
  return own < 0n ? -result : result;
}

function truncate(args: readonly FormulaValue[], { calendar }: FunctionContext): FormulaValue {
  const [value = null, digits] = args;
  if (isDate(value)) {
    if (digits !== undefined)
      return refuseFormula('TRUNC of a date with a format is not supported.');
    return { at: calendar.startOfDay(value.at), hasTime: false };
  }
  const own = asNumber(value);
  if (own === null) return null;
  const unit = 10n ** (8n - (asNumber(digits ?? null) ?? 0n) / ONE);
  return (own / unit) * unit;
}

function extreme(args: readonly FormulaValue[], sign: number): FormulaValue {
  if (args.includes(null)) return null;
  return args.reduce((best, value) => ((compare(value, best) ?? 0) * sign > 0 ? value : best));
}
