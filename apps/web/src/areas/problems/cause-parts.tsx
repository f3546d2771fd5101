// How much hangs on a cause, as a word and as money.

import type { CauseView } from '@sendsale/api';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { Money } from '../../ui/money.tsx';
import { PROBLEMS_TEXT } from './text.ts';

const TONES: Readonly<Record<CauseView['severity'], Tone>> = {
  HIGH: 'bad',
  MEDIUM: 'warn',
  LOW: 'calm',
};

export function Weight({ of }: { readonly of: Pick<CauseView, 'severity'> }): ReactNode {
  const t = useText(PROBLEMS_TEXT);
  return <Badge tone={TONES[of.severity]}>{t(of.severity)}</Badge>;
}

export function Stake({ money }: { readonly money: CauseView['money'] }): ReactNode {
  return money.map(({ amount, currency }) => (
    <span key={currency}>
      <Money amount={amount} currency={currency} />{' '}
    </span>
  ));
}
