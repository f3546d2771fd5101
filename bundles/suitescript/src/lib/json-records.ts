// JSON files of the OMS: an array of objects whose keys the contract fixes. Values come as text or numbers.

import { Refusal } from './script-error.ts';

/** An object of the file with all its values as text; null and absent are ''. */
export type JsonRecord = Readonly<Record<string, string>>;

/** @throws SyntaxError, or Refusal INVALID_JSON when it is not an array of objects. */
export function readJsonRecords(text: string): JsonRecord[] {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) {
    throw new Refusal('INVALID_JSON', 'The file holds no array of records');
  }
  return parsed.map((entry: unknown, index) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      throw new Refusal('INVALID_JSON', `Entry ${String(index + 1)} of the file is no record`);
    }
    return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, asText(value)]));
  });
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

/** A positive amount. @throws Refusal INVALID_AMOUNT */
export function positiveAmount(text: string): number {
  const amount = Number(text);
  if (text !== '' && Number.isFinite(amount) && amount > 0) return amount;
  throw new Refusal('INVALID_AMOUNT', `"${text}" is no amount above zero`);
}
