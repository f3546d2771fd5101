// Oracle date formats, as TO_CHAR and TO_DATE use them.

import type { Calendar, WallClock } from '../../calendar.ts';
import type { FormulaValue } from './value.ts';
import { refuseFormula } from './value.ts';

const TOKENS = /YYYY|YY|MONTH|MON|MM|DD|DY|DAY|HH24|HH12|HH|MI|SS|AM|PM|"[^"]*"|[^A-Z"]+|[A-Z]+/gi;

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A date written by an Oracle format. @throws INVALID_SRCH_FUNCTN for a token that is not supported */
export function textOfDate(at: Date, format: string, calendar: Calendar): string {
  const wall = calendar.wallClock(at);
  return [...format.matchAll(TOKENS)].map((match) => part(match[0], wall)).join('');
}

const padded = (value: number): string => String(value).padStart(2, '0');

const PARTS: Readonly<Record<string, (wall: WallClock, token: string) => string>> = {
  YYYY: ({ year }) => String(year),
  YY: ({ year }) => padded(year % 100),
  MM: ({ month }) => padded(month),
  MON: (wall, token) => inCaseOf(token, monthName(wall).slice(0, 3)),
  MONTH: (wall, token) => inCaseOf(token, monthName(wall).padEnd(9)),
  DD: ({ day }) => padded(day),
  HH24: ({ hour }) => padded(hour),
  HH12: hourOfHalfDay,
  HH: hourOfHalfDay,
  MI: ({ minute }) => padded(minute),
  SS: ({ second }) => padded(second),
  AM: halfOfDay,
  PM: halfOfDay,
};

function monthName({ month }: WallClock): string {
  return MONTHS[month - 1] ?? '';
}

function hourOfHalfDay({ hour }: WallClock): string {
  return padded(hour % 12 === 0 ? 12 : hour % 12);
}

function halfOfDay({ hour }: WallClock, token: string): string {
  return inCaseOf(token, hour < 12 ? 'Am' : 'Pm');
}

function part(token: string, wall: WallClock): string {
  return PARTS[token.toUpperCase()]?.(wall, token) ?? literal(token);
}

function literal(token: string): string {
  if (token.startsWith('"')) return token.slice(1, -1);
  return /[A-Z]/i.test(token) ? refuseFormula(`the date format ${token} is not supported.`) : token;
}

// Oracle follows the case of the format: MON gives NOV, Mon gives Nov, mon gives nov.
function inCaseOf(token: string, text: string): string {
  if (token === token.toUpperCase()) return text.toUpperCase();
  return token === token.toLowerCase() ? text.toLowerCase() : text;
}

const WIDTHS: Readonly<Record<string, string>> = {
  YYYY: String.raw`(?<year>\d{4})`,
  MM: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{1,2})`,
  HH24: String.raw`(?<hour>\d{1,2})`,
  MI: String.raw`(?<minute>\d{1,2})`,
  SS: String.raw`(?<second>\d{1,2})`,
};

/** Reads a text by an Oracle format of numbers. @throws INVALID_SRCH_FUNCTN */
export function dateOfText(text: string, format: string, calendar: Calendar): FormulaValue {
  const tokens = [...format.matchAll(TOKENS)].map((match) => match[0]);
  const pattern = tokens
    .map((token) => WIDTHS[token.toUpperCase()] ?? escaped(literal(token)))
    .join('');
  const groups = new RegExp(`^${pattern}$`).exec(text.trim())?.groups;
  if (groups === undefined) return refuseFormula(`${text} is not a date of the format ${format}.`);
  const read = (name: string, otherwise: number): number => Number(groups[name] ?? otherwise);
  const at = calendar.instant({
    year: read('year', 1970),
    month: read('month', 1),
    day: read('day', 1),
    hour: read('hour', 0),
    minute: read('minute', 0),
    second: read('second', 0),
  });
  return { at, hasTime: groups['hour'] !== undefined };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
