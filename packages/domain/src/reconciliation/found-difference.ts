// One disagreement as the comparison finds it, before anybody decides whether it may wait or vary.

import type { Minor } from '@sendsale/std';
import type { SentRecord } from './books.ts';
import type { DifferenceCode } from './difference-codes.ts';
import { differenceDefinition } from './difference-codes.ts';

/** PENDING: may still arrive. VARIANCE: within the limit. DIFFERENCE: somebody must look. */
export const DIFFERENCE_KINDS = ['PENDING', 'VARIANCE', 'DIFFERENCE'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** What started a comparison. */
export const RECONCILIATION_TRIGGERS = ['SCHEDULE', 'PERSON'] as const;
export type ReconciliationTrigger = (typeof RECONCILIATION_TRIGGERS)[number];

/** An amount, a count or a word of one side; null where the side says nothing of it. */
export type Said = Minor | string | null;

export interface FoundDifference {
  readonly code: DifferenceCode;
  /** The record it is about, e.g. "line M10001.00001". */
  readonly record: string;
  readonly shopify: Said;
  readonly oms: Said;
  readonly netsuite: Said;
  /** Money the sides are apart; null where numbers are no money. NaN: NetSuite's amount is unreadable. */
  readonly amount: number | null;
  readonly cause: string;
  /** It is known to be on its way, or refused: what the ledger says. */
  readonly travels: boolean;
}

type Sides = Partial<Pick<FoundDifference, 'shopify' | 'oms' | 'netsuite'>>;

export interface Difference {
  readonly code: DifferenceCode;
  readonly record: string;
  readonly sides: Sides;
  readonly amount?: number | null;
  /** The ledger row of the record that is missing or wrong. */
  readonly sent?: SentRecord | undefined;
  readonly cause?: string;
}

export function difference(facts: Difference): FoundDifference {
  const { travels = false, cause } = differenceDefinition(facts.code);
  const refused = facts.sent?.state === 'REFUSED' || facts.sent?.state === 'ACCEPTED';
  return {
    code: facts.code,
    record: facts.record,
    shopify: null,
    oms: null,
    netsuite: null,
    ...facts.sides,
    amount: facts.amount ?? null,
    cause: facts.cause ?? (travels && facts.sent !== undefined ? causeOf(facts.sent) : cause),
    travels: travels && !refused,
  };
}

export interface TwoAmounts extends Omit<Difference, 'sides' | 'amount'> {
  readonly sides: Readonly<Partial<Record<'shopify' | 'oms' | 'netsuite', number>>>;
}

/** Amounts of two sides that must be equal; nothing when they are. */
export function differing({ sides, ...facts }: TwoAmounts): FoundDifference[] {
  const amounts = Object.values(sides);
  const [first = 0] = amounts;
  if (amounts.every((amount) => amount === first)) return [];
  return [difference({ ...facts, sides, amount: (amounts.at(-1) ?? 0) - first })];
}

function causeOf(sent: SentRecord): string {
  switch (sent.state) {
    case 'WRITTEN':
      return 'Its file is written and not handed over yet.';
    case 'HANDED_OVER':
      return 'Handed over; NetSuite has not answered yet.';
    case 'REFUSED':
      return `NetSuite refused it: ${[sent.code, sent.message].filter((text) => text !== null).join(' ')}`;
    case 'ACCEPTED':
      return sent.remoteId === null
        ? 'NetSuite took it; it was deleted or changed there since.'
        : `NetSuite took it as ${sent.remoteId}; it was deleted or changed there since.`;
  }
}
