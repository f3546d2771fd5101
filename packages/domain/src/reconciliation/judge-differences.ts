// What a difference means today: still on its way, a variance the retailer accepts, or something to look at.

import { differenceDefinition } from './difference-codes.ts';
import type { DifferenceKind, FoundDifference } from './found-difference.ts';

export interface JudgingRules {
  /** What NetSuite may be off by in one order through rounding and tax of its own; 0 accepts nothing. */
  readonly varianceLimit: number;
  /** How long after the order's last change a record may be on its way. */
  readonly graceMs: number;
}

export interface JudgedDifference extends FoundDifference {
  readonly kind: DifferenceKind;
}

const MINUTE_MS = 60_000;

/** What holds where the retailer has set nothing: not a cent, and an hour. */
export const DEFAULT_JUDGING: JudgingRules = { varianceLimit: 0, graceMs: 60 * MINUTE_MS };

/**
 * @param changedAt when anything last happened to the order, null for one that only Shopify knows
 * (`orderedAt` then)
 */
export function judgeDifferences(
  found: readonly FoundDifference[],
  rules: JudgingRules,
  when: { readonly at: Date; readonly changedAt: Date },
): JudgedDifference[] {
  const isYoung = when.at.getTime() - when.changedAt.getTime() <= rules.graceMs;
  // A line that is a cent off makes its sale a cent off: the sale says how much it is altogether.
  const isWithin = (one: FoundDifference): boolean =>
    one.amount !== null && Math.abs(one.amount) <= rules.varianceLimit;
  const varying = found.filter((one) => differenceDefinition(one.code).mayVary === true);
  const allWithin = varying.every(isWithin);
  return found.map((one) => {
    const { mayVary = false } = differenceDefinition(one.code);
    if (mayVary && allWithin) return { ...one, kind: 'VARIANCE' };
    if (one.travels && isYoung) return { ...one, kind: 'PENDING' };
    return { ...one, kind: 'DIFFERENCE' };
  });
}

/** The order is held: NetSuite's arithmetic is off by more than the retailer accepts. */
export function isBeyondLimit(judged: readonly JudgedDifference[]): boolean {
  return judged.some(
    ({ code, kind }) => kind === 'DIFFERENCE' && differenceDefinition(code).mayVary === true,
  );
}
