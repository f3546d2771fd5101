// NetSuite says which transaction it booked a posting in.

import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import {
  appendTimeline,
  lockPosting,
  postingWithNetsuiteId,
  setPostingId,
} from '@sendsale/store/write';
import { acceptRow } from '../exchange/accept-row.ts';
import { identifierConflict, rowOrderUnknown } from '../problems/refusals.ts';

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
  const { postingId, netsuiteId, via, at } = options;
  return inTransaction(db, async (tx) => {
    const posting = await lockPosting(tx, postingId);
    if (posting === null) return fail(rowOrderUnknown(postingId, via));
    const { orderId, kind } = posting;
    if (posting.netsuiteId === netsuiteId) return ok({ orderId, isNew: false });
    const owner = await postingWithNetsuiteId(tx, kind, netsuiteId);
    if (posting.netsuiteId !== null || owner !== null) {
      const has = posting.netsuiteId ?? `that id on ${owner ?? postingId}`;
      return fail(identifierConflict(postingId, { orderId, has, got: netsuiteId, via }));
    }
    await setPostingId(tx, { id: postingId, netsuiteId, at });
    const { feed, step } = ANSWERS[kind];
    await acceptRow(tx, { feed, subject: postingId, remoteId: netsuiteId, via, at });
    const detail = { postingId, netsuiteId };
    await appendTimeline(tx, [{ orderId, step, at, actor: 'NetSuite', via, detail }]);
    return ok({ orderId, isNew: true });
  });
}

const ANSWERS = {
  SALES_ORDER: { feed: 'sales-order', step: 'order id received' },
  CASH_SALE: { feed: 'cash-sale', step: 'cash sale id received' },
} as const;
