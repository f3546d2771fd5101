// The other side says what became of one record of a feed.

import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface SettleRowOptions {
  readonly feed: string;
  readonly subject: string;
  /** Left out: the latest one. */
  readonly revision?: number;
  readonly outcome: 'ACCEPTED' | 'REFUSED';
  /** The other side's id of the record. */
  readonly remoteId?: string | null;
  readonly code?: string | null;
  readonly message?: string | null;
  /** The acknowledgement file or call. */
  readonly via: string;
  readonly at: Date;
}

/**
 * Ends a ledger row. ACCEPTED is final; a refusal may still become an acceptance. A refusal raises
 * NETSUITE_ROW_REFUSED (subject `<feed>/<subject>`), an acceptance resolves it. FEED_ROW_ORDER_UNKNOWN when
 * there is no such row. `changed` false: it had ended so before.
 */
export async function settleRow(
  db: Database,
  options: SettleRowOptions,
): Promise<Result<{ readonly orderId: string | null; readonly changed: boolean }, Problem>> {
  throw new Error('TODO');
}
