// How the total of an order comes about, and what of it has been paid.

import type { OrderView } from '@sendsale/api';
import { isCaptured, isRefunded } from '@sendsale/domain';
import type { AdjustmentKind } from '@sendsale/domain';
import { formatMinor, sumMinor } from '@sendsale/std';
import type { OrderDetail } from '@sendsale/store/read';

type Part = 'discounts' | 'shipping' | 'taxes' | 'other';

const PART_OF: Readonly<Record<AdjustmentKind, Part>> = {
  LINE_DISCOUNT: 'discounts',
  ORDER_DISCOUNT: 'discounts',
  SHIPPING_DISCOUNT: 'discounts',
  SHIPPING: 'shipping',
  TAX: 'taxes',
  SHIPPING_TAX: 'taxes',
  TIP: 'other',
  DUTY: 'other',
  ROUNDING: 'other',
};

export type MoneyOf = Pick<OrderDetail, 'currency' | 'items' | 'adjustments' | 'payments'>;

/** Decimal text in the order's currency; subtotal and the four parts under it come to the order's total. */
export function orderMoney(order: MoneyOf): OrderView['money'] {
  const text = (amounts: readonly number[]): string =>
    formatMinor(sumMinor(amounts), order.currency);
  const part = (name: Part): string =>
    text(order.adjustments.filter(({ kind }) => PART_OF[kind] === name).map(amountOf));
  return {
    subtotal: text(order.items.map(({ unitPriceMinor, quantity }) => unitPriceMinor * quantity)),
    discounts: part('discounts'),
    shipping: part('shipping'),
    taxes: part('taxes'),
    other: part('other'),
    paid: text(order.payments.filter(isCaptured).map(amountOf)),
    refunded: text(order.payments.filter(isRefunded).map(amountOf)),
  };
}

function amountOf({ amountMinor }: { readonly amountMinor: number }): number {
  return amountMinor;
}
