// The poll of a shop's orders has looked this far.

import type { Database } from '@sendsale/store/read';

export interface RecordPolledThroughOptions {
  readonly shopId: string;
  /** The latest change every order up to which was looked at. */
  readonly polledThrough: Date;
}

/** Moves the mark forward, never back. It saves reading; nothing relies on it. */
export async function recordPolledThrough(
  db: Database,
  options: RecordPolledThroughOptions,
): Promise<void> {
  await db
    .updateTable('shop')
    .set({ polled_through: options.polledThrough })
    .where('id', '=', options.shopId)
    .where((eb) =>
      eb.or([eb('polled_through', 'is', null), eb('polled_through', '<', options.polledThrough)]),
    )
    .execute();
}
