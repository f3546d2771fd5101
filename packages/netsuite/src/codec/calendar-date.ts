// Calendar dates of instants on the wall calendar of a time zone, as NetSuite's imports and scripts want them.

const formats = new Map<string, Intl.DateTimeFormat>();

/** `MM/dd/yyyy`, for CSV imports, e.g. "02/29/2024". */
export function calendarDate(at: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

/** `yyyy-MM-dd`, for JSON feeds, e.g. "2024-02-29". */
export function isoDate(at: Date, timeZone: string): string {
  const [month, day, year] = calendarDate(at, timeZone).split('/');
  return `${year}-${month}-${day}`;
}

/** The instant on the wall clock of a time zone, with its offset: "2024-02-28T21:30:00-05:00". Its day is the zone's. */
export function isoWithOffset(at: Date, timeZone: string): string {
  const offset = offsetMinutes(at, timeZone);
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}

/** Noon of a day of the zone's calendar. @param day "2024-02-29" */
export function noonOf(day: string, timeZone: string): Date {
  const noonInUtc = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noonInUtc.getTime())) return noonInUtc;
  return new Date(noonInUtc.getTime() - offsetMinutes(noonInUtc, timeZone) * 60_000);
}

// What the zone's clocks are ahead of UTC at an instant.
function offsetMinutes(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d{2}):(\d{2})/.exec(parts?.value ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
