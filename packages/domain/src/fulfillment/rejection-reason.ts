// Why a facility refuses to ship an item, and what each reason says about its stock. MISMATCH: what lies
// there is another article than the label says. NO_VARIANCE: the stock is right, the store just cannot ship.

export const REJECTION_REASONS = [
  'NOT_IN_STOCK',
  'NOT_IN_STOCK_AT_ALL',
  'DAMAGED',
  'WORN_DISPLAY',
  'MISMATCH',
  'NO_VARIANCE',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** REJECTED_QUANTITY: that many units are not there. ALL: none is there. NONE: the stock is right. */
export type VariancePolicy = 'REJECTED_QUANTITY' | 'ALL' | 'NONE';

const POLICIES: Readonly<Record<RejectionReason, VariancePolicy>> = {
  NOT_IN_STOCK: 'REJECTED_QUANTITY',
  NOT_IN_STOCK_AT_ALL: 'ALL',
  DAMAGED: 'REJECTED_QUANTITY',
  WORN_DISPLAY: 'REJECTED_QUANTITY',
  MISMATCH: 'REJECTED_QUANTITY',
  NO_VARIANCE: 'NONE',
};

/** What the reason says of the stock. */
export function variancePolicyOf(reason: RejectionReason): VariancePolicy {
  return POLICIES[reason];
}

/**
 * How the stock on hand changes when `quantity` units are rejected: 0 or negative, and never below
 * an empty shelf.
 */
export function varianceOf(reason: RejectionReason, quantity: number, onHand: number): number {
  switch (POLICIES[reason]) {
    case 'NONE':
      return 0;
    case 'ALL':
      return onHand > 0 ? -onHand : 0;
    case 'REJECTED_QUANTITY': {
      const missing = Math.min(quantity, onHand);
      return missing > 0 ? -missing : 0;
    }
  }
}

export function isRejectionReason(text: string): text is RejectionReason {
  return (REJECTION_REASONS as readonly string[]).includes(text);
}
