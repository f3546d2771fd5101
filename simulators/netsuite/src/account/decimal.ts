// Exact decimals for quantities, rates and money: whole bigints of hundred-millionths. Scripts see plain
// numbers; every sum and product here is made without a float.

/** A decimal number, as a count of hundred-millionths. */
export type Decimal = bigint;

const SCALE_DIGITS = 8;
const SCALE = 100_000_000n;
const CENT = 1_000_000n;
const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Reads a number or a decimal text; null for what is neither. Digits past the eighth are rounded. */
export function readDecimal(value: number | string): Decimal | null {
  const text = typeof value === 'number' ? plainText(value) : value.trim();
  const match = PLAIN.exec(text);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole + fraction === '') return null;
  const digits = BigInt(whole + fraction.slice(0, SCALE_DIGITS).padEnd(SCALE_DIGITS, '0'));
  const size = digits + (fraction.charAt(SCALE_DIGITS) >= '5' ? 1n : 0n);
  return match[1] === '-' ? -size : size;
}

// Exponents ("1e-7") are spelled out; the shortest text keeps 0.1 what the script meant.
function plainText(value: number): string {
  if (!Number.isFinite(value)) return 'not a number';
  const text = String(value);
  return text.includes('e') ? value.toFixed(SCALE_DIGITS) : text;
}

/** The decimal of a stored value; blank counts as zero. */
export function decimalOf(value: unknown): Decimal {
  if (typeof value === 'number' || typeof value === 'string') return readDecimal(value) ?? 0n;
  return 0n;
}

/** The nearest number; exact for anything a transaction holds. */
export function numberOf(value: Decimal): number {
  return Number(decimalText(value));
}

/** The shortest decimal text: 12.50 is "12.5". */
export function decimalText(value: Decimal): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % SCALE)
    .padStart(SCALE_DIGITS, '0')
    .replace(/0+$/, '');
  const whole = String(size / SCALE);
  const sign = value < 0n ? '-' : '';
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** The product, rounded half away from zero at the eighth decimal. */
export function times(a: Decimal, b: Decimal): Decimal {
  return divideRounded(a * b, SCALE);
}

/** The quotient, rounded half away from zero at the eighth decimal. */
export function over(a: Decimal, b: Decimal): Decimal {
  return divideRounded(a * SCALE, b);
}

/** `a × part ÷ whole` with one rounding only. */
export function share(a: Decimal, part: Decimal, whole: Decimal): Decimal {
  return divideRounded(a * part, whole);
}

/** Rounded half away from zero to cents, as NetSuite rounds currency fields. */
export function toCents(value: Decimal): Decimal {
  return divideRounded(value, CENT) * CENT;
}

/** The sum; the empty sum is zero. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}

export function least(a: Decimal, b: Decimal): Decimal {
  return a < b ? a : b;
}

function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const positive = numerator < 0n === denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const size = (2n * top + bottom) / (2n * bottom);
  return positive ? size : -size;
}

/** One, for ratios and percentages. */
export const ONE: Decimal = SCALE;
