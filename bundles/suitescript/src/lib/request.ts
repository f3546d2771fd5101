// What a RESTlet was sent: nothing about it is known before it was looked at.

/** A text of the request body or query; '' when it is absent or no text. */
export function textIn(request: unknown, key: string): string {
  const value = valueIn(request, key);
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Texts of an array of the request; empty when it is absent or none. */
export function textsIn(request: unknown, key: string): string[] {
  const value = valueIn(request, key);
  if (!Array.isArray(value)) return [];
  return value.filter((entry: unknown): entry is string => typeof entry === 'string');
}

function valueIn(request: unknown, key: string): unknown {
  if (typeof request !== 'object' || request === null) return undefined;
  return (request as Readonly<Record<string, unknown>>)[key];
}
