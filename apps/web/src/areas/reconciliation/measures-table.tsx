// Measures as rows, the three books and what lies between them as columns: of a day, and of one order.

import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { SIDE_NAMES } from './figures.tsx';
import { BOOKS_TEXT } from './text.ts';

interface MeasuresTableProps {
  /** The rows: measure, one cell a book, difference, variance, unexplained. */
  readonly children: ReactNode;
}

export function MeasuresTable({ children }: MeasuresTableProps): ReactNode {
  const t = useText(BOOKS_TEXT);
  return (
    <div className="books__scroll" tabIndex={0} role="region" aria-label={t('figures')}>
      <table className="books">
        <thead>
          <tr>
            <th scope="col">{t('measure')}</th>
            {SIDE_NAMES.map((side) => (
              <th key={side} scope="col">
                {side}
              </th>
            ))}
            <th scope="col">{t('difference')}</th>
            <th scope="col">{t('variance')}</th>
            <th scope="col">{t('unexplained')}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
