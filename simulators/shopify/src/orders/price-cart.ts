// Prices a cart: line discounts, then order discounts allocated to the lines, then the shipping line,
// then taxes on what is left. Pure, and exact in minor units.
import { splitMinor, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { Allocation, DiscountApplication, TaxCharge } from '../state/model.ts';
import { atPercentage, atRate } from './rate.ts';

export interface Reduction {
  readonly kind: DiscountApplication['kind'];
  readonly title: string;
  readonly description: string | null;
  readonly value: DiscountApplication['value'];
}

export interface PricedLine {
  readonly unitMinor: Minor;
  readonly quantity: number;
  readonly discount: Reduction | null;
  /** The taxes of the place where the line is handed to the customer; none when it is not taxable. */
  readonly taxRates: readonly { readonly title: string; readonly rate: string }[];
}

export interface Pricing {
  /** Prices contain the taxes. */
  readonly taxesIncluded: boolean;
  readonly lines: readonly PricedLine[];
  /** With the indexes of the lines entitled to it, or null for all. */
  readonly discounts: readonly (Reduction & { readonly entitled: readonly number[] | null })[];
  readonly shipping: {
    readonly minor: Minor;
    readonly discount: Reduction | null;
    readonly taxRates: PricedLine['taxRates'];
  } | null;
}

export interface Charges {
  readonly allocations: Allocation[];
  readonly taxes: TaxCharge[];
}

export interface Priced {
  readonly discounts: DiscountApplication[];
  readonly lines: Charges[];
  readonly shipping: Charges | null;
}

/** Applications in Shopify's order: those of lines, of the order, of shipping. */
export function priceCart(cart: Pricing): Priced {
  const discounts: DiscountApplication[] = [];
  const allocations: Allocation[][] = cart.lines.map(() => []);
  const totals = cart.lines.map((line) => line.unitMinor * line.quantity);
  const left = (index: number): Minor =>
    (totals[index] ?? 0) - sumMinor((allocations[index] ?? []).map((part) => part.minor));

  for (const [index, line] of cart.lines.entries()) {
    if (line.discount === null) continue;
    const minor = amountOff(line.discount, left(index));
    const application = apply(discounts, line.discount, ['EACH', 'EXPLICIT', 'LINE_ITEM']);
    allocations[index]?.push({ application, minor });
  }
  for (const discount of cart.discounts) {
    const entitled = discount.entitled ?? [...cart.lines.keys()];
    const bases = entitled.map(left);
    const minor = amountOff(discount, sumMinor(bases));
    const selection = discount.entitled === null ? 'ALL' : 'ENTITLED';
    const application = apply(discounts, discount, ['ACROSS', selection, 'LINE_ITEM']);
    for (const [position, part] of splitMinor(minor, bases).entries()) {
      const index = entitled[position];
      if (part !== 0 && index !== undefined) allocations[index]?.push({ application, minor: part });
    }
  }
  return {
    discounts,
    lines: cart.lines.map((line, index) => ({
      allocations: allocations[index] ?? [],
      taxes: taxesOn(left(index), line.taxRates, cart.taxesIncluded),
    })),
    shipping: cart.shipping && priceShipping(cart.shipping, discounts, cart.taxesIncluded),
  };
}

function priceShipping(
  shipping: NonNullable<Pricing['shipping']>,
  discounts: DiscountApplication[],
  taxesIncluded: boolean,
): Charges {
  const { discount, minor, taxRates } = shipping;
  if (discount === null) return { allocations: [], taxes: taxesOn(minor, taxRates, taxesIncluded) };
  const off = amountOff(discount, minor);
  const application = apply(discounts, discount, ['EACH', 'ALL', 'SHIPPING_LINE']);
  return {
    allocations: [{ application, minor: off }],
    taxes: taxesOn(minor - off, taxRates, taxesIncluded),
  };
}

function amountOff(discount: Reduction, base: Minor): Minor {
  const wanted =
    'minor' in discount.value
      ? discount.value.minor
      : atPercentage(base, discount.value.percentage);
  return Math.min(wanted, base);
}

type Reach = readonly [
  DiscountApplication['allocationMethod'],
  DiscountApplication['targetSelection'],
  DiscountApplication['targetType'],
];

/** Lists the application and gives its index. */
function apply(discounts: DiscountApplication[], discount: Reduction, reach: Reach): number {
  const index = discounts.length;
  const { kind, title, description, value } = discount;
  const [allocationMethod, targetSelection, targetType] = reach;
  discounts.push({
    index,
    kind,
    title,
    description,
    value,
    allocationMethod,
    targetSelection,
    targetType,
  });
  return index;
}

/** A line given away has no tax lines. Taxes that prices contain are taken out of them. */
export function taxesOn(
  base: Minor,
  rates: PricedLine['taxRates'],
  taxesIncluded: boolean,
): TaxCharge[] {
  if (base === 0 || rates.length === 0) return [];
  if (taxesIncluded) {
    const parts = splitMinor(includedTax(base, rates), rates.map(weightOf));
    return rates.map(({ title, rate }, index) => ({ title, rate, minor: parts[index] ?? 0 }));
  }
  return rates.map(({ title, rate }) => ({ title, rate, minor: atRate(base, rate) }));
}

const RATE_SCALE = 1_000_000;

function weightOf({ rate }: PricedLine['taxRates'][number]): number {
  return Math.round(Number(rate) * RATE_SCALE);
}

/** `base` less `base` / (1 + the sum of the rates), halves up. */
function includedTax(base: Minor, rates: PricedLine['taxRates']): Minor {
  const whole = BigInt(RATE_SCALE + sumMinor(rates.map(weightOf)));
  const net = (BigInt(base) * BigInt(RATE_SCALE) * 2n + whole) / (whole * 2n);
  return base - Number(net);
}
