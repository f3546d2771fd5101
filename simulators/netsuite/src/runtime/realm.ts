// One fresh JavaScript realm for one script invocation, and the ways to hand things into it.

import vm from 'node:vm';
import { SuiteScriptError } from '../account/failure.ts';
import { PRELUDE } from './prelude.ts';
import { scriptFrames } from './script-frames.ts';
import type { Prelude, PreludeError, PreludeHost } from './prelude.ts';

/** Gets the receiver and the arguments of a script's call; what it returns is given to the script's realm. */
export type RealmCall = (args: readonly unknown[]) => unknown;

export interface ClassShape<State> {
  readonly name: string;
  readonly methods: Readonly<
    Record<string, (state: State, args: readonly unknown[], self: object) => unknown>
  >;
  readonly properties?: Readonly<Record<string, PropertyShape<State>>>;
}

export interface PropertyShape<State> {
  readonly get: (state: State) => unknown;
  /** A property without it is read-only; assigning to it does nothing, as in sloppy scripts. */
  readonly set?: (state: State, value: unknown) => void;
}

/** Objects of the realm whose state is kept on Node's side. */
export interface RealmClass<State> {
  readonly create: (state: State) => object;
  readonly stateOf: (value: unknown) => State | null;
}

export interface Realm {
  readonly context: vm.Context;
  /** A copy of plain arrays, objects and dates in the realm; anything else as it is. */
  readonly give: (value: unknown) => unknown;
  readonly method: (name: string, call: RealmCall) => unknown;
  /** A method that has a `promise` variant too, as the modules have that give promises on the server. */
  readonly methodWithPromise: (name: string, call: RealmCall) => unknown;
  /** A plain object of the realm with these members, which are not copied. */
  readonly object: (members: Readonly<Record<string, unknown>>) => object;
  readonly defineClass: <State>(shape: ClassShape<State>) => RealmClass<State>;
  readonly error: (fields: PreludeError) => object;
}

/** An enumeration for `object`, copied into the realm only when a script reads it. */
export class Constants {
  readonly values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.values = values;
  }
}

const prelude = new vm.Script(PRELUDE, { filename: 'netsuite:prelude' });

/** A new realm whose dates follow `now`. */
export function createRealm(now: () => Date): Realm {
  // Its own microtask queue: what a script leaves to promises runs before its invocation ends.
  const context = vm.createContext({}, { name: 'SuiteScript', microtaskMode: 'afterEvaluate' });
  const host: PreludeHost = {
    ArrayPrototype: Array.prototype,
    ObjectPrototype: Object.prototype,
    DatePrototype: Date.prototype,
    now: () => now().getTime(),
    zoneName,
    scriptFrames,
    describe: describeHostError,
  };
  // The text above is the only source of this function, so its type is known.
  const parts = (prelude.runInContext(context) as (host: PreludeHost) => Prelude)(host);
  return {
    context,
    give: parts.give,
    method: (_name, call) => parts.wrap((_self, args) => call(args)),
    methodWithPromise: (_name, call) => parts.withPromise(parts.wrap((_self, args) => call(args))),
    object: (members) =>
      parts.construct(
        Object.entries(members).map(([name, value]) =>
          value instanceof Constants ? [name, null, value.values] : [name, value, null],
        ),
      ),
    defineClass: (shape) => defineClass(parts, shape),
    error: parts.makeError,
  };
}

function defineClass<State>(parts: Prelude, shape: ClassShape<State>): RealmClass<State> {
  const states = new WeakMap<object, State>();
  const stateOf = (value: unknown): State | null =>
    typeof value === 'object' && value !== null ? (states.get(value) ?? null) : null;
  const ofReceiver = (self: unknown): State => {
    const state = stateOf(self);
    if (state === null)
      throw new SuiteScriptError('SSS_INVALID_API_USAGE', `This is no ${shape.name}.`);
    return state;
  };
  const methods = Object.entries(shape.methods).map(([name, call]): [string, unknown] => [
    name,
    parts.wrap((self, args) => call(ofReceiver(self), args, receiverOf(self))),
  ]);
  const properties = Object.entries(shape.properties ?? {}).map(
    ([name, property]): [string, unknown, unknown] => [
      name,
      parts.wrap((self) => property.get(ofReceiver(self))),
      parts.wrap((self, args) => property.set?.(ofReceiver(self), args[0])),
    ],
  );
  const make = parts.makeClass(shape.name, { methods, properties });
  return {
    create: (state) => {
      const object = make();
      states.set(object, state);
      return object;
    },
    stateOf,
  };
}

function receiverOf(self: unknown): object {
  return typeof self === 'object' && self !== null ? self : {};
}

// Errors of Node's realm are the account's or ours; the script's own errors pass through untouched.
function describeHostError(error: unknown): { name: string; message: string } | null {
  if (error instanceof SuiteScriptError) return { name: error.name, message: error.message };
  if (error instanceof Error) {
    return {
      name: 'UNEXPECTED_ERROR',
      message: `The simulator failed: ${error.stack ?? error.message}`,
    };
  }
  return null;
}

const zoneNames = new Map<number, string>();

// One look-up a distinct offset is enough within one zone.
function zoneName(time: number): string {
  const date = new Date(time);
  const offset = date.getTimezoneOffset();
  const known = zoneNames.get(offset);
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(date);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC';
  zoneNames.set(offset, name);
  return name;
}
