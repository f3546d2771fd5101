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
