// Operator names of serialized searches, next to those of N/search.

import { wordsOf } from './words.ts';

const SCRIPT_OPERATORS: ReadonlySet<string> = new Set(
  wordsOf(`after allof any anyof before between contains doesnotcontain doesnotstartwith equalto
    greaterthan greaterthanorequalto haskeywords is isempty isnot isnotempty lessthan
    lessthanorequalto noneof notafter notallof notbefore notbetween notequalto notgreaterthan
    notgreaterthanorequalto notlessthan notlessthanorequalto noton notonorafter notonorbefore
    notwithin on onorafter onorbefore startswith within`),
);

const SERIALIZED: ReadonlyMap<string, string> = new Map([
  ['gt', 'greaterthan'],
  ['gte', 'greaterthanorequalto'],
  ['lt', 'lessthan'],
  ['lte', 'lessthanorequalto'],
  ['equal', 'equalto'],
  ['notequal', 'notequalto'],
  ['empty', 'isempty'],
  ['notempty', 'isnotempty'],
  ['startwith', 'startswith'],
]);

/** The N/search operator for either spelling, or null. */
export function searchOperator(name: string): string | null {
  const lower = name.toLowerCase().replaceAll('_', '');
  return SCRIPT_OPERATORS.has(lower) ? lower : (SERIALIZED.get(lower) ?? null);
}
