// Takes counts of what lies in the facilities: a snapshot, set not added.

import type { Database } from '@sendsale/store/read';
import { saveCounts } from '@sendsale/store/write';

export interface Count {
  /** One of the two. */
  readonly facilityId?: string;
  readonly netsuiteLocationId?: string;
  /** One of the two. */
  readonly productId?: string;
  readonly netsuiteItemId?: string;
  readonly onHand: number;
}

export interface RecordCountsOptions {
  readonly counts: readonly Count[];
  /** When NetSuite took the snapshot; `at` unless said. */
  readonly countedAt?: Date;
  readonly via: string;
  readonly at: Date;
}

/**
 * Records a NetSuite snapshot. NetSuite's number still holds what it has not booked yet, so our stock on
 * hand becomes the count less the units we shipped or carried out, and plus or less the variances we wrote,
 * whose booking NetSuite had not acknowledged by `countedAt`. A booking in between is taken off twice until
 * the next snapshot: that way round nothing is oversold. Reservations are ours alone and stay. An older
 * snapshot than the last one is ignored. @returns how many were recorded, and the counts nobody matches
 */
export async function recordCounts(
  db: Database,
  options: RecordCountsOptions,
): Promise<{ readonly recorded: number; readonly unknown: readonly Count[] }> {
  const { counts, at } = options;
  if (counts.length === 0) return { recorded: 0, unknown: [] };
  const positions = new Set(await saveCounts(db, { counts, countedAt: options.countedAt ?? at }));
  const unknown = counts.filter((_, position) => !positions.has(position));
  return { recorded: positions.size, unknown };
}
