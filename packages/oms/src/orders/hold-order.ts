// Holds an order so that nothing is brokered, and releases it again.

import { nextOrderStatus } from '@sendsale/domain';
import type { OrderTransition, Problem, TimelineStep } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { appendTimeline, askNotice, lockOrder, setOrderStatus } from '@sendsale/store/write';
import { orderUnknown, stepNotAllowed } from '../problems/refusals.ts';

export interface HoldOrderOptions {
  readonly orderId: string;
  readonly reason: string;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/** Holds an order: it is neither approved nor brokered until it is released. */
export async function holdOrder(
  db: Database,
  options: HoldOrderOptions,
): Promise<Result<{ readonly orderId: string }, Problem>> {
  return changeStatus(db, options, { transition: 'hold', step: 'held' });
}

/** Lets a held order go on: back to Created, and approved again as soon as it is ready. */
export async function releaseOrder(
  db: Database,
  options: HoldOrderOptions,
): Promise<Result<{ readonly orderId: string }, Problem>> {
  return changeStatus(db, options, { transition: 'release', step: 'released' });
}

async function changeStatus(
  db: Database,
  options: HoldOrderOptions,
  what: { readonly transition: OrderTransition; readonly step: TimelineStep },
): Promise<Result<{ readonly orderId: string }, Problem>> {
  const { orderId, reason, actor, via, at } = options;
  const { transition, step } = what;
  return inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === null) return fail(orderUnknown(orderId));
    const status = nextOrderStatus(order.status, transition);
    if (status === null) {
      const why = `Order ${orderId} is ${order.status}; ${transition} is not possible.`;
      return fail(stepNotAllowed(orderId, transition, why));
    }
    await setOrderStatus(tx, orderId, status);
    await appendTimeline(tx, [{ orderId, step, at, actor, via, detail: { reason } }]);
    const kind = transition === 'hold' ? 'HOLD' : 'RELEASE';
    await askNotice(tx, { orderId, kind, key: at.toISOString(), body: { reason }, at });
    return ok({ orderId });
  });
}
