// An instant: how long ago, with the exact time of the store when one rests on it.

import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useFormat } from '../text/use-format.ts';

const EVERY_MS = 30_000;

interface WhenProps {
  readonly at: string;
  /** `age` is the short form: "3m". */
  readonly as?: 'ago' | 'age' | 'dateTime' | 'date' | 'time';
}

export function When({ at, as = 'ago' }: WhenProps): ReactNode {
  const format = useFormat();
  const now = useNow();
  const text = as === 'ago' || as === 'age' ? format[as](at, now) : format[as](at);
  return (
    <time dateTime={at} title={format.dateTime(at)} className="number">
      {text}
    </time>
  );
}

/** The present, told again twice a minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
