// Calendar dates of instants, as NetSuite's CSV imports want them.

const formats = new Map<string, Intl.DateTimeFormat>();

/** `MM/dd/yyyy` on the wall calendar of a time zone, e.g. "02/29/2024". */
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
