// A return with everything its object needs: NetSuite ids, and how much of the money goes this way.

import type { ProblemFacts } from '@sendsale/domain';
import { defined } from '@sendsale/std';
import type { DueReturn, DueReturnItem, FindMapping } from '@sendsale/store/read';

const ITEM = 'NETSUITE_ITEM';
const METHOD = 'NETSUITE_PMT_MTHD';
/** What stands in that mapping for the method a credit is paid out with that was spent on other goods. */
const EXCHANGE = 'EXCHANGE';

export interface BookedReturn {
  readonly due: DueReturn;
  /** What the customer got for it: goods, taxes and shipping, less what was kept as a fee. */
  readonly totalMinor: number;
  readonly lines: readonly ReturnLine[];
  readonly payments: readonly ReturnMoney[];
}

export interface ReturnLine {
  readonly netsuiteItemId: string;
  readonly key: string;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly locationId: string | null;
  readonly restocked: boolean;
}

export interface ReturnMoney {
  readonly methodId: string;
  readonly transactionId: string;
  readonly amountMinor: number;
}

/** What must be set before the return can be written, as problems of its order. */
export function missingMappings(due: DueReturn, mapping: FindMapping): ProblemFacts[] {
  const { subject, orderId, shopId } = due;
  const items = due.items
    .filter((item) => itemId(due, item, mapping) === null)
    .map((item): ProblemFacts => ({
      code: 'ITEM_NOT_IN_NETSUITE',
      subject: `${subject}/${item.sku ?? item.seq}`,
      orderId,
      message: `NetSuite has no item ${item.sku ?? item.seq}.`,
      detail: { sku: item.sku },
    }));
  const charges = chargesOf(due)
    .filter(({ key }) => mapping(ITEM, shopId, key) === null)
    .map(({ key }): ProblemFacts => ({
      code: 'SETTING_MISSING',
      subject: `${subject}/${ITEM}/${key}`,
      orderId,
      message: `The mapping ${ITEM} has no value for ${key}.`,
      detail: { mappingKind: ITEM, mappingKey: key },
    }));
  const gateways = [
    ...due.payments.map(({ gateway }) => gateway),
    ...(spentMinor(due) > 0 ? [EXCHANGE] : []),
  ];
  const methods = gateways
    .filter((gateway) => methodOf(due, gateway, mapping) === null)
    .map((gateway): ProblemFacts => ({
      code: 'PAYMENT_METHOD_UNMAPPED',
      subject,
      orderId,
      message: `The mapping ${METHOD} has no value for ${gateway}, nor for DEFAULT.`,
      detail: { mappingKind: METHOD, mappingKey: gateway },
    }));
  return [...items, ...charges, ...methods];
}

/** Asserts what {@link missingMappings} found to be there. */
export function bookReturn(due: DueReturn, mapping: FindMapping): BookedReturn {
  const payments = moneyOf(due, mapping);
  const goods = due.items.map((item) => ({
    netsuiteItemId: defined(itemId(due, item, mapping), 'An item of a booked return is mapped.'),
    key: item.seq,
    quantity: item.quantity,
    amountMinor: item.amountMinor,
    locationId: item.locationId,
    restocked: item.restocked,
  }));
  const charges = chargesOf(due).map(({ key, amountMinor }) => ({
    netsuiteItemId: defined(
      mapping(ITEM, due.shopId, key),
      'A charge of a booked return is mapped.',
    ),
    key,
    quantity: 1,
    amountMinor,
    locationId: null,
    restocked: true,
  }));
  return { due, totalMinor: totalOf(due, payments), lines: [...goods, ...charges], payments };
}

function itemId(due: DueReturn, item: DueReturnItem, mapping: FindMapping): string | null {
  if (item.netsuiteItemId !== null) return item.netsuiteItemId;
  if (item.isGiftCard) return mapping(ITEM, due.shopId, 'GIFT_CARD');
  return item.sku === null ? mapping(ITEM, due.shopId, 'CUSTOM_SALE') : null;
}

function chargesOf(
  due: DueReturn,
): readonly { readonly key: string; readonly amountMinor: number }[] {
  return [
    { key: 'TAX', amountMinor: due.taxMinor },
    { key: 'SHIPPING', amountMinor: due.shippingMinor },
    { key: 'GOODWILL', amountMinor: due.beyondMinor },
  ].filter(({ amountMinor }) => amountMinor !== 0);
}

function methodOf(due: DueReturn, gateway: string, mapping: FindMapping): string | null {
  return mapping(METHOD, due.shopId, gateway) ?? mapping(METHOD, due.shopId, 'DEFAULT');
}

function valueOf(due: DueReturn): number {
  return due.goodsMinor + due.taxMinor + due.shippingMinor + due.beyondMinor;
}

/** First transaction first, up to the value of the return; what is beyond goes by the refund feed. */
function moneyOf(due: DueReturn, mapping: FindMapping): ReturnMoney[] {
  let left = valueOf(due);
  const money: ReturnMoney[] = [];
  for (const { transactionId, gateway, amountMinor } of due.payments) {
    const share = Math.min(left, amountMinor);
    if (share <= 0) break;
    left -= share;
    const methodId = defined(
      methodOf(due, gateway, mapping),
      'A gateway of a booked return is mapped.',
    );
    money.push({ methodId, transactionId, amountMinor: share });
  }
  return [...money, ...spentMoney(due, mapping)];
}

/**
 * What the new goods of an exchange were paid with: their cash sale says they are paid, so the credit leaves by
 * a method of its own, and no open credit stays that could be spent again.
 */
function spentMoney(due: DueReturn, mapping: FindMapping): ReturnMoney[] {
  const amountMinor = spentMinor(due);
  if (amountMinor === 0) return [];
  const methodId = defined(
    methodOf(due, EXCHANGE, mapping),
    'The method of a booked exchange is mapped.',
  );
  return [{ methodId, transactionId: `${due.subject}-${EXCHANGE}`, amountMinor }];
}

function spentMinor(due: DueReturn): number {
  const paid = due.payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return due.isSpentAtTill ? Math.max(0, valueOf(due) - paid) : 0;
}

/** Less than the value was paid out: a fee was kept, or (an exchange) the rest pays for other goods. */
function totalOf(due: DueReturn, payments: readonly ReturnMoney[]): number {
  const paid = payments.reduce((sum, one) => sum + one.amountMinor, 0);
  return due.isExchange || paid === 0 ? valueOf(due) : paid;
}
