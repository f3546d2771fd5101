// A file lies where the other side reads it.

import type { Database } from '@sendsale/store/read';

export interface MarkHandedOverOptions {
  readonly fileId: number;
  readonly at: Date;
}

/** Marks the file and its rows, and writes the feed's timeline step for each order in it. Repeating it changes nothing. */
export async function markHandedOver(
  db: Database,
  options: MarkHandedOverOptions,
): Promise<{ readonly isNew: boolean; readonly orderIds: readonly string[] }> {
  throw new Error('TODO');
}
