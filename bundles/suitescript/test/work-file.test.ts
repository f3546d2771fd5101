import { expect, test } from 'vitest';
import { markedName, parseWorkFileName, workFileName } from '../src/lib/work-file.ts';
import { wholeRecords } from '../src/lib/whole-records.ts';

test('a file nothing has happened to keeps its name', () => {
  const file = { name: 'customer-Feed-1.csv', task: null, settled: 0 };
  expect(workFileName(file)).toBe('customer-Feed-1.csv');
  expect(parseWorkFileName('customer-Feed-1.csv')).toEqual(file);
});

test('the task and the records answered stand in the name for people to see', () => {
  const file = { name: 'a.csv', task: 'CSVIMPORT_1', settled: 120 };
  expect(workFileName(file)).toBe('a.csv~task=CSVIMPORT_1~settled=120');
  expect(parseWorkFileName('a.csv~task=CSVIMPORT_1~settled=120')).toEqual(file);
});

test('a taken name gets a mark in front of its extension', () => {
  expect(markedName('a.b.csv', '2')).toBe('a.b_2.csv');
  expect(markedName('README', '2')).toBe('README_2');
  expect(markedName('.hidden', '2')).toBe('.hidden_2');
});

test('an order cut off by the limit waits for the next run, unless it is the only one', () => {
  const rows = [{ id: '1' }, { id: '1' }, { id: '2' }];
  expect(wholeRecords(rows, 4).map((lines) => lines.length)).toEqual([2, 1]);
  expect(wholeRecords(rows, 3).map((lines) => lines.length)).toEqual([2]);
  expect(wholeRecords(rows.slice(0, 2), 2).map((lines) => lines.length)).toEqual([2]);
});
