// Money as the customer sees it: the shop's amount at the order's rate, each amount rounded by itself.
import { currencyExponent, formatMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { Order } from '../state/model.ts';
import { atRate } from './rate.ts';

export interface Money {
  readonly amount: string;
  readonly currencyCode: string;
}

/** Both moneys of an amount. They are the same when the customer pays in the shop's currency. */
export function bag(
  minor: Minor,
  currency: string,
  presentment: Order['presentment'],
): { shopMoney: Money; presentmentMoney: Money } {
  const shopMoney = { amount: formatMinor(minor, currency), currencyCode: currency };
  if (presentment === null) return { shopMoney, presentmentMoney: shopMoney };
  const shift = currencyExponent(presentment.currency) - currencyExponent(currency);
  const scaled = atRate(minor, presentment.rate);
  const converted = shift === 0 ? scaled : Math.round(scaled * 10 ** shift);
  return {
    shopMoney,
    presentmentMoney: {
      amount: formatMinor(converted, presentment.currency),
      currencyCode: presentment.currency,
    },
  };
}
