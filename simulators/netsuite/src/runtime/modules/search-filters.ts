// The `filters` a script gives: Filter objects, an expression, or both mixed in one list.

import type { FilterExpression, FilterTerm } from '../../account/account.ts';
import type { Invocation } from '../invocation.ts';
import { isPlain, textOf } from '../options.ts';
import type { RealmClass } from '../realm.ts';
import {
  makeTerm,
  readExpression,
  readFieldReference,
  readValues,
  withConnectives,
} from './search-terms.ts';

export function readFilters(
  invocation: Invocation,
  filters: RealmClass<FilterTerm>,
  given: unknown,
): FilterExpression {
  if (given === undefined || given === null) return [];
  const write = (date: Date): string => invocation.host.calendar.formatDateTime(date);
  const single = asTerm(filters, given, write);
  if (single !== null) return [single];
  if (!Array.isArray(given)) return [];
  const list: readonly unknown[] = given;
  if (!list.some((part) => asTerm(filters, part, write) !== null))
    return list.length === 0 ? [] : readExpression(list, write);
  return withConnectives(
    list.flatMap((part): FilterExpression => {
      const term = asTerm(filters, part, write);
      if (term !== null) return [term];
      return Array.isArray(part) ? readExpression(part, write) : readExpression([part], write);
    }),
  );
}

type WriteDate = (date: Date) => string;

// A Filter object, or a plain object in the shape createFilter takes.
function asTerm(
  filters: RealmClass<FilterTerm>,
  value: unknown,
  write: WriteDate,
): FilterTerm | null {
  return filters.stateOf(value) ?? (isPlain(value) ? termOf(value, write) : null);
}

/** Reads `{name, join, operator, values, formula}`; whatever else the object holds is ignored. */
export function termOf(value: object, write: WriteDate): FilterTerm {
  const read = (name: string): unknown => Reflect.get(value, name);
  const reference = readFieldReference(textOf(read('name') ?? ''));
  const join = read('join');
  const formula = read('formula');
  return makeTerm(
    {
      name: reference.name,
      join: join === undefined || join === null ? reference.join : textOf(join),
      formula: formula === undefined || formula === null ? reference.formula : textOf(formula),
    },
    textOf(read('operator') ?? ''),
    readValues(read('values'), write),
  );
}
