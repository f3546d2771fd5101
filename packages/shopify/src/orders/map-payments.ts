// The money that moved. Change handed back at a till is taken off the cash sale it belongs to, and cash is
// counted as it was really paid, rounding included.

import type { IncomingPayment, PaymentKind, PaymentStatus } from '@sendsale/domain';
import type { WireProblem } from '../wire/wire-problem.ts';
import type { SourceOrder, SourceTransaction } from './source-order.ts';

// OrderTransactionKind of the 2026-10 schema. CHANGE is netted; SUGGESTED_REFUND is no movement of money.
const KINDS: ReadonlyMap<string, PaymentKind> = new Map<string, PaymentKind>([
  ['AUTHORIZATION', 'AUTHORIZATION'],
  ['EMV_AUTHORIZATION', 'AUTHORIZATION'],
  ['SALE', 'SALE'],
  ['CAPTURE', 'CAPTURE'],
  ['REFUND', 'REFUND'],
  ['VOID', 'VOID'],
]);

const STATUSES: ReadonlyMap<string, PaymentStatus> = new Map<string, PaymentStatus>([
  ['SUCCESS', 'SUCCESS'],
  ['PENDING', 'PENDING'],
  ['AWAITING_RESPONSE', 'PENDING'],
  ['UNKNOWN', 'PENDING'],
  ['FAILURE', 'FAILURE'],
  ['ERROR', 'FAILURE'],
]);

export interface MappedPayments {
  readonly payments: readonly IncomingPayment[];
  readonly problems: readonly WireProblem[];
}

export function mapPayments(order: SourceOrder): MappedPayments {
  const transactions = order.transactions ?? [];
  const change = changeBySale(transactions);
  const problems: WireProblem[] = [];
  const payments = transactions.flatMap((one): IncomingPayment[] => {
    if (one.kind === 'CHANGE' || one.kind === 'SUGGESTED_REFUND') return [];
    const kind = KINDS.get(one.kind);
    const status = STATUSES.get(one.status);
    if (kind === undefined || status === undefined) {
      problems.push(unknownWord(one));
      return [];
    }
    const amount = one.amount.shop + one.rounding.shop - (change.get(one.id) ?? 0);
    return [
      {
        shopifyTransactionId: one.id,
        parentTransactionId: one.parentId,
        kind,
        status,
        gateway: one.gateway,
        amount: Math.abs(amount),
        processedAt: one.processedAt,
      },
    ];
  });
  return { payments, problems };
}

/** The change given on each sale; change without a parent belongs to the last sale in the same gateway. */
function changeBySale(transactions: readonly SourceTransaction[]): ReadonlyMap<string, number> {
  const change = new Map<string, number>();
  for (const one of transactions) {
    if (one.kind !== 'CHANGE' || one.status !== 'SUCCESS') continue;
    const sale = one.parentId ?? transactions.findLast(isSaleBy(one.gateway))?.id;
    if (sale !== undefined) change.set(sale, (change.get(sale) ?? 0) + Math.abs(one.amount.shop));
  }
  return change;
}

function isSaleBy(gateway: string): (transaction: SourceTransaction) => boolean {
  return (one) => one.kind === 'SALE' && one.status === 'SUCCESS' && one.gateway === gateway;
}

function unknownWord(one: SourceTransaction): WireProblem {
  return {
    code: 'SHOPIFY_ORDER_UNREADABLE',
    severity: 'refuses',
    message: `Transaction ${one.id} has a kind or status we do not know: ${one.kind}, ${one.status}.`,
    path: 'transactions',
  };
}
