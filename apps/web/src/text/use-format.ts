// Money, numbers and instants as people read them: in their language, and in the time zone of the store.

import { useMemo } from 'react';
import { usePlaces } from '../api/places.ts';
import { useSession } from '../app/session.tsx';
import { dateFormats } from './date-formats.ts';
import type { DateFormats } from './date-formats.ts';
import type { Language } from './define-text.ts';
import { useLanguage } from './use-text.ts';

export interface Format extends DateFormats {
  /** Decimal text with its currency; exact, whatever its size. */
  readonly money: (amount: string, currency: string) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** In the units of the language. */
  readonly distance: (miles: number) => string;
  /** "3 minutes ago"; exact times belong into a title beside it. */
  readonly ago: (instant: string, now?: number) => string;
  /** "3 m", "2 h", "4 d": how old something is. */
  readonly age: (instant: string, now?: number) => string;
  readonly timeZone: string;
}

const SECOND_MS = 1000;
const KILOMETERS_A_MILE = 1.609344;
const STEPS: ReadonlyArray<readonly [Intl.RelativeTimeFormatUnit, number]> = [
  ['day', 86_400 * SECOND_MS],
  ['hour', 3600 * SECOND_MS],
  ['minute', 60 * SECOND_MS],
];

export function useFormat(): Format {
  const language = useLanguage();
  const places = usePlaces();
  const { person } = useSession();
  const store = places.facility(person.facilityIds[0] ?? '');
  const timeZone = store?.timeZone ?? places.shops[0]?.timeZone ?? 'UTC';
  return useMemo(() => makeFormat(language, timeZone), [language, timeZone]);
}

export function makeFormat(language: Language, timeZone: string): Format {
  const locale = language === 'en' ? 'en-US' : 'de-DE';
  const numbers = new Intl.NumberFormat(locale);
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const lengths = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: language === 'en' ? 'mile' : 'kilometer',
    maximumFractionDigits: 0,
  });
  const currencies = new Map<string, Intl.NumberFormat>();
  const currencyFormat = (currency: string): Intl.NumberFormat => {
    const known = currencies.get(currency);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(locale, { style: 'currency', currency });
    currencies.set(currency, made);
    return made;
  };
  const since = (
    instant: string,
    now = Date.now(),
  ): readonly [Intl.RelativeTimeFormatUnit, number] => {
    const passed = now - Date.parse(instant);
    const [unit, size] = STEPS.find(([, size]) => Math.abs(passed) >= size) ?? [
      'second',
      SECOND_MS,
    ];
    return [unit, Math.trunc(passed / size)];
  };
  return {
    // A decimal text is formatted exactly; the type of the library only knows numbers.
    money: (amount, currency) => currencyFormat(currency).format(amount as `${number}`),
    number: (value) => numbers.format(value),
    percent: (share) => shares.format(share),
    ...dateFormats(locale, timeZone),
    distance: (miles) =>
      language === 'en' ? lengths.format(miles) : lengths.format(miles * KILOMETERS_A_MILE),
    ago: (instant, now) => {
      const [unit, count] = since(instant, now);
      return relative.format(-count, unit);
    },
    age: (instant, now) => {
      const [unit, count] = since(instant, now);
      const short = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' });
      return short.format(Math.max(0, count));
    },
    timeZone,
  };
}
