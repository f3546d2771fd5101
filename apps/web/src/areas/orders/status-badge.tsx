// The status of an order in words.

import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { ORDERS_TEXT } from './text.ts';

const TONES = {
  CREATED: 'info',
  HOLD: 'warn',
  APPROVED: 'info',
  COMPLETED: 'good',
  CANCELLED: 'calm',
} as const satisfies Readonly<Record<string, Tone>>;

export function StatusBadge({ status }: { readonly status: string }): ReactNode {
  const t = useText(ORDERS_TEXT);
  return isStatus(status) ? (
    <Badge tone={TONES[status]}>{t(status)}</Badge>
  ) : (
    <Badge>{status}</Badge>
  );
}

function isStatus(status: string): status is keyof typeof TONES {
  return status in TONES;
}
