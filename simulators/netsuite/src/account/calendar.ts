// Dates as an account writes and reads them: its zone, its date format, its time format.

import type { Preferences } from './preferences.ts';

/** The parts of an instant on the account's wall clock; month counts from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export interface Calendar {
  readonly wallClock: (instant: Date) => WallClock;
  readonly instant: (wall: WallClock) => Date;
  /** Midnight of the instant's day, which is how a date field is kept. */
  readonly startOfDay: (instant: Date) => Date;
  readonly addDays: (instant: Date, days: number) => Date;
  readonly formatDate: (instant: Date) => string;
  /** Date and time with minutes, e.g. 11/24/2026 4:05 pm. */
  readonly formatDateTime: (instant: Date) => string;
  /** Reads a date, with or without a time, in the preferred format; null when it is not one. */
  readonly parse: (text: string) => Date | null;
}

/** A calendar for the preferences given. */
export function createCalendar(preferences: Preferences): Calendar {
  const wallClock = wallClockReader(preferences.timeZone);
  const instant = (wall: WallClock): Date => toInstant(wall, wallClock);
  const startOfDay = (at: Date): Date => instant(midnight(wallClock(at)));
  const formatDate = (at: Date): string => writeDate(wallClock(at), preferences.dateFormat);
  return {
    wallClock,
    instant,
    startOfDay,
    addDays: (at, days) => {
      const wall = wallClock(at);
      return instant({ ...wall, day: wall.day + days });
    },
    formatDate,
    formatDateTime: (at) => `${formatDate(at)} ${writeTime(wallClock(at), preferences.timeFormat)}`,
    parse: (text) => {
      const wall = readDateTime(text, preferences.dateFormat);
      return wall === null ? null : instant(wall);
    },
  };
}

function midnight(wall: WallClock): WallClock {
  return { ...wall, hour: 0, minute: 0, second: 0 };
}

const QUARTER_HOUR_MS = 900_000;
const REMEMBERED_OFFSETS = 20_000;

// Offsets change on quarter hours at most, so each is asked of Intl once.
function wallClockReader(timeZone: string): (instant: Date) => WallClock {
  const offsetAt = offsetReader(timeZone);
  const offsets = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant.getTime() / QUARTER_HOUR_MS);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      if (offsets.size >= REMEMBERED_OFFSETS) offsets.clear();
      offset = offsetAt(new Date(quarter * QUARTER_HOUR_MS));
      offsets.set(quarter, offset);
    }
    return utcParts(new Date(instant.getTime() + offset));
  };
}

// How far the zone's wall clock is ahead of UTC at an instant, in milliseconds.
function offsetReader(timeZone: string): (instant: Date) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map((part) => [part.type, part.value]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
    const wall = {
      year: part('year'),
      month: part('month'),
      day: part('day'),
      hour: part('hour'),
      minute: part('minute'),
      second: part('second'),
    };
    return asUtc(wall) - Math.floor(instant.getTime() / 1000) * 1000;
  };
}

function utcParts(shifted: Date): WallClock {
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

// Guess as if the zone were UTC, then correct by the offset found there; twice for the days clocks change.
function toInstant(wall: WallClock, wallClock: (instant: Date) => WallClock): Date {
  const wanted = asUtc(wall);
  let guess = wanted;
  for (let round = 0; round < 2; round++) {
    guess += wanted - asUtc(wallClock(new Date(guess)));
  }
  return new Date(guess);
}

function asUtc(wall: WallClock): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

const TOKENS = /YYYY|MONTH|Month|MM|Mon|M|DD|D/g;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function writeDate(wall: WallClock, format: string): string {
  const padded = (value: number): string => String(value).padStart(2, '0');
  const texts: Readonly<Record<string, string>> = {
    YYYY: String(wall.year),
    MM: padded(wall.month),
    M: String(wall.month),
    Mon: MONTHS[wall.month - 1] ?? '',
    DD: padded(wall.day),
    D: String(wall.day),
  };
  return format.replace(TOKENS, (token) => texts[token] ?? token);
}

function writeTime(wall: WallClock, format: string): string {
  const minute = String(wall.minute).padStart(2, '0');
  if (format.startsWith('HH')) return `${String(wall.hour).padStart(2, '0')}:${minute}`;
  return `${String(wall.hour % 12 === 0 ? 12 : wall.hour % 12)}:${minute} ${wall.hour < 12 ? 'am' : 'pm'}`;
}

const DATE = /^(\d{1,4}|[A-Za-z]{3})[-/. ](\d{1,2}|[A-Za-z]{3})[-/. ](\d{1,4})(?:\s+(.*))?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?$/i;

function readDateTime(text: string, format: string): WallClock | null {
  const match = DATE.exec(text.trim());
  if (match === null) return null;
  const order = format.match(TOKENS) ?? [];
  const parts = new Map(order.map((token, index) => [token.charAt(0), match[index + 1] ?? '']));
  const year = Number(parts.get('Y'));
  const month = readMonth(parts.get('M') ?? '');
  const day = Number(parts.get('D'));
  const time = readTime(match[4] ?? '');
  if (time === null || !isDay(year, month, day)) return null;
  return { year, month, day, ...time };
}

function readMonth(text: string): number {
  const named = MONTHS.findIndex((name) => name.toLowerCase() === text.toLowerCase());
  return named >= 0 ? named + 1 : Number(text);
}

function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function readTime(text: string): Pick<WallClock, 'hour' | 'minute' | 'second'> | null {
  if (text === '') return { hour: 0, minute: 0, second: 0 };
  const match = TIME.exec(text);
  if (match === null) return null;
  const hour = Number(match[1]);
  const half = match[4]?.toLowerCase();
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const minute = Number(match[2]);
  const second = Number(match[3] ?? '0');
  const onClock = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return onClock > 23 || minute > 59 || second > 59 ? null : { hour: onClock, minute, second };
}
