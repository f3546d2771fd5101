import { expect, test } from 'vitest';
import { cellValue, isNameField, parseFeedDate } from '../src/lib/cell-value.ts';
import { positiveAmount, readJsonRecords } from '../src/lib/json-records.ts';

test('cells become what N/record wants', () => {
  expect(cellValue('isclosed', 'true')).toBe(true);
  expect(cellValue('taxable', 'F')).toBe(false);
  expect(cellValue('rate', '-30.50')).toBe(-30.5);
  expect(cellValue('trandate', '02/29/2024')).toEqual(new Date(2024, 1, 29));
  expect(cellValue('memo', '12')).toBe('12');
  expect(isNameField('price')).toBe(true);
});

test('a text that is no number is refused rather than booked as zero', () => {
  expect(() => cellValue('rate', '12,50')).toThrow('"12,50" is no number (field rate)');
});

test('the day of an ISO instant is the one it names', () => {
  expect(parseFeedDate('2026-11-23T23:30:00.000Z')).toEqual(new Date(2026, 10, 23));
  expect(() => parseFeedDate('yesterday')).toThrow('is no date');
});

test('JSON records are texts, and anything but an array of objects is refused', () => {
  expect(readJsonRecords('[{"totalAmount":120.5,"externalId":null}]')).toEqual([
    { totalAmount: '120.5', externalId: '' },
  ]);
  expect(() => readJsonRecords('{}')).toThrow('no array');
  expect(() => readJsonRecords('[1]')).toThrow('Entry 1');
  expect(() => readJsonRecords('[{')).toThrow(SyntaxError);
});

test('an amount is above zero', () => {
  expect(positiveAmount('0.01')).toBe(0.01);
  for (const text of ['', '0', '-1', 'x', 'Infinity']) {
    expect(() => positiveAmount(text)).toThrow('no amount above zero');
  }
});
