// NetSuite says which transaction it booked a posting in.

import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface RecordPostingIdOptions {
  /** `custbody_hc_order_id`: M10001 or M10001-C. */
  readonly postingId: string;
  readonly netsuiteId: string;
  readonly via: string;
  readonly at: Date;
}

/** FEED_ROW_ORDER_UNKNOWN, IDENTIFIER_CONFLICT; the same id again changes nothing (`isNew` false). */
export async function recordPostingId(
  db: Database,
  options: RecordPostingIdOptions,
): Promise<Result<{ readonly orderId: string; readonly isNew: boolean }, Problem>> {
  throw new Error('TODO');
}
