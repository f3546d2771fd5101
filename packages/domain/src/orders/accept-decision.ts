// Whether a download of an order is new, changes something, or changes nothing; and whether its parts add up.

import type { Minor } from '@sendsale/std';
import type { IncomingOrder } from './incoming-order.ts';
import { sumOfParts } from './plan-order.ts';

export type Acceptance =
  | { readonly kind: 'NEW' }
  | { readonly kind: 'REVISED' }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'TOTAL_MISMATCH'; readonly sum: Minor };

export interface StoredVersion {
  readonly digest: string;
  readonly updatedAt: Date;
}

/**
 * Decides by comparing contents, not times: the same contents are UNCHANGED however often they come. An
 * older version that arrives late is UNCHANGED too.
 * @param digest of `canonicalOrder(incoming)`
 */
export function decideAcceptance(
  incoming: IncomingOrder,
  digest: string,
  stored: StoredVersion | null,
): Acceptance {
  if (stored !== null) {
    if (stored.digest === digest) return { kind: 'UNCHANGED' };
    if (incoming.updatedAt < stored.updatedAt) return { kind: 'UNCHANGED' };
  }
  const sum = sumOfParts(incoming);
  if (sum !== incoming.total) return { kind: 'TOTAL_MISMATCH', sum };
  return { kind: stored === null ? 'NEW' : 'REVISED' };
}

/**
 * The order as one text that is equal exactly when the contents are: keys sorted, without the time of its
 * last change, which moves even when nothing we keep has changed.
 */
export function canonicalOrder(incoming: IncomingOrder): string {
  const { updatedAt: _, ...contents } = incoming;
  return JSON.stringify(contents, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
