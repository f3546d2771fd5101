// Turns what a script gives into what a field keeps, or refuses it as NetSuite does.

import type { FieldValue } from '../account.ts';
import type { Calendar } from '../calendar.ts';
import { decimalText, numberOf, readDecimal, toCents } from '../decimal.ts';
import { refuse } from '../failure.ts';
import type { FieldSchema, ValueKind } from './field.ts';

// Free-form text fields hold 300 characters, long ones 4,000 or more. [documented]
const TEXT_LIMIT = 300;

/**
 * The value a field keeps; null for blank.
 * @throws INVALID_FLD_VALUE, or EXCEEDED_MAX_FIELD_LENGTH for a text over 300 characters.
 */
export function coerce(
  field: FieldSchema,
  value: FieldValue | undefined,
  calendar: Calendar,
): FieldValue {
  if (value === null || value === undefined || value === '') return emptyOf(field);
  return READERS[field.kind](field, value, calendar);
}

type Reader = (field: FieldSchema, value: FieldValue, calendar: Calendar) => FieldValue;

const READERS: Readonly<Record<ValueKind, Reader>> = {
  text: readText,
  longtext: readText,
  email: readText,
  checkbox: readCheckbox,
  flag: readFlag,
  date: readDate,
  datetime: readDate,
  integer: readNumber,
  number: readNumber,
  positive: readNumber,
  money: readNumber,
  positivemoney: readNumber,
  percent: readRate,
  rate: readRate,
  select: readSelect,
  multiselect: (_field, value) => (Array.isArray(value) ? value.map(String) : [String(value)]),
  subrecord: (field) =>
    refuse('SSS_INVALID_API_USAGE', `${field.id} is a subrecord; use getSubrecord.`),
};

/** What a blank field of the kind reads as: false for a checkbox, null otherwise. */
function emptyOf(field: FieldSchema): FieldValue {
  return field.kind === 'checkbox' ? false : null;
}

/** Refuses a value with the documented text. */
export function refuseValue(field: FieldSchema, value: unknown): never {
  const shown = value instanceof Date ? value.toISOString() : String(value);
  return refuse(
    'INVALID_FLD_VALUE',
    `You have entered an Invalid Field Value ${shown} for the following field: ${field.id}`,
  );
}

function readCheckbox(field: FieldSchema, value: FieldValue): boolean {
  if (typeof value === 'boolean') return value;
  const text = String(value).toLowerCase();
  if (text === 't' || text === 'true' || text === 'yes') return true;
  if (text === 'f' || text === 'false' || text === 'no') return false;
  return refuseValue(field, value);
}

function readFlag(field: FieldSchema, value: FieldValue): string {
  return readCheckbox(field, value) ? 'T' : 'F';
}

function readDate(field: FieldSchema, value: FieldValue, calendar: Calendar): Date {
  const read = value instanceof Date ? value : calendar.parse(String(value));
  if (read === null || Number.isNaN(read.getTime())) return refuseValue(field, value);
  return field.kind === 'date' ? calendar.startOfDay(read) : read;
}

function readNumber(field: FieldSchema, value: FieldValue): number {
  const exact = typeof value === 'number' || typeof value === 'string' ? readDecimal(value) : null;
  if (exact === null) return refuseValue(field, value);
  const isMoney = field.kind === 'money' || field.kind === 'positivemoney';
  const number = numberOf(isMoney ? toCents(exact) : exact);
  if (field.kind === 'integer' && !Number.isSafeInteger(number)) return refuseValue(field, value);
  const isPositive = field.kind === 'positive' || field.kind === 'positivemoney';
  return isPositive && number < 0 ? refuseValue(field, value) : number;
}

// "10%" and "-10.0%" stay percentages; plain numbers stay numbers.
function readRate(field: FieldSchema, value: FieldValue): FieldValue {
  const text = String(value).trim();
  if (!text.endsWith('%')) return readNumber(field, value);
  const exact = readDecimal(text.slice(0, -1));
  return exact === null ? refuseValue(field, value) : `${decimalText(exact)}%`;
}

function readSelect(field: FieldSchema, value: FieldValue): string {
  if (typeof value !== 'string' && typeof value !== 'number') return refuseValue(field, value);
  const id = String(value);
  if (field.options !== null && !field.options.has(id)) return refuseValue(field, value);
  return id;
}

function readText(field: FieldSchema, value: FieldValue, calendar: Calendar): string {
  const text = value instanceof Date ? calendar.formatDateTime(value) : String(value);
  if (field.kind === 'text' && text.length > TEXT_LIMIT) {
    return refuse(
      'EXCEEDED_MAX_FIELD_LENGTH',
      `The field ${field.id} contained more than the maximum number ( ${TEXT_LIMIT} ) of characters allowed.`,
    );
  }
  if (field.kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) {
    return refuse('INVALID_EMAIL', `${text} is not a valid email address.`);
  }
  return text;
}
