// What happened, one thing under the other.

import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';

export interface TimelineEntry {
  readonly key: string;
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly when: ReactNode;
  readonly more?: ReactNode;
}

export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactNode {
  return (
    <ol className="timeline">
      {entries.map(({ key, tone, title, when, more }) => (
        <li key={key} className="timeline__step">
          <span className={`timeline__dot timeline__dot--${tone}`} />
          <div className="stack" style={{ gap: 2 }}>
            <div className="row row--apart row--wrap">
              <span className="strong">{title}</span>
              <span className="faint small">{when}</span>
            </div>
            {more}
          </div>
        </li>
      ))}
    </ol>
  );
}
