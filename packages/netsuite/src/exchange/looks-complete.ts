// Whether a file may be taken for whole by its end: writers that do not rename can be caught in the middle.

const NEW_LINE = 0x0a;
const BRACKET = 0x5d;
const SPACES = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** CSV files end with a line end, JSON arrays with their bracket. An empty file is not complete. */
export function looksComplete(name: string, content: Uint8Array): boolean {
  if (!name.toLowerCase().endsWith('.json')) return content.at(-1) === NEW_LINE;
  const last = content.findLast((byte) => !SPACES.has(byte));
  return last === BRACKET;
}
