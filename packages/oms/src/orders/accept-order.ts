// Takes an order as a sales channel states it into our state: new, revised or unchanged. The one entrance.

import type { IncomingOrder, Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface AcceptedOrder {
  readonly orderId: string;
  readonly kind: 'NEW' | 'REVISED' | 'UNCHANGED';
}

export interface AcceptOrderOptions {
  readonly incoming: IncomingOrder;
  /** The stored message it was read from; it is marked READ or REFUSED in the same transaction. */
  readonly messageId: number | null;
  readonly at: Date;
}

/**
 * Accepts an order. Repeating it changes nothing; a revision is applied as far as the order's state allows,
 * and what cannot be followed becomes a problem of the order. Refused (TOTAL_MISMATCH, SHOP_UNKNOWN) is a
 * value, with the problem raised already.
 */
export async function acceptOrder(
  db: Database,
  options: AcceptOrderOptions,
): Promise<Result<AcceptedOrder, Problem>> {
  throw new Error('TODO');
}
