// What PostgreSQL's texts become in JavaScript, the same on both engines: bigint is a number (asserted
// to be exact), instants are Dates, exact decimals and calendar days stay texts.

import { assert } from '@sendsale/std';
import pg from 'pg';

// Object ids of pg_type.
const INT8: number = 20;
const DATE: number = 1082;
const INT8_ARRAY: number = 1016;

const numbers = /-?\d+/g;

/** The type parsers of every connection (`types` of a pg pool); nothing is changed globally. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (oid === INT8) return parseSafeInteger;
    if (oid === INT8_ARRAY) return parseSafeIntegers;
    if (oid === DATE) return keepText;
    const parse: unknown = pg.types.getTypeParser(oid, format);
    return parse;
  },
};

function parseSafeInteger(text: string): number {
  const value = Number(text);
  assert(
    Number.isSafeInteger(value),
    `A bigint from the database is not exact as a number: ${text}.`,
  );
  return value;
}

function parseSafeIntegers(text: string): number[] {
  return (text.match(numbers) ?? []).map(parseSafeInteger);
}

function keepText(text: string): string {
  return text;
}
