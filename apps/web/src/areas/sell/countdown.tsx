// How long a hold lasts: counted down, and said aloud only when it is short or over.

import { Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { SELL_TEXT } from './text.ts';

const SECOND_MS = 1000;
const SHORT_S = 120;

export function Countdown({ until }: { readonly until: string }): ReactNode {
  const t = useText(SELL_TEXT);
  const left = useSecondsLeft(until);
  if (left <= 0) return <Badge tone="bad">{t('holdOver')}</Badge>;
  const minutes = Math.floor(left / 60);
  const seconds = String(left % 60).padStart(2, '0');
  return (
    <Badge tone={left <= SHORT_S ? 'warn' : 'good'} plain>
      <Hourglass size={12} aria-hidden />
      <span className="number" role="timer" aria-label={t('held')}>
        {minutes}:{seconds}
      </span>
    </Badge>
  );
}

export function useSecondsLeft(until: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(until) - now) / SECOND_MS));
}
