// What must not be written down: secrets, and what a person could be known by. Keys decide; texts are also
// searched for the few shapes that give themselves away.

const BLACK = '[redacted]';
const DEPTH_MAX = 8;
const ITEMS_MAX = 100;

// Compared with the letters and digits of a key in lower case, anywhere in it.
const SENSITIVE_PARTS = (
  'password passphrase secret token authorization cookie credential ' +
  'apikey accesskey privatekey sshkey signature assertion connectionstring ' +
  'email phone firstname lastname fullname address street postalcode'
).split(' ');
const SENSITIVE_KEYS: ReadonlySet<string> = new Set(['zip', 'latitude', 'longitude', 'birthday']);

const SHAPES: readonly [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[email]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [redacted]'],
  [/(\/\/[^/\s:@]+):[^/\s@]+@/g, '$1:[redacted]@'],
  [/\b(shp(at|ca|pa|ss|ua)_)\w+/g, '$1[redacted]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '[token]'],
  [/-----BEGIN [^-]+-----[\s\S]*?(-----END [^-]+-----|$)/g, '[key]'],
];

/** A copy of the fields that is fit to be written; errors become plain objects. */
export function redact(fields: object): Record<string, unknown> {
  return redactEntries(Object.entries(fields), 0);
}

/** The text without addresses, tokens and keys. */
export function redactText(text: string): string {
  return SHAPES.reduce((cleaner, [shape, instead]) => cleaner.replace(shape, instead), text);
}

function redactEntries(entries: [string, unknown][], depth: number): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      isSensitive(key, value) ? BLACK : redactValue(value, depth),
    ]),
  );
}

// A yes or no, and nothing, give nobody away (hasEmail).
function isSensitive(key: string, value: unknown): boolean {
  const isHarmless = value === null || value === undefined || typeof value === 'boolean';
  if (isHarmless) return false;
  const plain = key.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return SENSITIVE_KEYS.has(plain) || SENSITIVE_PARTS.some((part) => plain.includes(part));
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= DEPTH_MAX) return '[deeper]';
  if (Array.isArray(value)) {
    return value.slice(0, ITEMS_MAX).map((item: unknown) => redactValue(item, depth + 1));
  }
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Error) return redactError(value, depth);
  return redactEntries(Object.entries(value), depth + 1);
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const own = Object.entries(error).filter(([key]) => !['name', 'message', 'stack'].includes(key));
  const rest = redactEntries(own, depth + 1);
  const because = cause === undefined ? {} : { cause: redactValue(cause, depth + 1) };
  return {
    type: name,
    message: redactText(message),
    stack: redactText(stack ?? ''),
    ...rest,
    ...because,
  };
}
