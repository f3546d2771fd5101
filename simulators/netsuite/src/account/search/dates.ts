// The date values of filters: absolute dates and times in the user's format, and names such as "yesterday".

import type { Calendar, WallClock } from '../calendar.ts';
import { refuse } from '../failure.ts';

/** A span of time, both ends included. */
export interface Span {
  readonly start: Date;
  readonly end: Date;
}

const DAYS_AGO = /^daysago(\d+)$/;
const DAYS_FROM_NOW = /^daysfromnow(\d+)$/;

/**
 * What a date value of a filter covers: a whole day, the minute of a date with a time, or a named period.
 * @throws SSS_INVALID_SRCH_FILTER for a text that is none of these.
 */
export function spanOf(text: string, calendar: Calendar, now: Date): Span {
  const name = text.trim().toLowerCase();
  const named = namedSpan(name, calendar, now);
  if (named !== null) return named;
  const at = calendar.parse(text);
  if (at === null) {
    return refuse(
      'SSS_INVALID_SRCH_FILTER',
      `The search filter has an invalid date value: ${text}.`,
    );
  }
  const length = text.includes(':') ? 60_000 : null;
  return length === null
    ? days(calendar, at, 1)
    : { start: at, end: new Date(at.getTime() + length - 1) };
}

function namedSpan(name: string, calendar: Calendar, now: Date): Span | null {
  const today = calendar.startOfDay(now);
  const wall = calendar.wallClock(today);
  const ago = DAYS_AGO.exec(name);
  if (ago !== null) return days(calendar, calendar.addDays(today, -Number(ago[1])), 1);
  const ahead = DAYS_FROM_NOW.exec(name);
  if (ahead !== null) return days(calendar, calendar.addDays(today, Number(ahead[1])), 1);
  const weekday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();
  const week = calendar.addDays(today, -weekday);
  switch (name) {
    case 'today':
      return days(calendar, today, 1);
    case 'yesterday':
      return days(calendar, calendar.addDays(today, -1), 1);
    case 'tomorrow':
      return days(calendar, calendar.addDays(today, 1), 1);
    case 'thisweek':
      return days(calendar, week, 7);
    case 'lastweek':
      return days(calendar, calendar.addDays(week, -7), 7);
    case 'thismonth':
      return month(calendar, wall, 0);
    case 'lastmonth':
      return month(calendar, wall, -1);
    case 'thisyear':
      return year(calendar, wall.year);
    case 'lastyear':
      return year(calendar, wall.year - 1);
    default:
      return null;
  }
}

function days(calendar: Calendar, from: Date, count: number): Span {
  const start = calendar.startOfDay(from);
  return { start, end: new Date(calendar.addDays(start, count).getTime() - 1) };
}

function month(calendar: Calendar, wall: WallClock, step: number): Span {
  const start = calendar.instant({ ...wall, month: wall.month + step, day: 1 });
  const next = calendar.instant({ ...wall, month: wall.month + step + 1, day: 1 });
  return { start, end: new Date(next.getTime() - 1) };
}

function year(calendar: Calendar, number: number): Span {
  const first = { month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  const start = calendar.instant({ ...first, year: number });
  const next = calendar.instant({ ...first, year: number + 1 });
  return { start, end: new Date(next.getTime() - 1) };
}
