// Figures of the three books: an amount that is quiet when it is nothing, and whether a day agrees.

import type { ReconciliationDay } from '@sendsale/api';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { Money } from '../../ui/money.tsx';
import { BOOKS_TEXT } from './text.ts';

/** The three books as their columns are headed. */
export const SIDE_NAMES = ['Shopify', 'OMS', 'NetSuite'] as const;

interface AmountProps {
  /** null: this side has no such figure. */
  readonly amount: string | null;
  readonly currency: string;
  /** Anything but nothing is wrong. */
  readonly isFault?: boolean;
}

export function Amount({ amount, currency, isFault = false }: AmountProps): ReactNode {
  const t = useText(BOOKS_TEXT);
  if (amount === null) return <span className="faint">{t('noFigure')}</span>;
  if (isNothing(amount)) return <span className="faint number">–</span>;
  return (
    <span className={isFault ? 'books__fault' : ''}>
      <Money amount={amount} currency={currency} />
    </span>
  );
}

/** "0.00", "-0". */
export function isNothing(amount: string): boolean {
  return /^-?[0.]+$/.test(amount);
}

export const KIND_TONES: Readonly<Record<'DIFFERENCE' | 'VARIANCE' | 'PENDING', Tone>> = {
  DIFFERENCE: 'bad',
  VARIANCE: 'warn',
  PENDING: 'info',
};

export function Agreement({ day }: { readonly day: ReconciliationDay }): ReactNode {
  const t = useText(BOOKS_TEXT);
  const { differences, variances, pending } = day;
  if (differences + variances + pending === 0) return <Badge tone="good">{t('agrees')}</Badge>;
  return (
    <span className="row">
      {differences > 0 && <Badge tone="bad">{t('differences', { count: differences })}</Badge>}
      {variances > 0 && <Badge tone="warn">{t('variances', { count: variances })}</Badge>}
      {pending > 0 && <Badge tone="info">{t('pending', { count: pending })}</Badge>}
    </span>
  );
}
