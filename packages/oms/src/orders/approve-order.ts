// Approves orders: NetSuite has booked them, so their items may be brokered.

import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface ApproveOrderOptions {
  readonly orderId: string;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/** Approves one order whatever NetSuite knows of it: a person's decision. STEP_NOT_ALLOWED, ORDER_UNKNOWN. */
export async function approveOrder(
  db: Database,
  options: ApproveOrderOptions,
): Promise<Result<{ readonly orderId: string }, Problem>> {
  throw new Error('TODO');
}
