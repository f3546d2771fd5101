// Commits planned orders in one transaction: the orders, limited facilities and stock are locked, what is there
// now is looked at again, and only what still holds is written. Nothing is promised twice, whoever runs beside.

import { availableToPromise, problem } from '@sendsale/domain';
import type { PlannedOrder, PlannedPart } from '@sendsale/domain';
import { cellKey, facilityCapacity } from '@sendsale/store/read';
import type { Capacity, Database } from '@sendsale/store/read';
import {
  appendTimeline,
  changeStock,
  insertAllocations,
  leaveItems,
  lockForBrokering,
  lockLimitedFacilities,
  lockStock,
  placeItems,
  resolveUnfillable,
  saveProblems,
  stillWaiting,
} from '@sendsale/store/write';
import type {
  LeftItemRow,
  NewAllocation,
  OrderDecision,
  StockChange,
  WaitingSeq,
} from '@sendsale/store/write';
import { planEntries } from './plan-entries.ts';
import type { PlannedItems } from './plan-entries.ts';

export interface CommitOptions {
  readonly plans: readonly PlannedItems[];
  readonly at: Date;
}

export interface CommitOutcome {
  readonly committed: readonly PlannedOrder[];
  /** Planned with stock or places that were gone: to be planned again. */
  readonly contended: readonly string[];
  /** In another's hands, or changed since: they come with the next run. */
  readonly skipped: readonly string[];
}

/** The caller gives it a transaction of its own. */
export async function commitPlan(tx: Database, options: CommitOptions): Promise<CommitOutcome> {
  const { plans, at } = options;
  const locked = new Set(
    await lockForBrokering(
      tx,
      plans.map(({ plan }) => plan.orderId),
    ),
  );
  const waiting = await stillWaiting(tx, [...locked]);
  const same = plans.filter(({ plan }) => locked.has(plan.orderId) && isUnchanged(plan, waiting));
  const { kept, contended } = await keepWhatHolds(tx, same, { waiting, at });
  await write(tx, kept, { waiting, at });
  const known = new Set(same.map(({ plan }) => plan.orderId));
  return {
    committed: kept.map(({ plan }) => plan),
    contended,
    skipped: plans.map(({ plan }) => plan.orderId).filter((id) => !known.has(id)),
  };
}

interface Looked {
  readonly waiting: readonly WaitingSeq[];
  readonly at: Date;
}

const itemKey = (orderId: string, seq: string): string => `${orderId}/${seq}`;

function isUnchanged(plan: PlannedOrder, waiting: readonly WaitingSeq[]): boolean {
  const now = waitingOf(waiting);
  const seqs = [
    ...plan.parts.flatMap((part) => part.itemSeqs),
    ...plan.left.map((item) => item.seq),
  ];
  return seqs.every((seq) => now.has(itemKey(plan.orderId, seq)));
}

const indexes = new WeakMap<readonly WaitingSeq[], ReadonlyMap<string, WaitingSeq>>();

function waitingOf(waiting: readonly WaitingSeq[]): ReadonlyMap<string, WaitingSeq> {
  const known = indexes.get(waiting);
  if (known !== undefined) return known;
  const index = new Map(waiting.map((one) => [itemKey(one.orderId, one.seq), one]));
  indexes.set(waiting, index);
  return index;
}

/** Locks in one order everywhere: facilities by id, then stock by facility and product. */
async function keepWhatHolds(
  tx: Database,
  plans: readonly PlannedItems[],
  { waiting, at }: Looked,
): Promise<{ readonly kept: readonly PlannedItems[]; readonly contended: readonly string[] }> {
  const parts = plans.flatMap(({ plan }) => plan.parts.filter((part) => part.limited));
  const facilityIds = [...new Set(parts.map((part) => part.facilityId))];
  const limited = await lockLimitedFacilities(tx, facilityIds);
  const capacity = new Map(
    limited.length === 0 ? [] : await facilityCapacity(tx, { at, facilityIds: limited }),
  );
  const left = await stockLeft(
    tx,
    plans.flatMap((one) => stockChanges(one, waiting)),
  );
  const kept: PlannedItems[] = [];
  const contended: string[] = [];
  for (const one of plans) {
    if (takeAll(one, stockChanges(one, waiting), { left, capacity })) kept.push(one);
    else contended.push(one.plan.orderId);
  }
  return { kept, contended };
}

async function stockLeft(
  tx: Database,
  changes: readonly StockChange[],
): Promise<Map<string, number>> {
  if (changes.length === 0) return new Map();
  const keys = new Map(
    changes.map(({ facilityId, productId }) => [
      cellKey(facilityId, productId),
      { facilityId, productId },
    ]),
  );
  const locked = await lockStock(tx, [...keys.values()]);
  return new Map(
    locked.map((row) => [cellKey(row.facilityId, row.productId), availableToPromise(row)]),
  );
}

