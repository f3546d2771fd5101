// A cart that was read against the shop: what it says, with everything it names looked up.
import type { Minor } from '@sendsale/std';
import type { TaxRegion } from '../seed.ts';
import type { DeliveryMethodType, Gid, LineItem } from '../state/model.ts';
import type { Cart, CartLine } from './cart.ts';
import type { Pricing, Reduction } from './price-cart.ts';

/** Why a cart is refused: where in it, and what is wrong. */
export interface CartProblem {
  readonly path: string;
  readonly message: string;
}

export interface ReadLine {
  readonly item: Omit<
    LineItem,
    'id' | 'allocations' | 'taxes' | 'taxRates' | 'duties' | 'group' | 'removed'
  >;
  readonly line: CartLine;
  readonly methodType: DeliveryMethodType;
  readonly discount: Reduction | null;
}

export interface CartReading {
  readonly cart: Cart;
  readonly isPos: boolean;
  readonly store: Gid | null;
  readonly staffId: Gid | null;
  readonly email: string | null;
  readonly isTaxExempt: boolean;
  readonly taxesIncluded: boolean;
  readonly lines: readonly ReadLine[];
  readonly discounts: Pricing['discounts'];
  readonly shipping: {
    readonly title: string;
    readonly code: string;
    readonly custom: boolean;
    readonly minor: Minor;
    readonly discount: Reduction | null;
  } | null;
  readonly tipMinor: Minor;
  /** The taxes where goods are handed over in the store, and where they are shipped to. */
  readonly taxes: { readonly store: TaxRegion | null; readonly destination: TaxRegion | null };
  /** The customer's id; makes the record of one that is new. */
  readonly customerId: () => Gid | null;
}

export const METHODS: Record<NonNullable<CartLine['delivery']>, DeliveryMethodType> = {
  CARRY_OUT: 'RETAIL',
  SHIP: 'SHIPPING',
  PICK_UP: 'PICK_UP',
  LOCAL: 'LOCAL',
  NONE: 'NONE',
};

/** Whether the goods travel to the address of the order. */
export function isShipped(methodType: DeliveryMethodType): boolean {
  return methodType === 'SHIPPING' || methodType === 'LOCAL';
}
