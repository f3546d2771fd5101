// NetSuite says which return authorization a return of ours became.

import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { setReturnId } from '@sendsale/store/write';
import { acceptRow } from '../exchange/accept-row.ts';
import { identifierConflict, rowOrderUnknown } from '../problems/refusals.ts';

export interface RecordReturnIdOptions {
  /** `custbody_hc_pos_return_id`: R10001. */
  readonly returnId: string;
  readonly netsuiteId: string;
  readonly via: string;
  readonly at: Date;
}

/** FEED_ROW_ORDER_UNKNOWN, IDENTIFIER_CONFLICT; the same id again changes nothing (`isNew` false). */
export async function recordReturnId(
  db: Database,
  options: RecordReturnIdOptions,
): Promise<Result<{ readonly isNew: boolean }, Problem>> {
  const { returnId, netsuiteId, via, at } = options;
  return inTransaction(db, async (tx) => {
    const found = await setReturnId(tx, { returnId, netsuiteId });
    if (found.state === 'UNKNOWN') return fail(rowOrderUnknown(returnId, via));
    if (found.netsuiteId !== netsuiteId) {
      const { orderId, netsuiteId: has } = found;
      return fail(identifierConflict(returnId, { orderId, has, got: netsuiteId, via }));
    }
    if (found.state === 'KNOWN') return ok({ isNew: false });
    const row = { feed: 'pos-return', subject: returnId, remoteId: netsuiteId, via, at };
    await acceptRow(tx, row);
    return ok({ isNew: true });
  });
}
