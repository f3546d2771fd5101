// Sums of what NetSuite says: one amount that could not be read makes the sum unreadable, which differs from
// everything instead of passing for nothing.

import { sumMinor } from '@sendsale/std';

export function sumAmounts(money: ReadonlyArray<{ readonly amount: number }>): number {
  const amounts = money.map(({ amount }) => amount);
  return amounts.some(Number.isNaN) ? Number.NaN : sumMinor(amounts);
}
