// What keeps a posting out of NetSuite for now. Each obstacle is a problem at the order, with what to set
// right in its detail; it heals by itself at the first look after that.

import type { ProblemFacts } from '@sendsale/domain';
import type { DueItem, DuePosting, FindMapping } from '@sendsale/store/read';
import type { Booking } from './booking.ts';

/** The codes this file reports. */
export const POSTING_OBSTACLES = [
  'CUSTOMER_MISSING',
  'SELLING_FACILITY_UNKNOWN',
  'SETTING_MISSING',
  'ADDRESS_MISSING',
  'SHIPPING_METHOD_UNMAPPED',
  'PRODUCT_UNKNOWN',
  'ITEM_NOT_IN_NETSUITE',
  'TOTAL_MISMATCH',
] as const;

/** Everything missing for the posting, none when it can be booked. */
export function findObstacles(booking: Booking, mapping: FindMapping): ProblemFacts[] {
  const { posting } = booking;
  return [
    ...findBuyerObstacles(posting),
    ...findPlaceObstacles(booking),
    ...findSettingObstacles(booking, mapping),
    ...findAddressObstacles(booking),
    ...findShippingObstacles(booking),
    ...posting.items.flatMap((item) => findItemObstacles(booking, item)),
  ];
}

function findBuyerObstacles(posting: DuePosting): ProblemFacts[] {
  if (posting.customerId !== null) return [];
  return [at(posting, { code: 'CUSTOMER_MISSING' })];
}

function findPlaceObstacles({ posting, isCashSale }: Booking): ProblemFacts[] {
  if (posting.sellingFacilityId === null) {
    return isCashSale ? [at(posting, { code: 'SELLING_FACILITY_UNKNOWN' })] : [];
  }
  if (posting.sellingLocationId !== null) return [];
  return [
    at(posting, {
      code: 'SETTING_MISSING',
      message: `Facility ${posting.sellingFacilityId} has no NetSuite location.`,
      detail: { facilityId: posting.sellingFacilityId },
    }),
  ];
}

function findAddressObstacles({ posting, isCashSale }: Booking): ProblemFacts[] {
  const ships = !isCashSale && posting.groups.some((group) => group.delivery === 'SHIP');
  if (!ships || (posting.shipTo !== null && posting.shipTo.country !== '')) return [];
  return [at(posting, { code: 'ADDRESS_MISSING' })];
}

function findSettingObstacles(booking: Booking, mapping: FindMapping): ProblemFacts[] {
  const { posting } = booking;
  const missing = booking.settings.filter(
    ([kind, key]) => mapping(kind, posting.shopId, key) === null,
  );
  return missing.map(([kind, key]) =>
    at(posting, {
      code: 'SETTING_MISSING',
      // One problem a mapping: two missing ones are two problems of the order.
      subject: `${posting.postingId}/${kind}/${key}`,
      message: `The mapping ${kind} has no value for ${key}.`,
      detail: { mappingKind: kind, mappingKey: key },
    }),
  );
}

function findShippingObstacles({
  posting,
  shipping,
  isCashSale,
  amounts,
}: Booking): ProblemFacts[] {
  if (isCashSale && amounts.shippingCost !== 0) {
    return [
      at(posting, {
        code: 'TOTAL_MISMATCH',
        message:
          'Shipping was charged for goods carried out of the store; a cash sale has no place for it.',
        detail: { shippingMinor: amounts.shippingCost },
      }),
    ];
  }
  if (shipping.kind !== 'UNMAPPED') return [];
  const { mappingKind, mappingKey } = shipping;
  return [
    at(posting, {
      code: 'SHIPPING_METHOD_UNMAPPED',
      message: `The mapping ${mappingKind} has no value for ${mappingKey}.`,
      detail: { mappingKind, mappingKey },
    }),
  ];
}

function findItemObstacles({ posting, itemId }: Booking, item: DueItem): ProblemFacts[] {
  if (itemId(item) !== null) return [];
  const name = item.sku ?? item.title;
  const subject = `${posting.postingId}/${name}`;
  const detail = { sku: item.sku, title: item.title };
  if (item.productId === null && item.sku !== null) {
    return [at(posting, { code: 'PRODUCT_UNKNOWN', subject, detail })];
  }
  if (item.productId === null) {
    const key = item.isGiftCard ? 'GIFT_CARD' : 'CUSTOM_SALE';
    const mapped = { mappingKind: 'NETSUITE_ITEM', mappingKey: key };
    return [
      at(posting, { code: 'ITEM_NOT_IN_NETSUITE', subject, detail: { ...detail, ...mapped } }),
    ];
  }
  return [
    at(posting, {
      code: 'ITEM_NOT_IN_NETSUITE',
      subject,
      message: `NetSuite has no item ${name}.`,
      detail,
    }),
  ];
}

function at(
  posting: DuePosting,
  facts: Omit<ProblemFacts, 'subject' | 'orderId'> & { readonly subject?: string },
): ProblemFacts {
  return { subject: posting.postingId, ...facts, orderId: posting.orderId };
}
