// Takes an order as a sales channel states it into our state: new, revised or unchanged. The one entrance.

import { createHash } from 'node:crypto';
import { canonicalOrder, decideAcceptance, problem } from '@sendsale/domain';
import type { IncomingOrder, Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, formatMinor, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { loadIntake } from '@sendsale/store/read';
import type { Database, IntakeFacts } from '@sendsale/store/read';
import {
  lockIncomingOrder,
  recordReadThrough,
  resolveProblems,
  saveProblems,
  setMessageState,
} from '@sendsale/store/write';
import { acceptNewOrder } from './accept-new-order.ts';
import { acceptRevision } from './accept-revision.ts';
import type { Intake } from './intake.ts';
import { linkOrder, questionOf } from './order-links.ts';

export interface AcceptedOrder {
  readonly orderId: string;
  readonly kind: 'NEW' | 'REVISED' | 'UNCHANGED';
}

export interface AcceptOrderOptions {
  readonly incoming: IncomingOrder;
  /** The stored message it was read from; it is marked READ or REFUSED in the same transaction. */
  readonly messageId: number | null;
  readonly at: Date;
}

const REFUSALS = ['TOTAL_MISMATCH', 'SHOP_UNKNOWN'] as const;

/**
 * Accepts an order. Repeating it changes nothing; a revision is applied as far as the order's state allows,
 * and what cannot be followed becomes a problem of the order. Refused (TOTAL_MISMATCH, SHOP_UNKNOWN) is a
 * value, with the problem raised already.
 */
export async function acceptOrder(
  db: Database,
  options: AcceptOrderOptions,
): Promise<Result<AcceptedOrder, Problem>> {
  return inTransaction(db, async (tx) => {
    const { incoming, messageId, at } = options;
    await lockIncomingOrder(tx, incoming);
    const facts = await loadIntake(tx, questionOf(incoming));
    const digest = createHash('sha256').update(canonicalOrder(incoming)).digest('hex');
    const refusal = refuse(incoming, digest, facts);
    if (refusal !== null) {
      await saveProblems(tx, [refusal], at);
      if (messageId !== null) await setMessageState(tx, messageId, 'REFUSED');
      return fail(refusal);
    }
    const via = messageId === null ? 'acceptOrder' : `message ${messageId}`;
    const intake: Intake = { ...options, facts, links: linkOrder(facts), digest, via };
    const accepted = await accept(tx, intake);
    if (facts.refused) await resolveRefusals(tx, intake);
    if (messageId !== null) await setMessageState(tx, messageId, 'READ');
    return ok(accepted);
  });
}

function refuse(incoming: IncomingOrder, digest: string, facts: IntakeFacts): Problem | null {
  const { shopId, shopifyId, name, currency } = incoming;
  const subject = `${shopId}/${shopifyId}`;
  const orderId = facts.stored?.id ?? null;
  if (!facts.shopKnown) {
    const message = `Order ${name} names shop ${shopId}, which is not set up.`;
    return problem({ code: 'SHOP_UNKNOWN', subject, message, detail: { shopId, name } });
  }
  const acceptance = decideAcceptance(incoming, digest, facts.stored);
  if (acceptance.kind !== 'TOTAL_MISMATCH') return null;
  const sum = formatMinor(acceptance.sum, currency);
  const total = formatMinor(incoming.total, currency);
  return problem({
    code: 'TOTAL_MISMATCH',
    subject,
    orderId,
    message: `The parts of order ${name} come to ${sum} ${currency}, its total is ${total} ${currency}.`,
    detail: { name, sum, total, currency },
  });
}

async function accept(tx: Database, intake: Intake): Promise<AcceptedOrder> {
  const { stored } = intake.facts;
  if (stored === null) return { orderId: await acceptNewOrder(tx, intake), kind: 'NEW' };
  if (decideAcceptance(intake.incoming, intake.digest, stored).kind === 'UNCHANGED') {
    await recordReadThrough(tx, stored.id, intake.incoming.updatedAt);
    return { orderId: stored.id, kind: 'UNCHANGED' };
  }
  await acceptRevision(tx, intake, stored);
  return { orderId: stored.id, kind: 'REVISED' };
}

// An earlier download of this order was refused; this one is right.
async function resolveRefusals(tx: Database, intake: Intake): Promise<void> {
  const { incoming, at } = intake;
  const subjects = [`${incoming.shopId}/${incoming.shopifyId}`];
  const resolution = `Accepted from ${intake.via}.`;
  for (const code of REFUSALS) await resolveProblems(tx, { code, subjects, resolution, at });
}
