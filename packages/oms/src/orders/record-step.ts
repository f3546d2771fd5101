// Writes a timeline step that no other use case writes.

import type { JsonObject, Problem, TimelineStep } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { appendTimeline, lockOrder } from '@sendsale/store/write';
import { orderUnknown } from '../problems/refusals.ts';

export interface RecordStepOptions {
  readonly orderId: string;
  readonly step: TimelineStep;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
  readonly detail?: JsonObject;
}

/** ORDER_UNKNOWN. Each call appends one row. */
export async function recordStep(
  db: Database,
  options: RecordStepOptions,
): Promise<Result<{ readonly orderId: string }, Problem>> {
  const { orderId, step, actor, via, at, detail } = options;
  return inTransaction(db, async (tx) => {
    if ((await lockOrder(tx, orderId)) === null) return fail(orderUnknown(orderId));
    await appendTimeline(tx, [{ orderId, step, actor, via, at, detail: detail ?? {} }]);
    return ok({ orderId });
  });
}
