// When a deployment is due: the recurrence of its XML object, and the occurrences that follow from it.

import { defined } from '@sendsale/std';
import type { Recurrence } from '../account/definitions.ts';
import { textOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

const KINDS = [
  'single',
  'daily',
  'everyweekday',
  'weekly',
  'monthly',
  'monthlydayofweek',
  'yearly',
  'yearlydayofweek',
] as const;
type Kind = (typeof KINDS)[number];

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

// Oracle's list of repeat intervals (SDF XML reference, recurrence).
const REPEATS: ReadonlyMap<string, number> = new Map([
  ['PT15M', 15],
  ['PT30M', 30],
  ['PT1H', 60],
  ['PT2H', 120],
  ['PT4H', 240],
  ['PT6H', 360],
  ['PT8H', 480],
  ['PT12H', 720],
]);

/** The days on which a deployment starts, and how often it repeats within such a day. All in UTC. */
export interface Schedule {
  readonly kind: Kind;
  readonly startAt: Date;
  readonly endAt: Date | null;
  /** Every n days, weeks or months, by kind. */
  readonly every: number;
  /** 0 is Sunday. For weekly; and one day for the day-of-week kinds. */
  readonly weekdays: readonly number[];
  /** First to fourth, or `last`, for monthlydayofweek and yearlydayofweek. */
  readonly week: number | 'last' | null;
  readonly dayOfMonth: number | null;
  /** 1 is January; for the yearly kinds. */
  readonly month: number | null;
  readonly repeatMinutes: number | null;
}

export type RecurrenceProblem = {
  readonly code: 'RECURRENCE_MULTIPLE' | 'RECURRENCE_INVALID';
  readonly message: string;
};

/** Reads a `<recurrence>` element. @returns the schedule, or why NetSuite would refuse it. */
export function readRecurrence(element: XmlElement): Schedule | RecurrenceProblem {
  if (element.children.length > 1) {
    const names = element.children.map((child) => child.name).join(', ');
    return {
      code: 'RECURRENCE_MULTIPLE',
      message: `A deployment has one recurrence, not several: ${names}.`,
    };
  }
  const child = element.children[0];
  const kind = KINDS.find((name) => name === child?.name);
  if (child === undefined || kind === undefined) {
    return invalid(`A recurrence is one of ${KINDS.join(', ')}, not ${child?.name ?? 'empty'}.`);
  }
  return readKind(kind, child);
}

/** The form in which the account stores it. */
export function toRecurrence(schedule: Schedule): Recurrence {
  const { kind, startAt, every, repeatMinutes } = schedule;
  const known =
    kind === 'single' ||
    kind === 'daily' ||
    kind === 'weekly' ||
    kind === 'monthly' ||
    kind === 'everyweekday';
  return {
    kind: known ? kind : 'other',
    startAt,
    everyDays: kind === 'daily' ? every : 1,
    repeatMinutes,
  };
}

function readKind(kind: Kind, element: XmlElement): Schedule | RecurrenceProblem {
  const startAt = instant(
    textOf(element, 'startdate'),
    textOf(element, 'starttime') || '00:00:00Z',
  );
  if (startAt === null) {
    return invalid('startdate must be yyyy-MM-dd and starttime HH:mm:ssZ.');
  }
  const endText = textOf(element, 'enddate');
  const endAt = endText === '' ? null : instant(endText, '23:59:59Z');
  if (endText !== '' && endAt === null) return invalid(`enddate ${endText} is not yyyy-MM-dd.`);
  const repeat = textOf(element, 'repeat');
  const repeatMinutes = repeat === '' ? null : (REPEATS.get(repeat) ?? undefined);
  if (repeatMinutes === undefined) {
    return invalid(`repeat ${repeat} is not one of ${[...REPEATS.keys()].join(', ')}.`);
  }
  const every = readEvery(element);
  if (every === null) return invalid('everyxdays, everyxweeks and everyxmonths are 1 to 1000.');
  const calendar = readCalendar(kind, element);
  if ('code' in calendar) return calendar;
  return { kind, startAt, endAt, every, repeatMinutes, ...calendar };
}

type Calendar = Pick<Schedule, 'weekdays' | 'week' | 'dayOfMonth' | 'month'>;

function readCalendar(kind: Kind, element: XmlElement): Calendar | RecurrenceProblem {
  const flagged = WEEKDAYS.flatMap((day, index) => (textOf(element, day) === 'T' ? [index] : []));
  const named = WEEKDAYS.indexOf(textOf(element, 'dayofweek').toLowerCase());
  const weekdays = named >= 0 ? [named] : flagged;
  const needsDays = kind === 'weekly' || kind === 'monthlydayofweek' || kind === 'yearlydayofweek';
  if (needsDays && weekdays.length === 0)
    return invalid(`A ${kind} recurrence names a day of the week.`);
  return {
    weekdays,
    week: readWeek(textOf(element, 'weekofmonth') || textOf(element, 'dayofweekinmonth')),
    dayOfMonth: readNumber(textOf(element, 'dayofmonth')),
    month: readNumber(textOf(element, 'monthofyear') || textOf(element, 'month')),
  };
}

function readWeek(text: string): number | 'last' | null {
  const names = ['first', 'second', 'third', 'fourth'];
  const lower = text.toLowerCase();
  if (lower === 'last') return 'last';
  const index = names.indexOf(lower);
  return index >= 0 ? index + 1 : readNumber(text);
}

function readEvery(element: XmlElement): number | null {
  for (const name of ['everyxdays', 'everyxweeks', 'everyxmonths']) {
    const text = textOf(element, name);
    if (text === '') continue;
    const value = readNumber(text);
    return value !== null && value >= 1 && value <= 1000 ? value : null;
  }
  return 1;
}

function readNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}