interface Left {
  readonly left: Map<string, number>;
  readonly capacity: Map<string, Capacity>;
}

/** Takes the order's stock and places if all of it is there, and nothing of it otherwise. */
function takeAll(
  one: PlannedItems,
  changes: readonly StockChange[],
  { left, capacity }: Left,
): boolean {
  const wanted = new Map<string, number>();
  for (const { facilityId, productId, reserved } of changes) {
    const key = cellKey(facilityId, productId);
    wanted.set(key, (wanted.get(key) ?? 0) + reserved);
  }
  const places = placesOf(one).filter((id) => capacity.has(id));
  const isThere = [...wanted].every(([key, units]) => (left.get(key) ?? 0) >= units);
  if (!isThere || places.some((id) => isFull(capacity.get(id)))) return false;
  for (const [key, units] of wanted) left.set(key, (left.get(key) ?? 0) - units);
  for (const id of places) capacity.set(id, oneLess(capacity.get(id)));
  return true;
}

// A place is taken where the order has nothing yet.
function placesOf({ plan, presentAt }: PlannedItems): readonly string[] {
  const limited = plan.parts.filter((part: PlannedPart) => part.limited);
  return [...new Set(limited.map((part) => part.facilityId))].filter(
    (id) => !presentAt.includes(id),
  );
}

function isFull(capacity: Capacity | undefined): boolean {
  return (capacity?.dayLeft ?? 1) <= 0 || (capacity?.hourLeft ?? 1) <= 0;
}

function oneLess(capacity: Capacity | undefined): Capacity {
  const less = (count: number | null | undefined): number | null =>
    count === null || count === undefined ? null : count - 1;
  return { dayLeft: less(capacity?.dayLeft), hourLeft: less(capacity?.hourLeft) };
}

function stockChanges(
  { plan }: PlannedItems,
  waiting: readonly WaitingSeq[],
): readonly StockChange[] {
  const now = waitingOf(waiting);
  return plan.parts.flatMap(({ facilityId, itemSeqs }) =>
    itemSeqs.flatMap((seq) => {
      const item = now.get(itemKey(plan.orderId, seq));
      if (item === undefined) return [];
      const { productId, quantity } = item;
      return [{ facilityId, productId, onHand: 0, reserved: quantity }];
    }),
  );
}

async function write(
  tx: Database,
  kept: readonly PlannedItems[],
  { waiting, at }: Looked,
): Promise<void> {
  if (kept.length === 0) return;
  const plans = kept.map(({ plan }) => plan);
  const allocations = plans.flatMap(allocationsOf);
  const items = plans.flatMap(leftOf);
  const decisionsOf = (some: readonly { readonly orderId: string }[]): readonly OrderDecision[] => {
    const orderIds = new Set(some.map((one) => one.orderId));
    return plans
      .filter((plan) => orderIds.has(plan.orderId))
      .map(({ orderId, explanation }) => ({ orderId, decision: explanation }));
  };
  await changeStock(
    tx,
    kept.flatMap((one) => stockChanges(one, waiting)),
  );
  await insertAllocations(tx, { allocations, decisions: decisionsOf(allocations), at });
  await placeItems(tx, allocations);
  await leaveItems(tx, { items, decisions: decisionsOf(items), at });
  await appendTimeline(
    tx,
    kept.flatMap((one) => planEntries(one, at)),
  );
  await resolveUnfillable(tx, { orderIds: plans.map((plan) => plan.orderId), at });
  await saveProblems(tx, plans.flatMap(unfillable), at);
}

function allocationsOf({ orderId, parts }: PlannedOrder): readonly NewAllocation[] {
  return parts.flatMap(({ facilityId, itemSeqs }) =>
    itemSeqs.map((itemSeq) => ({ orderId, itemSeq, facilityId })),
  );
}

function leftOf({ orderId, left }: PlannedOrder): readonly LeftItemRow[] {
  return left.map((item) => ({
    orderId,
    itemSeq: item.seq,
    queue: item.queue,
    autoCancelAt: item.autoCancelAt === null ? null : new Date(item.autoCancelAt),
  }));
}

function unfillable({ orderId, left }: PlannedOrder) {
  const itemSeqs = left.filter((item) => item.queue === 'UNFILLABLE').map((item) => item.seq);
  if (itemSeqs.length === 0) return [];
  const message = `No facility can ship item ${itemSeqs.join(', ')}.`;
  const detail = { itemSeqs };
  return [problem({ code: 'UNFILLABLE', subject: orderId, orderId, message, detail })];
}
