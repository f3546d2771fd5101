// What a unit can be told, described so that a form could be drawn from it, and read strictly.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Json } from '../../json.ts';

export type ArgKind = 'number' | 'text' | 'texts' | 'choice' | 'choices';

export interface ArgSpec {
  readonly name: string;
  readonly label: string;
  readonly kind: ArgKind;
  /** Used when nothing is said; an argument without default must be said. */
  readonly fallback?: Json;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
}

/** Arguments that were read: every one of the specification is there and has its kind. */
export interface Args {
  readonly number: (name: string) => number;
  readonly text: (name: string) => string;
  readonly texts: (name: string) => ReadonlySet<string>;
}

/** @returns the arguments, or one sentence for each that is wrong */
export function readArgs(
  specs: readonly ArgSpec[],
  given: Readonly<Record<string, Json>>,
): Result<Args, readonly string[]> {
  const known = new Set(specs.map((spec) => spec.name));
  const faults = Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => `There is no argument ${name}.`);
  const values = new Map<string, Json>();
  for (const spec of specs) {
    const value = given[spec.name] ?? spec.fallback ?? null;
    const fault = faultOf(spec, value);
    if (fault === null) values.set(spec.name, value);
    else faults.push(fault);
  }
  return faults.length > 0 ? fail(faults) : ok(argsOf(values));
}

function faultOf(spec: ArgSpec, value: Json): string | null {
  const { name, kind, choices = [] } = spec;
  const isChoice = (text: Json): boolean => typeof text === 'string' && choices.includes(text);
  if (kind === 'number') {
    const { min = -Infinity, max = Infinity } = spec;
    const fits = typeof value === 'number' && value >= min && value <= max;
    return fits ? null : `${name} is a number${rangeOf(spec)}.`;
  }
  if (kind === 'text') {
    return typeof value === 'string' && value !== '' ? null : `${name} is a text.`;
  }
  if (kind === 'choice') return isChoice(value) ? null : `${name} is one of ${choices.join(', ')}.`;
  const list: readonly Json[] = Array.isArray(value) ? value : [];
  if (list.length === 0) return `${name} is a list with at least one entry.`;
  if (kind === 'texts') {
    return list.every((one) => typeof one === 'string') ? null : `${name} is a list of texts.`;
  }
  return list.every(isChoice) ? null : `${name} is a list out of ${choices.join(', ')}.`;
}

function rangeOf({ min, max }: ArgSpec): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? '' : ` of at most ${max}`;
}

// The kinds were checked when the arguments were read.
function argsOf(values: ReadonlyMap<string, Json>): Args {
  const sets = new Map<string, ReadonlySet<string>>();
  for (const [name, value] of values) {
    if (Array.isArray(value)) sets.set(name, new Set(value.map(String)));
  }
  return {
    number: (name) => Number(values.get(name)),
    text: (name) => {
      const value = values.get(name);
      return typeof value === 'string' ? value : '';
    },
    texts: (name) => sets.get(name) ?? NONE,
  };
}

const NONE: ReadonlySet<string> = new Set();
