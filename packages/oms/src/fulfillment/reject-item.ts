// A facility says it does not ship an item: the item is brokered again elsewhere and the stock is corrected.

import type { Problem, RejectionReason } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface RejectItemOptions {
  readonly orderId: string;
  readonly itemSeq: string;
  readonly reason: RejectionReason;
  readonly comment: string | null;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/**
 * Releases the allocation and reservation, writes the variance the reason stands for (not for a facility
 * whose stock NetSuite keeps), and puts the item into the queue REJECTED. The facility is not asked for the
 * product again for a week. STEP_NOT_ALLOWED when the item is not allocated.
 */
export async function rejectItem(
  db: Database,
  options: RejectItemOptions,
): Promise<Result<{ readonly facilityId: string; readonly variance: number }, Problem>> {
  throw new Error('TODO');
}
