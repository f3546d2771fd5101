// Money is a whole number of minor units (cents) and a currency; nothing here ever divides into a float.

import { assert, defined } from './assert.ts';

/** A whole number of minor units: 12345 is 123.45 USD. Negative for what is taken off. */
export type Minor = number;

// ISO 4217 currencies whose minor unit is not a hundredth (the list Shopify and NetSuite share).
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX'].map(zero),
  ...['VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(zero),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code): [string, number] => [code, 3]),
]);

function zero(code: string): [string, number] {
  return [code, 0];
}

/** How many decimals the currency has: 2 for USD, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  return EXPONENTS.get(currency) ?? 2;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a decimal text such as "123.45" or "-30" into minor units, exactly.
 * @returns null when the text is not a plain decimal, or has more significant decimals than the currency.
 */
export function parseMinor(text: string, currency: string): Minor | null {
  const match = DECIMAL.exec(text.trim());
  if (match === null) return null;
  const exponent = currencyExponent(currency);
  const fraction = match[3] ?? '';
  if (!/^0*$/.test(fraction.slice(exponent))) return null;
  const digits = defined(match[2], 'The pattern has whole digits.');
  const amount = Number(digits + fraction.slice(0, exponent).padEnd(exponent, '0'));
  if (!Number.isSafeInteger(amount)) return null;
  return match[1] === '-' ? negate(amount) : amount;
}

/** The decimal text of an amount: 12345 USD is "123.45", 5 JPY is "5". */
export function formatMinor(amount: Minor, currency: string): string {
  assert(
    Number.isSafeInteger(amount),
    `An amount is a whole number of minor units, not ${amount}.`,
  );
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = amount < 0 ? '-' : '';
  return exponent === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-exponent)}`;
}

/** The exact sum; the empty sum is 0. */
export function sumMinor(amounts: Iterable<Minor>): Minor {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  assert(Number.isSafeInteger(sum), `A sum of money left the safe integers: ${sum}.`);
  return sum;
}

/**
 * Splits an amount over weights so that the parts add up to it exactly (largest remainder; ties go to
 * the earlier part). All-zero weights share evenly.
 */
export function splitMinor(amount: Minor, weights: readonly number[]): Minor[] {
  assert(weights.length > 0, 'Money is split over at least one part.');
  assert(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'Weights are whole and not negative.',
  );
  const total = sumMinor(weights);
  if (total === 0) return splitMinor(amount, weights.map(one));
  const size = BigInt(Math.abs(amount));
  const floors = weights.map((weight) => Number((size * BigInt(weight)) / BigInt(total)));
  const remainders = weights.map((weight) => (size * BigInt(weight)) % BigInt(total));
  const order = [...weights.keys()].sort((a, b) => compareRemainders(remainders, a, b));
  for (const index of order.slice(0, Math.abs(amount) - sumMinor(floors))) {
    floors[index] = defined(floors[index], 'Each part has a floor.') + 1;
  }
  return amount < 0 ? floors.map(negate) : floors;
}

function compareRemainders(remainders: readonly bigint[], a: number, b: number): number {
  const difference = (remainders[b] ?? 0n) - (remainders[a] ?? 0n);
  return difference === 0n ? a - b : Number(difference > 0n) * 2 - 1;
}

// Never -0: it would print as "0" but compare unequal in tests and in maps.
function negate(amount: Minor): Minor {
  return amount === 0 ? 0 : -amount;
}

function one(): number {
  return 1;
}
