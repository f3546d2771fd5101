// What an accepted order lacks before NetSuite can book it. The same things hold it back when its feed is
// written; they are said here too, so that they are seen at once.

import { problem } from '@sendsale/domain';
import type {
  IncomingOrder,
  OrderPlan,
  PlannedItem,
  Problem,
  ProblemCode,
  ProblemFacts,
} from '@sendsale/domain';
import type { OrderLinks } from './order-links.ts';

/** The codes this file reports; open ones it does not report any more are resolved. */
export const INTAKE_PROBLEMS = [
  'CUSTOMER_MISSING',
  'SELLING_FACILITY_UNKNOWN',
  'SHIPPING_METHOD_UNMAPPED',
  'PRODUCT_UNKNOWN',
  'ITEM_NOT_IN_NETSUITE',
] as const satisfies readonly ProblemCode[];

/** Problems of an order that end when everything of it that is not completed is cancelled. */
export const CANCELLED_PROBLEMS = [
  ...INTAKE_PROBLEMS,
  'ADDRESS_MISSING',
  'FULFILLED_OUTSIDE',
  'UNFILLABLE',
] as const satisfies readonly ProblemCode[];

/** Everything missing for the order; none when it can be booked. Cancelled items lack nothing. */
export function findIntakeProblems(
  incoming: IncomingOrder,
  plan: OrderPlan,
  known: { readonly links: OrderLinks; readonly customerId: string | null },
): readonly Problem[] {
  const active = plan.items.filter((item) => item.status !== 'CANCELLED');
  const facts = [
    ...(known.customerId === null ? plan.postings.map((one) => customerMissing(one.id)) : []),
    ...findTillProblems(incoming, plan, known.links),
    ...findShippingProblems(plan, active, known.links),
    ...active.flatMap((item) => findItemProblems(item, known.links)),
  ];
  const unique = new Map(facts.map((one) => [`${one.code} ${one.subject}`, one]));
  return [...unique.values()].map((one) => problem({ ...one, orderId: plan.orderId }));
}

function customerMissing(postingId: string): ProblemFacts {
  return { code: 'CUSTOMER_MISSING', subject: postingId };
}

function findTillProblems(
  incoming: IncomingOrder,
  plan: OrderPlan,
  links: OrderLinks,
): readonly ProblemFacts[] {
  const locationId = incoming.till?.locationId ?? null;
  if (locationId === null || links.facilityOf(locationId) !== null) return [];
  return plan.postings
    .filter((posting) => posting.kind === 'CASH_SALE')
    .map((posting) => ({
      code: 'SELLING_FACILITY_UNKNOWN',
      subject: posting.id,
      message: `Shopify location ${locationId} belongs to no facility.`,
      detail: { locationId },
    }));
}

function findShippingProblems(
  plan: OrderPlan,
  active: readonly PlannedItem[],
  links: OrderLinks,
): readonly ProblemFacts[] {
  const used = new Set(active.map((item) => item.shipGroupSeq));
  return plan.shipGroups.flatMap((group) => {
    const title = group.shippingTitle ?? '';
    if (group.delivery !== 'SHIP' || !used.has(group.seq)) return [];
    if (links.methodOf(title) !== null) return [];
    return [
      {
        code: 'SHIPPING_METHOD_UNMAPPED',
        subject: group.postingId,
        message: `The mapping SHIPPING_METHOD has no value for ${title}.`,
        detail: { mappingKind: 'SHIPPING_METHOD', mappingKey: title },
      },
    ];
  });
}

function findItemProblems(item: PlannedItem, links: OrderLinks): readonly ProblemFacts[] {
  const product = links.productOf(item);
  const sku = item.sku ?? product?.sku ?? null;
  const name = sku ?? item.title;
  const subject = `${item.postingId}/${name}`;
  const detail = { sku, title: item.title, variantId: item.variantId };
  if (product !== null) {
    if (product.netsuiteItemId !== null) return [];
    if (item.isGiftCard && links.hasItemWord('GIFT_CARD')) return [];
    const message = `NetSuite has no item ${name}.`;
    return [{ code: 'ITEM_NOT_IN_NETSUITE', subject, message, detail }];
  }
  const word = item.isGiftCard ? 'GIFT_CARD' : 'CUSTOM_SALE';
  const needsProduct = item.variantId !== null && !item.isGiftCard;
  if (!needsProduct && links.hasItemWord(word)) return [];
  if (needsProduct) {
    const message = `The catalogue has no product ${name}.`;
    return [{ code: 'PRODUCT_UNKNOWN', subject, message, detail }];
  }
  const mapped = { ...detail, mappingKind: 'NETSUITE_ITEM', mappingKey: word };
  return [{ code: 'ITEM_NOT_IN_NETSUITE', subject, detail: mapped }];
}
