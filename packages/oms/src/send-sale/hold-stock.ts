// Holds stock while a customer decides, and lets it go again.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { assert, fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { endHolds, insertHold, lockHolds } from '@sendsale/store/write';
import type { StockHold } from '@sendsale/store/write';

export interface HoldStockOptions {
  /** Chosen by the caller: the same id again is the same hold. */
  readonly holdId: string;
  readonly facilityId: string;
  readonly productId: string;
  readonly quantity: number;
  /** The associate. */
  readonly heldBy: string;
  readonly minutes: number;
  readonly at: Date;
}

const MINUTES_MAX = 24 * 60;

/**
 * Reserves the units until the hold ends. STOCK_NOT_AVAILABLE when the facility has not got them free, or
 * when a hold of this id has ended.
 */
export async function holdStock(
  db: Database,
  options: HoldStockOptions,
): Promise<Result<StockHold, Problem>> {
  const { holdId, quantity, minutes, at } = options;
  assert(Number.isInteger(quantity) && quantity > 0, 'A hold is for at least one unit.');
  assert(minutes > 0 && minutes <= MINUTES_MAX, 'A hold lasts a minute to a day.');
  return inTransaction(db, async (tx) => {
    const [known] = await lockHolds(tx, [holdId]);
    if (known !== undefined) return known.state === 'HELD' ? ok(known) : fail(gone(options));
    const expiresAt = new Date(at.getTime() + minutes * 60_000);
    const hold = { ...options, id: holdId, expiresAt };
    // Before it says no, it looks whether somebody's time is over.
    const held =
      (await insertHold(tx, hold)) ||
      ((await expireHolds(tx, { at })) > 0 && (await insertHold(tx, hold)));
    if (!held) return fail(gone(options));
    const { facilityId, productId } = options;
    const sendSaleId = null;
    return ok({
      id: holdId,
      facilityId,
      productId,
      quantity,
      state: 'HELD',
      expiresAt,
      sendSaleId,
    });
  });
}

function gone({ facilityId, productId, quantity }: HoldStockOptions): Problem {
  return problem({
    code: 'STOCK_NOT_AVAILABLE',
    subject: `${facilityId}/${productId}`,
    message: `${facilityId} no longer has ${quantity} of ${productId} free.`,
    detail: { facilityId, productId, quantity },
  });
}

/** Lets a hold go; one that has ended is left as it is. @returns whether units became free */
export async function releaseHold(
  db: Database,
  options: { readonly holdId: string; readonly at: Date },
): Promise<boolean> {
  const end = { state: 'RELEASED', at: options.at } as const;
  return (await endHolds(db, { ids: [options.holdId] }, end)) > 0;
}

/** Ends the holds whose time is over. @returns how many */
export async function expireHolds(db: Database, options: { readonly at: Date }): Promise<number> {
  return endHolds(db, { expiredAt: options.at }, { state: 'EXPIRED', at: options.at });
}
