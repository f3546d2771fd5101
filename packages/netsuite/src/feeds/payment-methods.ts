// The NetSuite payment method of a Shopify gateway, for deposits and refunds alike.

import type { ProblemFacts } from '@sendsale/domain';
import type { FindMapping } from '@sendsale/store/read';
import type { Selection } from './export-feed.ts';

const KIND = 'NETSUITE_PMT_MTHD';
/** The mapping kinds `sortByPaymentMethod` looks into. */
export const PAYMENT_MAPPINGS = [KIND] as const;

interface Money {
  readonly subject: string;
  readonly orderId: string;
  readonly shopId: string;
  readonly gateway: string;
}

/** A due record with the payment method it travels with. */
export type WithPaymentMethod<Due> = Due & { readonly paymentMethod: string };

/** Records whose gateway (or DEFAULT) is mapped are units; the others wait with a problem. */
export function sortByPaymentMethod<Due extends Money>(
  due: readonly Due[],
  mapping: FindMapping,
): Selection<WithPaymentMethod<Due>> {
  const units: Array<WithPaymentMethod<Due>> = [];
  const problems: ProblemFacts[] = [];
  for (const money of due) {
    const paymentMethod =
      mapping(KIND, money.shopId, money.gateway) ?? mapping(KIND, money.shopId, 'DEFAULT');
    if (paymentMethod === null) problems.push(unmapped(money));
    else units.push({ ...money, paymentMethod });
  }
  return { units, problems, examined: due.map((money) => money.subject) };
}

function unmapped({ subject, orderId, gateway }: Money): ProblemFacts {
  return {
    code: 'PAYMENT_METHOD_UNMAPPED',
    subject,
    orderId,
    message: `The mapping ${KIND} has no value for ${gateway}, nor for DEFAULT.`,
    detail: { mappingKind: KIND, mappingKey: gateway },
  };
}
