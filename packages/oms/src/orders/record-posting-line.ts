// NetSuite says which line number a line of a posting has.

import type { PostingLineKind, Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface RecordPostingLineOptions {
  readonly postingId: string;
  /** `custcol_hc_order_line_id`: the item's sequence, or TAX, TIP, DUTY, ROUNDING. */
  readonly key: string;
  readonly kind: PostingLineKind;
  readonly netsuiteLine: string;
  readonly via: string;
  readonly at: Date;
}

/**
 * FEED_ROW_ORDER_UNKNOWN, IDENTIFIER_CONFLICT; the same line again changes nothing. `complete` when every
 * line of the posting has its number now (the timeline step "line ids received" is written then, once).
 */
export async function recordPostingLine(
  db: Database,
  options: RecordPostingLineOptions,
): Promise<
  Result<{ readonly orderId: string; readonly isNew: boolean; readonly complete: boolean }, Problem>
> {
  throw new Error('TODO');
}
