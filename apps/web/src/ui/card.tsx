// A part of a page with its heading, and facts as pairs.

import { Fragment } from 'react';
import type { ReactNode } from 'react';

interface CardProps {
  readonly title?: ReactNode;
  readonly end?: ReactNode;
  /** The content brings its own edges: tables, maps. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Card({ title, end, flush = false, children }: CardProps): ReactNode {
  return (
    <section className="card">
      {title !== undefined && (
        <header className="card__head">
          <h2>{title}</h2>
          {end}
        </header>
      )}
      <div className={`card__body ${flush ? 'card__body--flush' : ''}`}>{children}</div>
    </section>
  );
}

/** Pairs without a value are left out. */
export function Facts({
  of,
}: {
  readonly of: ReadonlyArray<readonly [name: string, value: ReactNode]>;
}): ReactNode {
  return (
    <dl className="facts">
      {of
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
