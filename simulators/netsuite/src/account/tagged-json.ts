// JSON that keeps dates and exact decimals apart from texts and numbers, for state that is written to a file.

/** Writes a value; dates and bigints come back as such. */
export function toTaggedJson(value: unknown): string {
  return JSON.stringify(value, tag);
}

/** Reads what toTaggedJson wrote. */
export function fromTaggedJson(text: string): unknown {
  return JSON.parse(text, untag);
}

// JSON turns a date into a text before a replacer sees it, so the holder is asked.
function tag(this: unknown, key: string, value: unknown): unknown {
  const original = isHolder(this) ? this[key] : value;
  if (original instanceof Date) return { $date: original.getTime() };
  return typeof original === 'bigint' ? { $decimal: String(original) } : value;
}

function untag(_key: string, value: unknown): unknown {
  if (!isHolder(value)) return value;
  if (typeof value['$date'] === 'number') return new Date(value['$date']);
  return typeof value['$decimal'] === 'string' ? BigInt(value['$decimal']) : value;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
