// What merchants say about facilities, products and orders for brokering.

import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import {
  appendTimeline,
  insertBrokeringHold,
  knownFacilities,
  lockOrder,
  releaseBrokeringHolds,
  saveFacilityBrokering,
  saveFacilityGroup,
  saveOrderBrokering,
  saveProductCategory,
} from '@sendsale/store/write';
import type { FacilityBrokering, OrderBrokering } from '@sendsale/store/write';
import { orderUnknown } from '../problems/refusals.ts';

export interface SaveGroupOptions {
  readonly id: string;
  readonly name: string;
  /** In the group's own order, which CUSTOM_SEQUENCE sorts by. */
  readonly facilityIds: readonly string[];
}

/** Replaces the group. Fails with the facilities that do not exist. */
export async function saveGroup(
  db: Database,
  options: SaveGroupOptions,
): Promise<Result<null, readonly string[]>> {
  return inTransaction(db, async (tx) => {
    const known = await knownFacilities(tx, options.facilityIds);
    const unknown = options.facilityIds.filter((id) => !known.includes(id));
    if (unknown.length > 0) return fail(unknown);
    await saveFacilityGroup(tx, options);
    return ok(null);
  });
}

/** Sets what a facility can take, and when. @returns whether there is such a facility */
export async function saveFacilityLimits(
  db: Database,
  options: FacilityBrokering,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if ((await knownFacilities(tx, [options.facilityId])).length === 0) return false;
    await saveFacilityBrokering(tx, options);
    return true;
  });
}

/** Replaces the products of a category. @returns how many of the SKUs are known */
export async function saveCategory(
  db: Database,
  options: { readonly name: string; readonly skus: readonly string[] },
): Promise<number> {
  return inTransaction(db, async (tx) => saveProductCategory(tx, options));
}

/** Sets an order's priority, dates and bundles; what is not said stays. */
export async function prepareOrder(
  db: Database,
  options: OrderBrokering,
): Promise<Result<null, Problem>> {
  return inTransaction(db, async (tx) => {
    const { orderId } = options;
    if ((await lockOrder(tx, orderId)) === null) return fail(orderUnknown(orderId));
    await saveOrderBrokering(tx, options);
    return ok(null);
  });
}

export interface BrokeringHoldOptions {
  readonly orderId: string;
  /** One ship group; null is the whole order. */
  readonly shipGroupSeq: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/**
 * Stops brokering of an order or of one of its ship groups until it is released. It takes no stock and no
 * capacity meanwhile. The same reason twice is one hold.
 */
export async function holdBrokering(
  db: Database,
  options: BrokeringHoldOptions,
): Promise<Result<null, Problem>> {
  const { orderId, shipGroupSeq, reason, actor, via, at } = options;
  return inTransaction(db, async (tx) => {
    if ((await lockOrder(tx, orderId)) === null) return fail(orderUnknown(orderId));
    if (!(await insertBrokeringHold(tx, options))) return ok(null);
    const detail = { reason, shipGroupSeq, stops: 'brokering' };
    await appendTimeline(tx, [{ orderId, step: 'held', at, actor, via, detail }]);
    return ok(null);
  });
}

/** Releases the holds of the order, or of the one ship group. */
export async function releaseBrokering(
  db: Database,
  options: Omit<BrokeringHoldOptions, 'reason'>,
): Promise<Result<null, Problem>> {
  const { orderId, shipGroupSeq, actor, via, at } = options;
  return inTransaction(db, async (tx) => {
    if ((await lockOrder(tx, orderId)) === null) return fail(orderUnknown(orderId));
    if ((await releaseBrokeringHolds(tx, options)) === 0) return ok(null);
    const detail = { shipGroupSeq, stops: 'brokering' };
    await appendTimeline(tx, [{ orderId, step: 'released', at, actor, via, detail }]);
    return ok(null);
  });
}
