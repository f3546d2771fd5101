import { expect, test } from 'vitest';
import { isoWithOffset, noonOf } from './calendar-date.ts';

test.each([
  ['2026-11-24T03:30:00Z', 'America/New_York', '2026-11-23T22:30:00-05:00'],
  ['2026-07-01T03:30:00Z', 'America/New_York', '2026-06-30T23:30:00-04:00'],
  ['2026-11-23T20:00:00Z', 'Asia/Kolkata', '2026-11-24T01:30:00+05:30'],
  ['2026-11-23T20:00:00Z', 'America/St_Johns', '2026-11-23T16:30:00-03:30'],
  ['2026-11-23T20:00:00Z', 'UTC', '2026-11-23T20:00:00+00:00'],
])('%s in %s is %s', (instant, timeZone, text) => {
  expect(isoWithOffset(new Date(instant), timeZone)).toBe(text);
  expect(new Date(text)).toEqual(new Date(instant));
});

test('noon of a day is noon on that wall, also on the day the clocks change', () => {
  expect(noonOf('2026-11-01', 'America/New_York').toISOString()).toBe('2026-11-01T17:00:00.000Z');
  expect(noonOf('2026-03-08', 'America/New_York').toISOString()).toBe('2026-03-08T16:00:00.000Z');
  expect(noonOf('2026-11-23', 'Asia/Tokyo').toISOString()).toBe('2026-11-23T03:00:00.000Z');
});
