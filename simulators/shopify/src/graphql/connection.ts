// Pages through lists as Shopify does: first or last of at most 250, opaque cursors that are base64
// JSON of the last id and the value sorted by, and an end at 25,000 objects.
import { z } from 'zod';
import { badRequest } from './errors.ts';
import { isUnpaged } from './unpaged.ts';

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** What a list is sorted by, and the number that breaks ties. */
export type SortKey = readonly [value: string | number, id: number];

const MAX_PAGE = 250;
const MAX_OBJECTS = 25_000;

/** A page of items; without `keyOf` the list keeps its own order. */
export function paginate<T>(
  items: readonly T[],
  args: PageArguments,
  keyOf?: (item: T) => SortKey,
): Connection<T> {
  const size = isUnpaged() && args.first == null && args.last == null ? null : pageSize(args);
  const sorted = sortItems(items, args.reverse === true, keyOf);
  const [start, end] = window(sorted, args);
  if (size !== null && !isUnpaged() && start >= MAX_OBJECTS)
    throw badRequest(`Pagination stops at ${MAX_OBJECTS} objects.`);
  const isForward = typeof args.first === 'number' || size === null;
  const from = isForward ? start : Math.max(start, end - size);
  const to = isForward ? Math.min(end, start + (size ?? sorted.length)) : end;
  const edges = sorted
    .slice(from, to)
    .map(({ item, key }) => ({ cursor: writeCursor(key), node: item }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: to < sorted.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

interface Keyed<T> {
  readonly item: T;
  readonly key: SortKey;
}

function sortItems<T>(
  items: readonly T[],
  isReversed: boolean,
  keyOf?: (item: T) => SortKey,
): Keyed<T>[] {
  const keyed = items.map((item, index): Keyed<T> => {
    return { item, key: keyOf ? keyOf(item) : [index, index] };
  });
  if (keyOf) keyed.sort((a, b) => compareKeys(a.key, b.key));
  return isReversed ? keyed.reverse() : keyed;
}

/** Where the items between the cursors begin and end. */
function window<T>(sorted: readonly Keyed<T>[], args: PageArguments): [start: number, end: number] {
  const sign = args.reverse === true ? -1 : 1;
  const order = (a: SortKey, b: SortKey): number => compareKeys(a, b) * sign;
  const after = typeof args.after === 'string' ? readCursor(args.after) : null;
  const before = typeof args.before === 'string' ? readCursor(args.before) : null;
  return [
    after === null ? 0 : countWhile(sorted, ({ key }) => order(key, after) <= 0),
    before === null ? sorted.length : countWhile(sorted, ({ key }) => order(key, before) < 0),
  ];
}

/** The texts for sizes out of range are ours; the one for a missing size is Shopify's. */
function pageSize(args: PageArguments): number {
  const size = args.first ?? args.last ?? null;
  if (size === null) throw badRequest('you must provide one of first or last');
  if (typeof args.first === 'number' && typeof args.last === 'number') {
    throw badRequest('providing both first and last is not supported');
  }
  const name = typeof args.first === 'number' ? 'first' : 'last';
  if (size < 0) throw badRequest(`${name} must be greater than or equal to 0`);
  if (size > MAX_PAGE) throw badRequest(`${name} cannot exceed ${MAX_PAGE}`);
  return size;
}

/** The first items of a plain list field with `first`. */
export function takeFirst<T>(
  items: readonly T[],
  args: { readonly first?: number | null },
): readonly T[] {
  return typeof args.first === 'number' ? items.slice(0, args.first) : items;
}

function compareKeys(a: SortKey, b: SortKey): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] - b[1];
}

function countWhile<T>(items: readonly T[], test: (item: T) => boolean): number {
  const index = items.findIndex((item) => !test(item));
  return index === -1 ? items.length : index;
}

function writeCursor([value, id]: SortKey): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: value })).toString('base64');
}

const Cursor = z.object({ last_id: z.number(), last_value: z.union([z.string(), z.number()]) });

function readCursor(text: string): SortKey {
  const json = Buffer.from(text, 'base64').toString('utf8');
  const cursor = Cursor.safeParse(json.startsWith('{') ? parseJson(json) : null);
  if (!cursor.success) throw badRequest('Invalid cursor for current pagination sort.');
  return [cursor.data.last_value, cursor.data.last_id];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
