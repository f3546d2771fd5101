// Gives allocated orders the other places a plan found for them, all or none: each may need what another lets go.

import { availableToPromise } from '@sendsale/domain';
import type { MovedOrder } from '@sendsale/domain';
import { cellKey, facilityCapacity } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import {
  appendTimeline,
  changeStock,
  lockForBrokering,
  lockLimitedFacilities,
  lockStock,
  moveItems,
  stillAllocated,
} from '@sendsale/store/write';
import type { MovedItem, StockChange, TimelineEntry, WaitingSeq } from '@sendsale/store/write';

export interface CommitMovesOptions {
  readonly moves: readonly MovedOrder[];
  readonly at: Date;
}

/**
 * The caller gives it a transaction of its own. Locks as `commitPlan` does. @returns false, and nothing is written,
 * when an order changed since it was planned or somebody was faster with a unit or a place
 */
export async function commitMoves(tx: Database, options: CommitMovesOptions): Promise<boolean> {
  const { moves, at } = options;
  const orderIds = moves.map(({ plan }) => plan.orderId);
  if ((await lockForBrokering(tx, orderIds)).length < moves.length) return false;
  const items = moves.flatMap(movedItems);
  const found = await stillAllocated(tx, items);
  if (found.length < items.length) return false;
  if (!(await hasPlaces(tx, options, items))) return false;
  const changes = stockChanges(items, found);
  if (!(await hasStock(tx, changes))) return false;
  await changeStock(tx, changes);
  const decisions = moves.map(({ plan }) => ({
    orderId: plan.orderId,
    decision: plan.explanation,
  }));
  await moveItems(tx, { items, decisions, at });
  await appendTimeline(
    tx,
    moves.map((move) => entryOf(move, at)),
  );
  return true;
}

/** Only items that go elsewhere; the others keep their allocations. */
function movedItems({ plan, facilityOf }: MovedOrder): readonly MovedItem[] {
  const { orderId } = plan;
  return plan.parts.flatMap(({ facilityId, itemSeqs }) =>
    itemSeqs.flatMap((itemSeq) => {
      const fromFacilityId = facilityOf.get(itemSeq) ?? '';
      return fromFacilityId === facilityId
        ? []
        : [{ orderId, itemSeq, facilityId, fromFacilityId }];
    }),
  );
}

async function hasPlaces(
  tx: Database,
  { moves, at }: CommitMovesOptions,
  items: readonly MovedItem[],
): Promise<boolean> {
  const facilityIds = [...new Set(items.flatMap((item) => [item.facilityId, item.fromFacilityId]))];
  const limited = await lockLimitedFacilities(tx, facilityIds);
  if (limited.length === 0) return true;
  const capacity = await facilityCapacity(tx, { at, facilityIds: limited });
  const change = new Map<string, number>();
  for (const { plan, facilityOf } of moves) {
    const before = new Set(facilityOf.values());
    const after = new Set(plan.parts.map((part) => part.facilityId));
    const unlimited = plan.parts.filter((part) => !part.limited).map((part) => part.facilityId);
    for (const id of before) if (!after.has(id)) change.set(id, (change.get(id) ?? 0) + 1);
    for (const id of after) {
      if (!before.has(id) && !unlimited.includes(id)) change.set(id, (change.get(id) ?? 0) - 1);
    }
  }
  // A place let go counts only where something else is wanted there: a facility that is over stays over.
  return [...change].every(([id, places]) => {
    if (places >= 0) return true;
    const { dayLeft = null, hourLeft = null } = capacity.get(id) ?? {};
    return (dayLeft ?? Infinity) + places >= 0 && (hourLeft ?? Infinity) + places >= 0;
  });
}

function stockChanges(
  items: readonly MovedItem[],
  found: readonly WaitingSeq[],
): readonly StockChange[] {
  const known = new Map(found.map((one) => [`${one.orderId}/${one.seq}`, one]));
  return items.flatMap(({ orderId, itemSeq, facilityId, fromFacilityId }) => {
    const item = known.get(`${orderId}/${itemSeq}`);
    if (item === undefined) return [];
    const { productId, quantity } = item;
    return [
      { facilityId: fromFacilityId, productId, onHand: 0, reserved: -quantity },
      { facilityId, productId, onHand: 0, reserved: quantity },
    ];
  });
}

async function hasStock(tx: Database, changes: readonly StockChange[]): Promise<boolean> {
  const wanted = new Map<string, StockChange>();
  for (const change of changes) {
    const key = cellKey(change.facilityId, change.productId);
    const reserved = (wanted.get(key)?.reserved ?? 0) + change.reserved;
    wanted.set(key, { ...change, reserved });
  }
  const locked = await lockStock(tx, [...wanted.values()]);
  const left = new Map(
    locked.map((row) => [cellKey(row.facilityId, row.productId), availableToPromise(row)]),
  );
  return [...wanted].every(
    ([key, { reserved }]) => reserved <= 0 || (left.get(key) ?? 0) >= reserved,
  );
}

function entryOf(move: MovedOrder, at: Date): TimelineEntry {
  const { orderId, explanation } = move.plan;
  const { rule, run, rulesVersion } = explanation;
  const moved = movedItems(move).map(({ itemSeq, fromFacilityId, facilityId }) => ({
    itemSeq,
    from: fromFacilityId,
    to: facilityId,
  }));
  const detail = { rule, run, rulesVersion, moved };
  return { orderId, at, actor: 'OMS', via: 'brokering', step: 'brokered', detail };
}
