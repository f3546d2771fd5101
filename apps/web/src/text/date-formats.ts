// Days and instants in a language; instants in the time zone of the store, calendar days as they are.

export interface DateFormats {
  readonly date: (instant: string) => string;
  /** A day as such, "2026-11-24": the same in every time zone. */
  readonly day: (day: string) => string;
  /** The same for a day soon to come: "Thursday, Nov 26". */
  readonly weekday: (day: string) => string;
  readonly time: (instant: string) => string;
  readonly dateTime: (instant: string) => string;
}

export function dateFormats(locale: string, timeZone: string): DateFormats {
  const dates = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
  const times = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
  const both = new Intl.DateTimeFormat(locale, {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  const month = { timeZone: 'UTC', month: 'short', day: 'numeric' } as const;
  const days = new Intl.DateTimeFormat(locale, { ...month, weekday: 'short', year: 'numeric' });
  const weekdays = new Intl.DateTimeFormat(locale, { ...month, weekday: 'long' });
  return {
    date: (instant) => dates.format(new Date(instant)),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    weekday: (day) => weekdays.format(new Date(`${day}T00:00:00Z`)),
    time: (instant) => times.format(new Date(instant)),
    dateTime: (instant) => both.format(new Date(instant)),
  };
}
