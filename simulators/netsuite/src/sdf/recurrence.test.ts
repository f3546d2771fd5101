// When deployments are due.

import { expect, test } from 'vitest';
import { nextOccurrence, readRecurrence } from './recurrence.ts';
import type { Schedule } from './recurrence.ts';
import { parseXml } from './xml.ts';

function schedule(xml: string): Schedule {
  const root = parseXml(`<recurrence>${xml}</recurrence>`);
  if (!root.ok) throw new Error(root.error);
  const read = readRecurrence(root.value);
  if ('code' in read) throw new Error(read.message);
  return read;
}

function next(xml: string, ...after: string[]): Array<string | undefined> {
  return after.map((at) => nextOccurrence(schedule(xml), new Date(at))?.toISOString());
}

const START = '<startdate>2026-11-02</startdate><starttime>05:00:00Z</starttime>';

test('a daily recurrence repeats from its start time to the end of the day', () => {
  const daily = `<daily><everyxdays>1</everyxdays><repeat>PT15M</repeat>${START}</daily>`;
  expect(
    next(
      daily,
      '2026-10-01T00:00:00Z',
      '2026-11-24T04:00:00Z',
      '2026-11-24T05:00:00Z',
      '2026-11-24T05:07:00Z',
      '2026-11-24T23:45:00Z',
    ),
  ).toEqual([
    '2026-11-02T05:00:00.000Z',
    '2026-11-24T05:00:00.000Z',
    '2026-11-24T05:15:00.000Z',
    '2026-11-24T05:15:00.000Z',
    '2026-11-25T05:00:00.000Z',
  ]);
});

test('every third day counts from the start', () => {
  const daily = `<daily><everyxdays>3</everyxdays><repeat></repeat>${START}</daily>`;
  expect(next(daily, '2026-11-02T05:00:00Z', '2026-11-06T00:00:00Z')).toEqual([
    '2026-11-05T05:00:00.000Z',
    '2026-11-08T05:00:00.000Z',
  ]);
});

test('a single recurrence is due once', () => {
  const single = `<single>${START}</single>`;
  expect(next(single, '2026-11-01T00:00:00Z', '2026-11-02T05:00:00Z')).toEqual([
    '2026-11-02T05:00:00.000Z',
    undefined,
  ]);
});

test('weekly, monthly and yearly recurrences name their days', () => {
  const weekly = `<weekly><everyxweeks>2</everyxweeks><monday>T</monday><friday>T</friday>${START}</weekly>`;
  expect(next(weekly, '2026-11-02T06:00:00Z', '2026-11-06T06:00:00Z')).toEqual([
    '2026-11-06T05:00:00.000Z',
    '2026-11-16T05:00:00.000Z',
  ]);
  const monthly = `<monthly><everyxmonths>1</everyxmonths><dayofmonth>31</dayofmonth>${START}</monthly>`;
  expect(next(monthly, '2026-11-03T00:00:00Z')).toEqual(['2026-12-31T05:00:00.000Z']);
  const last = `<monthlydayofweek><dayofweek>FRIDAY</dayofweek><weekofmonth>LAST</weekofmonth>${START}</monthlydayofweek>`;
  expect(next(last, '2026-11-03T00:00:00Z')).toEqual(['2026-11-27T05:00:00.000Z']);
  const yearly = `<yearly><dayofmonth>1</dayofmonth><monthofyear>3</monthofyear>${START}</yearly>`;
  expect(next(yearly, '2026-11-03T00:00:00Z')).toEqual(['2027-03-01T05:00:00.000Z']);
});

test('nothing is due after the end date, and on a day no month has', () => {
  const ended = `<daily><everyxdays>1</everyxdays><enddate>2026-11-03</enddate>${START}</daily>`;
  expect(next(ended, '2026-11-03T05:00:00Z')).toEqual([undefined]);
  const never = `<yearly><dayofmonth>31</dayofmonth><monthofyear>2</monthofyear>${START}</yearly>`;
  expect(next(never, '2026-11-03T05:00:00Z')).toEqual([undefined]);
});
