// Cancels what of an order has not left yet.

import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface CancelOrderOptions {
  readonly orderId: string;
  readonly reason: string;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/**
 * Cancels every item that is not completed, lets go of its stock and allocation; the item-close feed closes
 * the lines in NetSuite. STEP_NOT_ALLOWED when nothing is left to cancel; repeating it after success is success.
 */
export async function cancelOrder(
  db: Database,
  options: CancelOrderOptions,
): Promise<Result<{ readonly orderId: string; readonly itemSeqs: readonly string[] }, Problem>> {
  throw new Error('TODO');
}