function instant(date: string, time: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d:\d\d(\.\d+)?Z$/.test(time)) return null;
  const parsed = new Date(`${date}T${time}`);
  return Number.isNaN(parsed.getTime()) ? null : parsed;
}

function invalid(message: string): RecurrenceProblem {
  return { code: 'RECURRENCE_INVALID', message };
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
// A schedule that names a day no month has (e.g. the 31st of February) must end the search.
const LONGEST_SEARCH_DAYS = 366 * 8;

/** The first occurrence after `after`, or null when there is none any more. */
export function nextOccurrence(schedule: Schedule, after: Date): Date | null {
  if (schedule.kind === 'single' && schedule.repeatMinutes === null) {
    return schedule.startAt > after ? schedule.startAt : null;
  }
  const startDay = startOfDay(schedule.startAt);
  let day = Math.max(startDay, startOfDay(after));
  for (let tried = 0; tried < LONGEST_SEARCH_DAYS; tried += 1, day += DAY) {
    if (!startsOn(schedule, day)) continue;
    const found = withinDay(schedule, day, after);
    if (found === null) continue;
    return schedule.endAt !== null && found > schedule.endAt ? null : found;
  }
  return null;
}

// Repeats run from the start time to the end of that day, as the deployment page says.
function withinDay(schedule: Schedule, day: number, after: Date): Date | null {
  const first = day + (schedule.startAt.getTime() - startOfDay(schedule.startAt));
  if (first > after.getTime()) return new Date(first);
  if (schedule.repeatMinutes === null) return null;
  const step = schedule.repeatMinutes * MINUTE;
  const next = first + (Math.floor((after.getTime() - first) / step) + 1) * step;
  return next < day + DAY ? new Date(next) : null;
}

function startsOn(schedule: Schedule, day: number): boolean {
  const start = startOfDay(schedule.startAt);
  const date = new Date(day);
  const days = Math.round((day - start) / DAY);
  if (days < 0) return false;
  switch (schedule.kind) {
    case 'single':
      return days === 0;
    case 'daily':
      return days % schedule.every === 0;
    case 'everyweekday':
      return date.getUTCDay() >= 1 && date.getUTCDay() <= 5;
    case 'weekly':
      return (
        schedule.weekdays.includes(date.getUTCDay()) &&
        weeksBetween(start, day) % schedule.every === 0
      );
    case 'monthly':
    case 'monthlydayofweek':
      return monthsBetween(schedule, date) % schedule.every === 0 && isNamedDay(schedule, date);
    case 'yearly':
    case 'yearlydayofweek':
      return isMonth(schedule, date) && isNamedDay(schedule, date);
  }
}

function isNamedDay(schedule: Schedule, date: Date): boolean {
  const byWeekday = schedule.kind === 'monthlydayofweek' || schedule.kind === 'yearlydayofweek';
  return byWeekday ? isWeekdayOfMonth(schedule, date) : isDayOfMonth(schedule, date);
}

function startOfDay(date: Date): number {
  return Math.floor(date.getTime() / DAY) * DAY;
}

function weeksBetween(start: number, day: number): number {
  const sunday = (time: number): number => time - new Date(time).getUTCDay() * DAY;
  return Math.round((sunday(day) - sunday(start)) / (7 * DAY));
}

function monthsBetween(schedule: Schedule, date: Date): number {
  const { startAt } = schedule;
  return (
    (date.getUTCFullYear() - startAt.getUTCFullYear()) * 12 +
    date.getUTCMonth() -
    startAt.getUTCMonth()
  );
}

function isMonth(schedule: Schedule, date: Date): boolean {
  return date.getUTCMonth() + 1 === (schedule.month ?? schedule.startAt.getUTCMonth() + 1);
}

function isDayOfMonth(schedule: Schedule, date: Date): boolean {
  return date.getUTCDate() === (schedule.dayOfMonth ?? schedule.startAt.getUTCDate());
}

function isWeekdayOfMonth(schedule: Schedule, date: Date): boolean {
  if (date.getUTCDay() !== defined(schedule.weekdays[0], 'The schedule names its day of the week.'))
    return false;
  if (schedule.week === 'last')
    return new Date(date.getTime() + 7 * DAY).getUTCMonth() !== date.getUTCMonth();
  return Math.ceil(date.getUTCDate() / 7) === (schedule.week ?? 1);
}
