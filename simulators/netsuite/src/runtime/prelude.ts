// The part of the script host that must live in the script's own realm: values it hands out are that realm's arrays,
// objects, dates and errors, and none of Node's globals are left. It is plain JavaScript because it is evaluated in
// every fresh context.

/** What the prelude gets from Node's side. */
export interface PreludeHost {
  readonly ArrayPrototype: object;
  readonly ObjectPrototype: object;
  readonly DatePrototype: object;
  readonly now: () => number;
  /** Short name of the zone at an instant, e.g. PDT. */
  readonly zoneName: (time: number) => string;
  /** The lines of a stack that are the script's. */
  readonly scriptFrames: (stack: string) => readonly string[];
  /** The fields of a SuiteScriptError for an error of Node's side; null for one of the script's own. */
  readonly describe: (error: unknown) => { readonly name: string; readonly message: string } | null;
}

/** What Node's side gets from the prelude. */
export interface Prelude {
  readonly give: (value: unknown) => unknown;
  readonly wrap: (call: (self: unknown, args: readonly unknown[]) => unknown) => unknown;
  /** Gives a method its `promise` variant; the call itself is made at once. */
  readonly withPromise: (method: unknown) => unknown;
  readonly makeClass: (name: string, shape: PreludeShape) => () => object;
  readonly makeError: (fields: PreludeError) => object;
  /** A member has a value, or constants that become its value when it is first read. */
  readonly construct: (members: ReadonlyArray<readonly [string, unknown, object | null]>) => object;
}

export interface PreludeShape {
  readonly methods: ReadonlyArray<readonly [string, unknown]>;
  readonly properties: ReadonlyArray<readonly [string, unknown, unknown]>;
}

export interface PreludeError {
  readonly name: string;
  readonly message: string;
  readonly cause?: unknown;
  readonly notifyOff?: boolean;
}

export const PRELUDE = `(function prelude(host) {
  'use strict';
  for (const name of ['console', 'WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];

  const RealDate = Date;
  const now = () => host.now();
  RealDate.now = now;
  const print = RealDate.prototype.toString;
  RealDate.prototype.toString = function toString() {
    const text = print.call(this);
    return Number.isNaN(this.getTime()) ? text : text.replace(/\\(.*\\)$/, '(' + host.zoneName(this.getTime()) + ')');
  };
  const OwnDate = new Proxy(RealDate, {
    construct: (target, args, self) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, self === OwnDate ? target : self),
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.prototype.constructor = OwnDate;
  Object.defineProperty(globalThis, 'Date', { value: OwnDate, writable: true, configurable: true });

  function give(value) {
    if (typeof value !== 'object' || value === null) return value;
    const prototype = Object.getPrototypeOf(value);
    if (prototype === host.ArrayPrototype) {
      const list = [];
      for (let index = 0; index < value.length; index += 1) list.push(give(value[index]));
      return list;
    }
    if (prototype === host.DatePrototype) return new RealDate(value.getTime());
    if (prototype !== host.ObjectPrototype) return value;
    const object = {};
    for (const key of Object.keys(value)) object[key] = give(value[key]);
    return object;
  }

  class SuiteScriptError extends Error {
    constructor(fields) {
      super(fields.message);
      const hidden = { type: 'error.SuiteScriptError', id: '', notifyOff: fields.notifyOff === true };
      for (const key of Object.keys(hidden)) {
        Object.defineProperty(this, key, { value: hidden[key], enumerable: true });
      }
      Object.defineProperty(this, 'name', { value: fields.name, enumerable: true });
      Object.defineProperty(this, 'message', { value: fields.message, enumerable: true });
      Object.defineProperty(this, 'cause', { value: fields.cause, enumerable: true });
    }
    toJSON() {
      const { type, name, message, id, notifyOff } = this;
      const stack = host.scriptFrames(String(this.stack));
      const cause = this.cause === undefined ? { name, message } : this.cause;
      return { type, name, message, id, stack, cause, notifyOff, userFacing: false };
    }
    toString() {
      return JSON.stringify(this);
    }
  }

  function translate(error) {
    const fields = host.describe(error);
    return fields === null ? error : new SuiteScriptError({ ...fields });
  }

  function wrap(call) {
    return function (...args) {
      try {
        return give(call(this, args));
      } catch (error) {
        throw translate(error);
      }
    };
  }

  function withPromise(method) {
    method.promise = (...args) => new Promise((resolve) => resolve(method(...args)));
    return method;
  }

  function makeClass(name, shape) {
    const prototype = {};
    for (const [member, method] of shape.methods) {
      Object.defineProperty(prototype, member, { value: method, writable: true, configurable: true });
    }
    for (const [member, get, set] of shape.properties) {
      Object.defineProperty(prototype, member, { get, set, enumerable: true, configurable: true });
    }
    Object.defineProperty(prototype, Symbol.toStringTag, { value: name });
    return () => Object.create(prototype);
  }

  function construct(members) {
    const object = {};
    for (const [member, value, constants] of members) {
      if (constants === null) object[member] = value;
      else Object.defineProperty(object, member, { get: () => constant(object, member, constants), enumerable: true, configurable: true });
    }
    return object;
  }

  // Enumerations are long and rarely read, so each is made when it is.
  function constant(object, member, constants) {
    const value = give(constants);
    Object.defineProperty(object, member, { value, enumerable: true, configurable: true, writable: true });
    return value;
  }

  const typed = (type) => (value) => Object.prototype.toString.call(value) === '[object ' + type + ']';
  globalThis.util = {
    isArray: Array.isArray,
    isBoolean: (value) => typeof value === 'boolean',
    isDate: typed('Date'),
    isError: (value) => value instanceof Error,
    isFunction: (value) => typeof value === 'function',
    isNumber: (value) => typeof value === 'number',
    isObject: typed('Object'),
    isRegExp: typed('RegExp'),
    isString: (value) => typeof value === 'string',
    nanoTime: () => now() * 1000000,
    trim: (text) => String(text).trim(),
    extend: (receiver, contributor) => Object.assign(receiver, contributor),
    each: (iterable, callback) => {
      for (const key of Object.keys(iterable)) callback(iterable[key], Array.isArray(iterable) ? Number(key) : key);
      return iterable;
    },
  };

  return { give, wrap, withPromise, makeClass, construct, makeError: (fields) => new SuiteScriptError(fields) };
})`;
