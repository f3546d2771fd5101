// The iterators of map/reduce: `each` calls back until the callback does not return true.

import type { Invocation } from '../invocation.ts';

/** An iterator over argument lists. */
export function eachCaller(
  { realm }: Invocation,
  calls: ReadonlyArray<readonly unknown[]>,
): object {
  return realm.object({
    each: realm.method('each', ([callback]) => {
      if (typeof callback !== 'function') return;
      calls.every((args) => Reflect.apply(callback, undefined, [...args]) === true);
    }),
  });
}
