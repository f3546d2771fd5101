// Picked items of one order go into a box, come out of it again, or are left for somebody else.

import { nextPickState, pickStateOf } from '@sendsale/domain';
import type { PickTransition, Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import {
  deletePicks,
  deleteWithdrawnPicks,
  lockFloorItems,
  setPacked,
} from '@sendsale/store/write';
import { stepNotAllowed } from '../problems/refusals.ts';

export interface PackItemsOptions {
  readonly facilityId: string;
  readonly orderId: string;
  readonly itemSeqs: readonly string[];
  readonly actor: string;
  readonly at: Date;
}

/** All of them or none; packed before, nothing changes. STEP_NOT_ALLOWED for what is not picked here. */
export async function packItems(
  db: Database,
  options: PackItemsOptions,
): Promise<Result<null, Problem>> {
  return moveItems(db, options, { step: 'pack', there: 'PACKED' });
}

/** Opens the box: nothing of it has left. */
export async function unpackItems(
  db: Database,
  options: PackItemsOptions,
): Promise<Result<null, Problem>> {
  return moveItems(db, options, { step: 'unpack', there: 'PICKED' });
}

/** Takes items from their list, so that anybody may pick them; those that are not the facility's any more are put back. */
export async function leavePicks(
  db: Database,
  options: PackItemsOptions,
): Promise<Result<null, Problem>> {
  return inTransaction(db, async (tx) => {
    await deleteWithdrawnPicks(tx, options);
    return moveItems(tx, options, { step: 'leave', there: 'TO_PICK' });
  });
}

type Move =
  | { readonly step: 'pack'; readonly there: 'PACKED' }
  | { readonly step: 'unpack'; readonly there: 'PICKED' }
  | { readonly step: 'leave'; readonly there: 'TO_PICK' };

async function moveItems(
  db: Database,
  options: PackItemsOptions,
  { step, there }: Move,
): Promise<Result<null, Problem>> {
  const { facilityId, orderId, itemSeqs, actor, at } = options;
  return inTransaction(db, async (tx) => {
    const items = await lockFloorItems(tx, { facilityId, orderIds: [orderId] });
    const moved: number[] = [];
    for (const seq of new Set(itemSeqs)) {
      const item = items.find(({ itemSeq }) => itemSeq === seq);
      const state = item === undefined ? null : pickStateOf(item.pick);
      if (state === there || (item === undefined && step === 'leave')) continue;
      if (item === undefined || state === null || nextPickState(state, step) === null) {
        return fail(stepNotAllowed(orderId, step, sentence(step, seq, options)));
      }
      moved.push(item.allocationId);
    }
    if (step === 'leave') await deletePicks(tx, moved);
    else await setPacked(tx, { allocationIds: moved, actor, at: step === 'pack' ? at : null });
    return ok(null);
  });
}

function sentence(
  step: PickTransition,
  seq: string,
  { orderId, facilityId }: PackItemsOptions,
): string {
  const what = `Item ${seq} of order ${orderId}`;
  return step === 'pack'
    ? `${what} is not picked at ${facilityId}, so it cannot be packed.`
    : `${what} is not packed at ${facilityId}.`;
}
