// Values inside a formula, with Oracle's habits: '' is null, numbers are exact, null is contagious.

import type { Calendar } from '../../calendar.ts';
import type { Decimal } from '../../decimal.ts';
import { decimalText, readDecimal } from '../../decimal.ts';
import { refuse } from '../../failure.ts';

/** A date keeps whether it has a time, which decides how it is written. */
export interface FormulaDate {
  readonly at: Date;
  readonly hasTime: boolean;
}

export type FormulaValue = string | Decimal | FormulaDate | boolean | null;

export function isDate(value: FormulaValue): value is FormulaDate {
  return typeof value === 'object' && value !== null;
}

/** The text of a value; null stays null and '' becomes it. */
export function asText(value: FormulaValue, calendar: Calendar): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'bigint') return decimalText(value);
  if (isDate(value)) {
    return value.hasTime ? calendar.formatDateTime(value.at) : calendar.formatDate(value.at);
  }
  return typeof value === 'boolean' ? refuseFormula('A condition is not a value.') : value;
}

/** The number of a value; texts are converted as Oracle does, or refused. */
export function asNumber(value: FormulaValue): Decimal | null {
  if (value === null || value === '') return null;
  if (typeof value === 'bigint') return value;
  const read = typeof value === 'string' ? readDecimal(value) : null;
  return (
    read ??
    refuseFormula(`Not a number: ${typeof value === 'string' ? value : 'a date or condition'}.`)
  );
}

/** -1, 0 or 1; null when either side is null. */
export function compare(a: FormulaValue, b: FormulaValue): number | null {
  if (a === null || b === null || a === '' || b === '') return null;
  if (isDate(a) && isDate(b)) return Math.sign(a.at.getTime() - b.at.getTime());
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  const [left, right] = [asNumber(a), asNumber(b)];
  if (left === null || right === null) return null;
  return left < right ? -1 : Number(left > right);
}

/** Refuses a formula the account cannot compute exactly as NetSuite would. */
export function refuseFormula(reason: string): never {
  return refuse(
    'INVALID_SRCH_FUNCTN',
    `The search formula is not valid or not supported: ${reason}`,
  );
}
