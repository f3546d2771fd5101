// The commercial changes a download tells of that are not recorded yet, each under a key of its own.

import type { IncomingAgreement, IncomingOrder, IncomingRefund } from './incoming-order.ts';
import type { ChangeKind } from './order-change.ts';
import { refundKey } from './plan-returns.ts';
import type { JsonObject } from '../json.ts';

export interface OrderChange {
  readonly key: string;
  readonly kind: ChangeKind;
  readonly happenedAt: Date;
  /** What Shopify says of it, in its own numbers (minor units). */
  readonly stated: JsonObject;
}

/** A POS exchange is written to Shopify's ledger in one go: its edit and its return are this near. */
const EXCHANGE_WINDOW_MS = 2 * 60 * 1000;

/** @param known keys recorded before. @returns the others, oldest first */
export function findChanges(
  incoming: IncomingOrder,
  known: ReadonlySet<string>,
): readonly OrderChange[] {
  const changes = [
    ...cancellation(incoming),
    ...(incoming.refunds ?? []).map((refund) => refundChange(incoming, refund)),
    ...(incoming.agreements ?? []).map(agreementChange),
  ];
  return changes
    .filter((change) => !known.has(change.key))
    .toSorted((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime());
}

function cancellation(incoming: IncomingOrder): readonly OrderChange[] {
  if (incoming.cancelledAt === null) return [];
  const stated = { reason: incoming.cancelReason };
  return [{ key: 'cancel', kind: 'CANCEL', happenedAt: incoming.cancelledAt, stated }];
}

function refundChange(incoming: IncomingOrder, refund: IncomingRefund): OrderChange {
  return {
    key: refundKey(refund),
    kind: kindOfRefund(incoming, refund),
    happenedAt: refund.happenedAt,
    stated: {
      note: refund.note,
      returnId: refund.shopifyReturnId,
      lines: refund.lines.map((line) => ({ ...line })),
      shipping: refund.shipping,
      difference: refund.difference,
      transactionIds: refund.transactionIds,
    },
  };
}

function kindOfRefund(incoming: IncomingOrder, refund: IncomingRefund): ChangeKind {
  const types = new Set(refund.lines.map((line) => line.restockType));
  if (types.has('RETURN')) return isExchange(incoming, refund) ? 'EXCHANGE' : 'RETURN';
  if (types.size === 1 && types.has('CANCEL')) return 'CANCEL';
  return 'REFUND';
}

function isExchange(incoming: IncomingOrder, refund: IncomingRefund): boolean {
  return (incoming.agreements ?? []).some(
    (one) =>
      one.kind === 'EDIT' &&
      Math.abs(one.happenedAt.getTime() - refund.happenedAt.getTime()) <= EXCHANGE_WINDOW_MS,
  );
}

function agreementChange(agreement: IncomingAgreement): OrderChange {
  return {
    key: `${agreement.kind.toLowerCase()}/${agreement.shopifyId}`,
    kind: agreement.kind,
    happenedAt: agreement.happenedAt,
    stated: { returnId: agreement.shopifyReturnId },
  };
}
