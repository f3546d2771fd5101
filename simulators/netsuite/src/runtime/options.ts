// SuiteScript calls take one options object or positional arguments; both are read here, unknown options ignored.

import { types } from 'node:util';
import { refuse } from '../account/failure.ts';
import type { FieldValue } from '../account/account.ts';

export interface Options {
  readonly get: (name: string) => unknown;
  readonly has: (name: string) => boolean;
  /** @throws SuiteScriptError SSS_MISSING_REQD_ARGUMENT */
  readonly required: (name: string) => unknown;
  readonly requiredText: (name: string) => string;
  readonly text: (name: string, fallback: string) => string;
  readonly flag: (name: string, fallback: boolean) => boolean;
}

/** The call's arguments by name: from an options object, or positional in the order of `names`. */
export function readOptions(
  call: string,
  args: readonly unknown[],
  names: readonly string[],
): Options {
  const [first] = args;
  const values = isOptions(first, names) ? first : fromPositions(args, names);
  const get = (name: string): unknown => lookUp(values, name);
  const required = (name: string): unknown => {
    const value = get(name);
    if (value === undefined || value === null || value === '') missing(call, name);
    return value;
  };
  return {
    get,
    has: (name) => get(name) !== undefined,
    required,
    requiredText: (name) => textOf(required(name)),
    text: (name, fallback) => {
      const value = get(name);
      return value === undefined || value === null ? fallback : textOf(value);
    },
    flag: (name, fallback) => {
      const value = get(name);
      return value === undefined || value === null ? fallback : value === true || value === 'T';
    },
  };
}

/** @throws SuiteScriptError SSS_MISSING_REQD_ARGUMENT */
export function missing(call: string, name: string): never {
  refuse('SSS_MISSING_REQD_ARGUMENT', `${call}: Missing a required argument: ${name}`);
}

/** A value as text the way string concatenation would write it. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  // oxlint-disable-next-line typescript/no-base-to-string -- a script's value is printed as JavaScript prints it
  return String(value);
}

/** A script's value as the account takes it: dates of any realm become Dates, lists become lists of strings. */
export function toFieldValue(value: unknown): FieldValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (types.isDate(value)) return new Date(value.getTime());
  if (Array.isArray(value)) return value.map(textOf);
  return textOf(value);
}

/** Whether the value is an object that carries named members: no date, list or function. */
export function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !types.isDate(value) && !Array.isArray(value)
  );
}

// A lone object is the options unless it is the first argument itself, as a file or a date would be.
function isOptions(first: unknown, names: readonly string[]): first is object {
  if (!isPlain(first)) return false;
  const tag = Object.prototype.toString.call(first);
  return tag === '[object Object]' || names.some((name) => name in first);
}

function fromPositions(args: readonly unknown[], names: readonly string[]): object {
  return Object.fromEntries(names.map((name, index) => [name, args[index]]));
}

// Scripts in the wild write internalId for internalid and the like; the exact name wins.
function lookUp(values: object, name: string): unknown {
  if (name in values) return Reflect.get(values, name);
  const lower = name.toLowerCase();
  const other = Object.keys(values).find((key) => key.toLowerCase() === lower);
  return other === undefined ? undefined : Reflect.get(values, other);
}
