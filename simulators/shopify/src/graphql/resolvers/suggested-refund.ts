// Order.suggestedRefund: what the units asked for come to, and which payments it would go back to.
import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import { paymentsOf, refundableOf } from '../../orders/give-back.ts';
import { lineLeft, moneyOf, onTop, shippingLeft, unitsShare } from '../../orders/totals.ts';
import type { Gid, Order, Transaction } from '../../state/model.ts';
import { moneyBag, within } from '../context.ts';
import type { FieldResolvers } from '../context.ts';

export interface SuggestionWanted {
  readonly refundLineItems?:
    readonly { readonly lineItemId: Gid; readonly quantity: number }[] | null;
  readonly refundShipping?: boolean | null;
  readonly suggestFullRefund?: boolean | null;
}

export interface Suggestion {
  readonly order: Order;
  readonly subtotal: Minor;
  readonly tax: Minor;
  readonly amount: Minor;
}

export function suggestRefund(order: Order, wanted: SuggestionWanted): Suggestion {
  const isFull = wanted.suggestFullRefund === true;
  const parts = order.lines.flatMap((line) => {
    const left = lineLeft(order, line);
    const there = line.quantity - line.removed;
    const named = (wanted.refundLineItems ?? []).filter(({ lineItemId }) => lineItemId === line.id);
    const asked = isFull ? there : sumMinor(named.map(({ quantity }) => quantity));
    const units: [number, number] = [0, Math.min(asked, there)];
    if (there === 0 || units[1] === 0) return [];
    return [{ net: unitsShare(left.net, there, units), tax: unitsShare(left.tax, there, units) }];
  });
  if (isFull || wanted.refundShipping === true)
    parts.push(...order.shippingLines.map((line) => shippingLeft(order, line)));
  const subtotal = sumMinor(parts.map((part) => part.net));
  const tax = sumMinor(parts.map((part) => part.tax));
  const { received, refunded } = moneyOf(order);
  const amount = Math.min(subtotal + onTop(order, tax), received - refunded);
  return { order, subtotal, tax, amount };
}

export interface SuggestedTransaction {
  readonly order: Order;
  readonly payment: Transaction;
  readonly minor: Minor;
}

/** In the order the payments were made, until the amount is reached. */
export function suggestedTransactions(suggestion: Suggestion): SuggestedTransaction[] {
  let left = suggestion.amount;
  return paymentsOf(suggestion.order).flatMap((payment) => {
    const minor = Math.min(left, refundableOf(suggestion.order, payment));
    if (minor <= 0) return [];
    left -= minor;
    return [{ order: suggestion.order, payment, minor }];
  });
}

export const suggestedRefund: FieldResolvers<Suggestion> = {
  amountSet: ({ amount, order }, _, context) => moneyBag(context, amount, order),
  subtotalSet: ({ subtotal, order }, _, context) => moneyBag(context, subtotal, order),
  totalTaxSet: ({ tax, order }, _, context) => moneyBag(context, tax, order),
  suggestedTransactions: (suggestion) => suggestedTransactions(suggestion),
};

export const suggestedOrderTransaction: FieldResolvers<SuggestedTransaction> = {
  kind: () => 'SUGGESTED_REFUND',
  gateway: ({ payment }) => payment.gateway,
  formattedGateway: ({ payment }) => payment.gateway,
  amountSet: ({ minor, order }, _, context) => moneyBag(context, minor, order),
  maximumRefundableSet: ({ payment, order }, _, context) =>
    moneyBag(context, refundableOf(order, payment), order),
  parentTransaction: ({ payment, order }) => within(order, payment),
};
