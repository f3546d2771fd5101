// NetSuite says it invoiced a posting, and later that the invoice is paid.

import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface RecordInvoiceOptions {
  readonly postingId: string;
  /** Internal id of the invoice. */
  readonly netsuiteId: string;
  readonly amountMinor: number;
  /** As NetSuite words it, e.g. "Open" or "Paid In Full". */
  readonly status: string;
  readonly via: string;
  readonly at: Date;
}

/** FEED_ROW_ORDER_UNKNOWN. `isNew` at the invoice's first sight; a later status is updated. */
export async function recordInvoice(
  db: Database,
  options: RecordInvoiceOptions,
): Promise<Result<{ readonly orderId: string; readonly isNew: boolean }, Problem>> {
  throw new Error('TODO');
}
