// Money by example: what is read, what is refused, what is written, how it is split.

import { describe, expect, test } from 'vitest';
import { currencyExponent, formatMinor, parseMinor, splitMinor, sumMinor } from './money.ts';

describe('reading', () => {
  test.each([
    ['123.45', 'USD', 12_345],
    ['-30', 'USD', -3000],
    ['+7.5', 'USD', 750],
    [' 1.00 ', 'USD', 100],
    ['0.05', 'USD', 5],
    ['1.000', 'USD', 100],
    ['5', 'JPY', 5],
    ['5.00', 'JPY', 5],
    ['1.234', 'KWD', 1234],
    ['1.2', 'KWD', 1200],
    ['90071992547409.91', 'USD', 9_007_199_254_740_991],
  ])('%s %s is %d', (text, currency, amount) => {
    expect(parseMinor(text, currency)).toBe(amount);
  });

  test('minus nothing is nothing, not minus nothing', () => {
    expect(Object.is(parseMinor('-0.00', 'USD'), 0)).toBe(true);
  });

  test.each([
    ['', 'USD'],
    ['1.', 'USD'],
    ['.5', 'USD'],
    ['1,00', 'USD'],
    ['1 000', 'USD'],
    ['1e3', 'USD'],
    ['--1', 'USD'],
    ['1.005', 'USD'],
    ['1.50', 'JPY'],
    ['x1', 'USD'],
    ['1x', 'USD'],
    ['90071992547409.92', 'USD'],
  ])('%s %s is refused', (text, currency) => {
    expect(parseMinor(text, currency)).toBeNull();
  });
});

describe('writing', () => {
  test.each([
    [12_345, 'USD', '123.45'],
    [-5, 'USD', '-0.05'],
    [0, 'USD', '0.00'],
    [100, 'USD', '1.00'],
    [5, 'JPY', '5'],
    [-120, 'JPY', '-120'],
    [7, 'KWD', '0.007'],
    [-1234, 'KWD', '-1.234'],
  ])('%d %s is %s', (amount, currency, text) => {
    expect(formatMinor(amount, currency)).toBe(text);
  });

  test('half a cent is nobody’s', () => {
    expect(() => formatMinor(0.5, 'USD')).toThrow(/whole number of minor units, not 0.5/);
  });
});

test('a currency has two decimals unless the list says otherwise', () => {
  const currencies = ['USD', 'EUR', 'XXX', 'JPY', 'VND', 'CLP', 'KWD', 'TND'];
  expect(currencies.map(currencyExponent)).toEqual([2, 2, 2, 0, 0, 0, 3, 3]);
});

test('sums are exact, and end where numbers stop being exact', () => {
  expect(sumMinor([])).toBe(0);
  expect(sumMinor([1, -3, 7])).toBe(5);
  expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow(/left the safe integers/);
});

describe('splitting', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [100, [0, 1], [0, 100]],
    [101, [0, 0], [51, 50]],
    [7, [5], [7]],
    [0, [1, 2], [0, 0]],
    [5, [3, 3, 1], [2, 2, 1]],
    [1, [1, 2, 2], [0, 1, 0]],
    [10, [1, 2, 4], [1, 3, 6]],
  ])('%d over %j is %j', (amount, weights, parts) => {
    expect(splitMinor(amount, weights)).toEqual(parts);
  });

  test('parts of nothing are nothing, not minus nothing', () => {
    expect(splitMinor(-1, [1, 0]).map((part) => Object.is(part, -0))).toEqual([false, false]);
  });

  test('amounts and weights beyond what their product holds are split exactly', () => {
    const parts = splitMinor(9_007_199_254_740_991, [9_007_199_254_740_990, 1]);
    expect(parts).toEqual([9_007_199_254_740_990, 1]);
  });

  test('nothing to split over, and weights that are no weights, are bugs', () => {
    expect(() => splitMinor(1, [])).toThrow(/at least one part/);
    expect(() => splitMinor(1, [1, -1])).toThrow(/whole and not negative/);
    expect(() => splitMinor(1, [0.5])).toThrow(/whole and not negative/);
  });
});
