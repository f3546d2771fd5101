// Objects to a pretty-printed JSON array with one order of keys (contract §5.1).

/** The whole file. Every object has every key, in the order of `keys`. */
export function writeJsonArray<Key extends string>(
  keys: readonly Key[],
  objects: ReadonlyArray<Readonly<Record<Key, string | number | null>>>,
): string {
  const ordered = objects.map((object) =>
    Object.fromEntries(keys.map((key) => [key, object[key]])),
  );
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
