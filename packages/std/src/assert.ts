// A broken promise between two pieces of our own code is a bug: it throws, and is never caught to go on.

export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Throws AssertionError with `sentence` when `condition` is false. */
export function assert(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new AssertionError(sentence);
}

/** The value itself, asserted to be there. */
export function defined<T>(value: T | null | undefined, sentence: string): T {
  if (value === null || value === undefined) throw new AssertionError(sentence);
  return value;
}

/** For the default branch of a switch that must be exhaustive. */
export function unreachable(value: never): never {
  throw new AssertionError(`Unexpected value ${JSON.stringify(value)}.`);
}
