// A state as a word with a colour; the colour never says anything alone.

import type { ReactNode } from 'react';

export type Tone = 'calm' | 'good' | 'warn' | 'bad' | 'info';

interface BadgeProps {
  readonly tone?: Tone;
  readonly plain?: boolean;
  readonly children: ReactNode;
}

export function Badge({ tone = 'calm', plain = false, children }: BadgeProps): ReactNode {
  return <span className={`badge badge--${tone} ${plain ? 'badge--plain' : ''}`}>{children}</span>;
}
