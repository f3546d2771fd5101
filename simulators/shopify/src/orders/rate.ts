// Exact multiplication of money by a decimal rate; halves go up, as Shopify rounds taxes.
import { assert } from '@sendsale/std';
import type { Minor } from '@sendsale/std';

/** `amount` × `rate` in minor units: 6975 × "0.1" is 698. The rate is not negative. */
export function atRate(amount: Minor, rate: string): Minor {
  assert(/^\d+(\.\d+)?$/.test(rate), `A rate is plain decimal text, not ${rate}.`);
  const [whole = '0', fraction = ''] = rate.split('.');
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(Math.abs(amount)) * BigInt(whole + fraction);
  const rounded = Number((product * 2n + scale) / (2n * scale));
  return amount < 0 ? -rounded : rounded;
}

/** `amount` × `percentage` %, such as 12.5. */
export function atPercentage(amount: Minor, percentage: number): Minor {
  return atRate(amount, (percentage / 100).toFixed(8));
}
