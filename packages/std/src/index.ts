// Values without a domain, for everybody.

export { assert, AssertionError, defined, unreachable } from './assert.ts';
export type { Clock } from './clock.ts';
export { currencyExponent, formatMinor, parseMinor, splitMinor, sumMinor } from './money.ts';
export type { Minor } from './money.ts';
export { seededRandom } from './random.ts';
export type { Random } from './random.ts';
export { fail, ok } from './result.ts';
export type { Result } from './result.ts';
