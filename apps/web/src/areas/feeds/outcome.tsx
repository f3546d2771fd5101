// What became of rows and files, as words with their colours.

import type { FeedFileView, LedgerRowView, Outcomes } from '@sendsale/api';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { FEEDS_TEXT } from './text.ts';

type State = LedgerRowView['state'] | FeedFileView['state'];

const TONES: Readonly<Record<State, Tone>> = {
  DUE: 'calm',
  WRITTEN: 'calm',
  HANDED_OVER: 'info',
  OVERDUE: 'warn',
  ACCEPTED: 'good',
  REFUSED: 'bad',
  RECEIVED: 'info',
  READ: 'good',
  QUARANTINED: 'bad',
};

const ORDER: readonly LedgerRowView['state'][] = [
  'REFUSED',
  'OVERDUE',
  'DUE',
  'WRITTEN',
  'HANDED_OVER',
  'ACCEPTED',
];

export function StateBadge({ state }: { readonly state: State }): ReactNode {
  const t = useText(FEEDS_TEXT);
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}

/** How many rows stand where, the ones that need somebody first. */
export function OutcomeBadges({ outcomes }: { readonly outcomes: Outcomes }): ReactNode {
  const t = useText(FEEDS_TEXT);
  return (
    <span className="row">
      {ORDER.filter((state) => (outcomes[state] ?? 0) > 0).map((state) => (
        <Badge key={state} tone={TONES[state]}>
          {outcomes[state]} {t(state)}
        </Badge>
      ))}
    </span>
  );
}
