// Global ids: gid://shopify/<Type>/<number>. The number alone is the legacy resource id.
import { defined } from '@sendsale/std';
import type { Gid } from './model.ts';

/** The gid of a type and number. */
export function gid(type: string, id: string | number): Gid {
  return `gid://shopify/${type}/${id}`;
}

/** The legacy resource id of a gid. */
export function legacyId(id: Gid): string {
  return defined(id.slice(id.lastIndexOf('/') + 1).split('?')[0], 'A gid ends with its number.');
}

/** The type a gid names, or null when the text is not a gid. */
export function typeOfGid(id: string): string | null {
  return /^gid:\/\/shopify\/(\w+)\/\d+(\?[\w=&]+)?$/.exec(id)?.[1] ?? null;
}
