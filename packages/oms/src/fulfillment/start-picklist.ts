// Somebody takes orders of a facility to collect: their items are on one list and nobody else's until they are packed,
// left or rejected.

import { nextPickState, pickStateOf } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { insertPicklist, insertPicks, lockFloorItems, picklistOfKey } from '@sendsale/store/write';
import { stepNotAllowed } from '../problems/refusals.ts';

export interface StartPicklistOptions {
  readonly facilityId: string;
  /** Chosen by the caller: the same key again is the same list. */
  readonly requestKey: string;
  readonly orderIds: readonly string[];
  readonly actor: string;
  readonly at: Date;
}

/** What somebody else has taken meanwhile is not on it. STEP_NOT_ALLOWED when nothing is left to pick. */
export async function startPicklist(
  db: Database,
  options: StartPicklistOptions,
): Promise<Result<{ readonly picklistId: string; readonly items: number }, Problem>> {
  const { requestKey, facilityId, orderIds } = options;
  return inTransaction(db, async (tx) => {
    const known = await picklistOfKey(tx, requestKey);
    if (known !== null) return ok({ picklistId: known, items: 0 });
    const waiting = (await lockFloorItems(tx, options)).filter(
      ({ pick, orderStatus }) =>
        orderStatus === 'APPROVED' && nextPickState(pickStateOf(pick), 'list') !== null,
    );
    if (waiting.length === 0) {
      const why = `Nothing of these orders waits to be picked at ${facilityId}.`;
      return fail(stepNotAllowed(orderIds[0] ?? facilityId, 'list', why));
    }
    const picklistId = (await insertPicklist(tx, options)) ?? (await picklistOfKey(tx, requestKey));
    if (picklistId === null) throw new Error(`Picklist ${requestKey} was there just now.`);
    const allocationIds = waiting.map(({ allocationId }) => allocationId);
    await insertPicks(tx, { picklistId, allocationIds });
    return ok({ picklistId, items: allocationIds.length });
  });
}
