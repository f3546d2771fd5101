// The hour of the day somewhere: opening hours and cut-offs are told on the facility's own clock.

export interface LocalTime {
  /** Monday is 1, Sunday 7. */
  readonly day: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

const DAYS: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();
let last: { readonly at: number; readonly times: Map<string, LocalTime> } | null = null;

/** @param timeZone IANA name */
export function localTime(at: number, timeZone: string): LocalTime {
  if (last?.at !== at) last = { at, times: new Map() };
  const known = last.times.get(timeZone);
  if (known !== undefined) return known;
  const time = compute(at, timeZone);
  last.times.set(timeZone, time);
  return time;
}

function compute(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const hour = Number(parts.get('hour'));
  return {
    day: DAYS.indexOf(parts.get('weekday') ?? '') + 1,
    minute: hour * 60 + Number(parts.get('minute')),
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}
