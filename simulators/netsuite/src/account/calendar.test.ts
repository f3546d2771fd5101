// Dates as an account writes and reads them, across the days clocks change.

import { expect, test } from 'vitest';

import { createCalendar } from './calendar.ts';
import { defaultPreferences } from './preferences.ts';

const newYork = createCalendar({ ...defaultPreferences(), timeZone: 'America/New_York' });

test('writes and reads the preferred format in the account zone', () => {
  const at = new Date('2026-07-04T20:05:09Z');
  expect(newYork.formatDate(at)).toBe('7/4/2026');
  expect(newYork.formatDateTime(at)).toBe('7/4/2026 4:05 pm');
  expect(newYork.parse('07/04/2026 4:05 PM')).toEqual(new Date('2026-07-04T20:05:00Z'));
  expect(newYork.parse('7/4/2026')).toEqual(new Date('2026-07-04T04:00:00Z'));
  const german = createCalendar({
    ...defaultPreferences(),
    timeZone: 'Europe/Berlin',
    dateFormat: 'DD.MM.YYYY',
    timeFormat: 'HH:mm',
  });
  expect(german.formatDateTime(at)).toBe('04.07.2026 22:05');
  expect(german.parse('31.12.2026')).toEqual(new Date('2026-12-30T23:00:00Z'));
});

test.each([
  '2026-07-04',
  '13/1/2026',
  '2/29/2026',
  'yesterday',
  '7/4/2026 25:00',
  '7/4/2026 13:00 pm',
])('%s is no date', (text) => {
  expect(newYork.parse(text)).toBeNull();
});

test('a day is a calendar day, also when it has 23 or 25 hours', () => {
  const spring = newYork.startOfDay(new Date('2026-03-08T18:00:00Z'));
  expect(newYork.addDays(spring, 1).getTime() - spring.getTime()).toBe(23 * 3_600_000);
  const autumn = newYork.startOfDay(new Date('2026-11-01T18:00:00Z'));
  expect(newYork.addDays(autumn, 1).getTime() - autumn.getTime()).toBe(25 * 3_600_000);
});
