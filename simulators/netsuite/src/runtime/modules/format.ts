// N/format: dates and numbers as the account's preferences write them, and back.

import { types } from 'node:util';
import type { Calendar } from '../../account/calendar.ts';
import { refuse } from '../../account/failure.ts';
import type { Invocation } from '../invocation.ts';
import { notSupported } from '../not-supported.ts';
import { readOptions, textOf } from '../options.ts';
import type { Options } from '../options.ts';
import { Constants } from '../realm.ts';

const TYPES =
  'address ccexpdate ccnumber ccvalidfrom checkbox clobtext color currency currency2 date datetime datetimetz document ' +
  'dynamicprecision email emails float fullphone function furigana identifier identifieranycase integer mmyydate ' +
  'multiselect nonnegcurrency nonnegfloat package percent phone poscurrency posfloat posinteger radio rate ' +
  'ratehighprecision select text textarea time timeofday timetrack url';

const DATES: ReadonlySet<string> = new Set(['date', 'datetime', 'datetimetz']);
const MONEY: ReadonlySet<string> = new Set([
  'currency',
  'currency2',
  'nonnegcurrency',
  'poscurrency',
]);
const NUMBERS: ReadonlySet<string> = new Set([
  ...MONEY,
  ...'float integer nonnegfloat percent posfloat posinteger rate ratehighprecision'.split(' '),
]);

export function formatModule(invocation: Invocation): object {
  const { realm, charge } = invocation;
  const call = (
    name: string,
    convert: (invocation: Invocation, type: string, value: unknown) => unknown,
  ): unknown =>
    realm.method(name, (args) => {
      charge(`format.${name}`, 0);
      const options = readOptions(`format.${name}`, args, ['value', 'type', 'timezone']);
      return convert(invocation, typeOf(options), options.required('value'));
    });
  return realm.object({
    format: call('format', format),
    parse: call('parse', parse),
    Type: new Constants(
      Object.fromEntries(TYPES.split(' ').map((type) => [type.toUpperCase(), type])),
    ),
  });
}

function typeOf(options: Options): string {
  if (options.has('timezone')) notSupported('the timezone option of N/format');
  return options.requiredText('type').toLowerCase();
}

// DATETIME prints seconds (11/24/2026 4:05:09 pm), which search values do not.
function format({ host }: Invocation, type: string, value: unknown): unknown {
  if (DATES.has(type)) {
    // NetSuite hands back what is no date.
    if (!types.isDate(value)) return value;
    const at = new Date(value.getTime());
    if (type === 'date') return host.calendar.formatDate(at);
    return dateTimeWithSeconds(host.calendar, at);
  }
  if (MONEY.has(type)) return Number(value).toFixed(2);
  if (type === 'percent') return `${textOf(value)}%`;
  if (type === 'checkbox') return value === true || value === 'T' ? 'T' : 'F';
  return textOf(value);
}

/** 11/24/2026 4:05:09 pm in the account's zone. */
export function dateTimeWithSeconds(calendar: Calendar, at: Date): string {
  const second = String(calendar.wallClock(at).second).padStart(2, '0');
  return calendar.formatDateTime(at).replace(/(:\d\d)(?=\D*$)/, `$1:${second}`);
}

function parse({ host }: Invocation, type: string, value: unknown): unknown {
  if (DATES.has(type)) {
    if (types.isDate(value)) return value;
    return (
      host.calendar.parse(textOf(value)) ??
      refuse('INVALID_FLD_VALUE', `"${textOf(value)}" is no date in the preferred format.`)
    );
  }
  if (NUMBERS.has(type)) return Number(textOf(value).replace(/[,%$]/g, ''));
  if (type === 'checkbox') return value === true || value === 'T';
  return value;
}
