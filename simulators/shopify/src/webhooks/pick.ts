// A subscription's `filter` (search syntax over the body) and `includeFields` (names, dotted for what
// lies within).
import { search } from '../graphql/search.ts';
import type { Searchable } from '../graphql/search.ts';

/** Whether the body passes; a filter nobody can read lets everything through. */
export function passesFilter(body: unknown, filter: string | null): boolean {
  if (filter === null || filter.trim() === '') return true;
  const names = [...filter.matchAll(/([\w.]+):/g)].map(([, name = '']) => name);
  const fields: Searchable<unknown> = Object.fromEntries(
    names.map((name) => [name.toLowerCase(), { kind: 'word' as const, of: valueOf(name) }]),
  );
  return search([body], filter, { fields, path: 'filter', notes: [] }).length > 0;
}

function valueOf(name: string): (body: unknown) => string | null {
  return (body) => {
    const value = at(body, name.split('.'));
    if (value === undefined || value === null) return null;
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
}

function at(value: unknown, path: readonly string[]): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return at(Reflect.get(value, head), rest);
}

/** The fields named, or the whole body when none are. */
export function pickFields(body: unknown, names: readonly string[]): unknown {
  if (names.length === 0 || typeof body !== 'object' || body === null) return body;
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    const [head = '', ...rest] = name.split('.');
    const value: unknown = Reflect.get(body, head);
    if (value === undefined) continue;
    const inner = rest.length === 0 ? value : pickInner(value, rest.join('.'));
    const before = picked[head];
    picked[head] = isRecord(before) && isRecord(inner) ? { ...before, ...inner } : inner;
  }
  return picked;
}

function pickInner(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => pickFields(item, [name]));
  return pickFields(value, [name]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
