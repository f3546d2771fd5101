// A page: its title, what one can do there, its content.

import { useEffect } from 'react';
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** Beside the title: a badge, a count. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  /** The content scrolls inside, and the page does not: long tables. */
  readonly fits?: boolean;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, beside, actions, fits, narrow, children }: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${title} · Sendsale`;
  }, [title]);
  const kind = `${fits === true ? 'page--fits' : ''} ${narrow === true ? 'page--narrow' : ''}`;
  return (
    <div className={`page ${kind}`}>
      <header className="page__head">
        <div className="page__title row row--wrap">
          <h1>{title}</h1>
          {beside}
        </div>
        {actions !== undefined && <div className="page__actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
