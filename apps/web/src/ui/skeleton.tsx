// The outline of what is being loaded, so that nothing jumps when it comes.

import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { UI_TEXT } from './text.ts';

interface SkeletonProps {
  readonly lines?: number;
  readonly height?: number;
}

export function Skeleton({ lines = 6, height = 28 }: SkeletonProps): ReactNode {
  const t = useText(UI_TEXT);
  return (
    <div className="stack" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          className="skeleton"
          style={{ height, width: `${100 - (line % 3) * 12}%` }}
        />
      ))}
    </div>
  );
}
