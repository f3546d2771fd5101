// The operators of formulas: exact arithmetic, days on dates, texts put together.

import type { Calendar } from '../../calendar.ts';
import type { Decimal } from '../../decimal.ts';
import { numberOf, ONE, over, times } from '../../decimal.ts';
import type { FormulaValue } from './value.ts';
import { asNumber, asText, isDate, refuseFormula } from './value.ts';

const DAY_MS = 86_400_000;

/** a + b or a - b; a date plus a number moves it by days, a date less a date counts them. */
export function addValues(
  a: FormulaValue,
  b: FormulaValue,
  how: { readonly sign: string; readonly calendar: Calendar },
): FormulaValue {
  if (a === null || b === null) return null;
  if (isDate(a) && isDate(b)) {
    if (how.sign === '+') return refuseFormula('two dates cannot be added.');
    return (BigInt(a.at.getTime() - b.at.getTime()) * ONE) / BigInt(DAY_MS);
  }
  if (isDate(a)) return moved(a, asNumber(b), how);
  if (isDate(b))
    return how.sign === '+' ? moved(b, asNumber(a), how) : refuseFormula('a number less a date.');
  const [left, right] = [asNumber(a), asNumber(b)];
  if (left === null || right === null) return null;
  return how.sign === '+' ? left + right : left - right;
}

function moved(
  date: { readonly at: Date; readonly hasTime: boolean },
  days: Decimal | null,
  how: { readonly sign: string; readonly calendar: Calendar },
): FormulaValue {
  if (days === null) return null;
  const count = numberOf(days) * (how.sign === '-' ? -1 : 1);
  if (Number.isInteger(count)) return { ...date, at: how.calendar.addDays(date.at, count) };
  return { at: new Date(date.at.getTime() + count * DAY_MS), hasTime: true };
}

/** a × b or a ÷ b. @throws for a division by zero, as Oracle does */
export function multiplyValues(a: FormulaValue, b: FormulaValue, sign: string): FormulaValue {
  const [left, right] = [asNumber(a), asNumber(b)];
  if (left === null || right === null) return null;
  if (sign === '*') return times(left, right);
  return right === 0n ? refuseFormula('division by zero.') : over(left, right);
}

/** a || b: nothing adds nothing. */
export function concatenate(a: FormulaValue, b: FormulaValue, calendar: Calendar): FormulaValue {
  const text = (asText(a, calendar) ?? '') + (asText(b, calendar) ?? '');
  return text === '' ? null : text;
}
