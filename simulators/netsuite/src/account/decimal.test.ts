// Exact decimals.

import { expect, test } from 'vitest';

import {
  decimalOf,
  decimalText,
  numberOf,
  over,
  readDecimal,
  share,
  times,
  toCents,
} from './decimal.ts';

test.each([
  ['0.1', 10_000_000n],
  ['-12.345', -1_234_500_000n],
  ['.5', 50_000_000n],
  [1e-7, 10n],
  [0.1, 10_000_000n],
  ['abc', null],
  ['', null],
  [Number.NaN, null],
])('reads %s', (value, expected) => {
  expect(readDecimal(value)).toBe(expected);
});

test('rounds half away from zero, to cents and in quotients', () => {
  const rounded = (value: number): string => decimalText(toCents(decimalOf(value)));
  expect([1.005, -1.005, 2.674, 0.004].map(rounded)).toEqual(['1.01', '-1.01', '2.67', '0']);
  expect(decimalText(times(decimalOf(19.99), decimalOf(3)))).toBe('59.97');
  expect(decimalText(over(decimalOf(10), decimalOf(3)))).toBe('3.33333333');
  expect(decimalText(share(decimalOf(10), decimalOf(2), decimalOf(3)))).toBe('6.66666667');
  expect(numberOf(decimalOf('12.50'))).toBe(12.5);
});
