// NetSuite says it invoiced a posting, and later that the invoice is paid.

import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { appendTimeline, lockPosting, saveInvoice } from '@sendsale/store/write';
import { rowOrderUnknown } from '../problems/refusals.ts';

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
  const { postingId, netsuiteId, amountMinor, status, via, at } = options;
  return inTransaction(db, async (tx) => {
    const posting = await lockPosting(tx, postingId);
    if (posting === null) return fail(rowOrderUnknown(postingId, via));
    const { orderId } = posting;
    const isNew = await saveInvoice(tx, { netsuiteId, postingId, amountMinor, status, at });
    const detail = { postingId, netsuiteId, amountMinor, status };
    const step = 'invoiced';
    if (isNew) await appendTimeline(tx, [{ orderId, step, at, actor: 'NetSuite', via, detail }]);
    return ok({ orderId, isNew });
  });
}
