// Brokers one order in one transaction: load, route, lock the stock, look again, reserve. If somebody took
// the stock in between, it routes once more with what is left.

import { problem, routeOrder } from '@sendsale/domain';
import type { RoutedOrder } from '@sendsale/domain';
import { assert } from '@sendsale/std';
import { orderDestination, routableFacilities, waitingItems } from '@sendsale/store/read';
import type { Database, WaitingItem } from '@sendsale/store/read';
import {
  appendTimeline,
  changeStock,
  lockForBrokering,
  lockLimitedFacilities,
  lockStock,
  resolveProblems,
  saveAllocations,
  saveProblems,
  setQueue,
} from '@sendsale/store/write';
import type { StockChange, TimelineEntry } from '@sendsale/store/write';

export interface BrokeredOrder {
  readonly allocated: readonly string[];
  readonly unfilled: readonly string[];
}

const ROUNDS_MAX = 5;
const NOTHING: BrokeredOrder = { allocated: [], unfilled: [] };

/** The caller gives it a transaction of its own. @returns item sequences */
export async function brokerOrder(
  tx: Database,
  options: { readonly orderId: string; readonly at: Date },
): Promise<BrokeredOrder> {
  const { orderId, at } = options;
  if ((await lockForBrokering(tx, orderId)) === null) return NOTHING;
  const items = await waitingItems(tx, orderId);
  if (items.length === 0) return NOTHING;
  const routed = await routeAndReserve(tx, items, options);
  if (routed === null) return NOTHING;
  await saveAllocations(tx, {
    orderId,
    allocations: routed.assignments,
    decision: routed.explanation,
    at,
  });
  await setQueue(tx, orderId, { itemSeqs: routed.unfilled, queue: 'UNFILLABLE' });
  await recordUnfilled(tx, routed, options);
  await appendTimeline(tx, entriesOf(items, routed, options));
  const allocated = routed.assignments.flatMap((assignment) => assignment.itemSeqs);
  return { allocated, unfilled: routed.unfilled };
}

async function routeAndReserve(
  tx: Database,
  items: readonly WaitingItem[],
  options: { readonly orderId: string; readonly at: Date },
): Promise<RoutedOrder | null> {
  const { place, origin } = await orderDestination(tx, options.orderId);
  const productIds = [...new Set(items.map((item) => item.productId))];
  const limited = new Set<string>();
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const facilities = await routableFacilities(tx, { ...options, productIds });
    const routed = routeOrder({ items, facilities, destination: place, origin });
    const chosen = routed.assignments.map((assignment) => assignment.facilityId);
    const newlyLocked = (await lockLimitedFacilities(tx, chosen)).filter((id) => !limited.has(id));
    for (const id of newlyLocked) limited.add(id);
    // A limited facility is counted again once its lock is ours.
    if (newlyLocked.length === 0 && (await reserve(tx, items, routed))) return routed;
  }
  // Others are faster every time: leave the items in their queues for the next run.
  return null;
}

async function reserve(
  tx: Database,
  items: readonly WaitingItem[],
  routed: RoutedOrder,
): Promise<boolean> {
  const changes = reservations(items, routed);
  if (changes.length === 0) return true;
  const locked = await lockStock(tx, changes);
  const enough = locked.every(({ facilityId, productId, onHand, reserved, safetyStock }) => {
    const mine = changes.filter((c) => c.facilityId === facilityId && c.productId === productId);
    const units = mine.reduce((sum, change) => sum + change.reserved, 0);
    return onHand - reserved - safetyStock >= units;
  });
  if (!enough) return false;
  await changeStock(tx, changes);
  return true;
}

function reservations(items: readonly WaitingItem[], routed: RoutedOrder): readonly StockChange[] {
  const bySeq = new Map(items.map((item) => [item.seq, item]));
  return routed.assignments.flatMap(({ facilityId, itemSeqs }) =>
    itemSeqs.map((seq) => {
      const item = bySeq.get(seq);
      assert(item !== undefined, `Item ${seq} was routed without waiting.`);
      const { productId, quantity } = item;
      return { facilityId, productId, onHand: 0, reserved: quantity };
    }),
  );
}

async function recordUnfilled(
  tx: Database,
  routed: RoutedOrder,
  options: { readonly orderId: string; readonly at: Date },
): Promise<void> {
  const { orderId, at } = options;
  if (routed.unfilled.length === 0) {
    const resolution = 'A facility was found.';
    await resolveProblems(tx, { code: 'UNFILLABLE', subjects: [orderId], resolution, at });
    return;
  }
  const detail = { itemSeqs: routed.unfilled };
  const message = `No facility can ship item ${routed.unfilled.join(', ')}.`;
  const unfillable = { code: 'UNFILLABLE', subject: orderId, orderId, message, detail } as const;
  await saveProblems(tx, [problem(unfillable)], at);
}

// An item that could not be filled before and still cannot is no news.
function entriesOf(
  items: readonly WaitingItem[],
  routed: RoutedOrder,
  options: { readonly orderId: string; readonly at: Date },
): readonly TimelineEntry[] {
  const known = new Set(
    items.filter((item) => item.queue === 'UNFILLABLE').map((item) => item.seq),
  );
  const news = routed.unfilled.filter((seq) => !known.has(seq));
  const { rule } = routed.explanation;
  const common = { ...options, actor: 'OMS', via: 'brokering' };
  const facilities = Object.fromEntries(
    routed.assignments.map((assignment) => [assignment.facilityId, assignment.itemSeqs]),
  );
  return [
    ...(routed.assignments.length === 0
      ? []
      : [{ ...common, step: 'brokered' as const, detail: { rule, facilities } }]),
    ...(news.length === 0
      ? []
      : [{ ...common, step: 'unfillable' as const, detail: { itemSeqs: news } }]),
  ];
}
