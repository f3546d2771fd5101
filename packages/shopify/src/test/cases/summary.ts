// What a reading comes to, in the words the expectations are written in.

import type { ReadOrder } from '../../orders/read-orders.ts';
import type { Expected } from './case.ts';

export function summary(read: ReadOrder): Expected {
  const skus = new Map<string, string>();
  const groups: Record<string, string[]> = {};
  for (const group of read.shipGroups) {
    const key = `${group.delivery} > ${group.postingRoute}`;
    for (const line of group.lines) {
      skus.set(line.shopifyLineId, line.sku ?? line.title);
      const facts = [
        ...(line.fulfilledQuantity > 0 ? [`${line.fulfilledQuantity} fulfilled`] : []),
        ...(line.cancelledQuantity > 0 ? [`${line.cancelledQuantity} cancelled`] : []),
      ];
      const more = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
      (groups[key] ??= []).push(`${line.sku ?? line.title} ×${line.quantity}${more}`);
    }
  }
  const adjustments = [
    ...read.shipGroups.flatMap((group) => [
      ...group.lines.flatMap((line) => line.adjustments),
      ...group.adjustments,
    ]),
    ...read.adjustments,
  ];
  return {
    channel: read.channel ?? '',
    groups,
    charges: adjustments.map((one) => `${one.kind} ${one.amount}`),
    total: read.totals?.total ?? '',
    payments: read.payments.map((one) =>
      [one.kind, one.gateway, one.amount, ...(one.status === 'SUCCESS' ? [] : [one.status])].join(
        ' ',
      ),
    ),
    refunds: read.refunds.flatMap((refund) => [
      ...refund.lines.map(
        (line) =>
          `${skus.get(line.shopifyLineId) ?? line.shopifyLineId} ×${line.quantity} ${line.restockType} ${line.subtotal}+${line.tax}`,
      ),
      ...(Number(refund.shipping) === 0 ? [] : [`shipping ${refund.shipping}`]),
      ...(Number(refund.difference) === 0 ? [] : [`difference ${refund.difference}`]),
    ]),
    problems: read.problems.map((one) => one.code),
  };
}
