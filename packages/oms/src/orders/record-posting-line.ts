// NetSuite says which line number a line of a posting has.

import type { PostingLineKind, Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import {
  appendTimeline,
  lockPosting,
  lockPostingLine,
  openPostingLines,
  setPostingLine,
} from '@sendsale/store/write';
import { identifierConflict, rowOrderUnknown } from '../problems/refusals.ts';

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
  const { postingId, key, kind, netsuiteLine, via, at } = options;
  return inTransaction(db, async (tx) => {
    // The posting's lock lets two lines of it arrive one after the other: one of them is the last.
    await lockPosting(tx, postingId);
    const line = await lockPostingLine(tx, options);
    if (line === null) return fail(rowOrderUnknown(`${postingId}/${key}/${kind}`, via));
    const { orderId } = line;
    if (line.netsuiteLine === netsuiteLine) {
      const complete = (await openPostingLines(tx, postingId)) === 0;
      return ok({ orderId, isNew: false, complete });
    }
    if (line.netsuiteLine !== null) {
      const facts = { orderId, has: line.netsuiteLine, got: netsuiteLine, via };
      return fail(identifierConflict(`${postingId}/${key}/${kind}`, facts));
    }
    const complete = (await setPostingLine(tx, options)) === 0;
    const step = 'line ids received';
    const detail = { postingId };
    if (complete) await appendTimeline(tx, [{ orderId, step, at, actor: 'NetSuite', via, detail }]);
    return ok({ orderId, isNew: true, complete });
  });
}
