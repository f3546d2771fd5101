// The measures of a day, each with what the three books have: the sum, and of how many orders.

import type { MeasureTotal, ReconciliationDay } from '@sendsale/api';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Amount } from './figures.tsx';
import { MeasuresTable } from './measures-table.tsx';
import { BOOKS_TEXT } from './text.ts';

const SIDES = ['shopify', 'oms', 'netsuite'] as const;

export function DayTotals({ day }: { readonly day: ReconciliationDay }): ReactNode {
  const t = useText(BOOKS_TEXT);
  return (
    <MeasuresTable>
      {day.totals.map((total) => (
        <tr key={total.measure}>
          <th scope="row">
            <span className="strong">{t(total.measure)}</span>
            <span className="books__more">{t(`${total.measure}More`)}</span>
          </th>
          {SIDES.map((side) => (
            <Side key={side} total={total} side={side} currency={day.currency} />
          ))}
          <td>
            <Amount amount={total.difference} currency={day.currency} />
          </td>
          <td>
            <Amount amount={total.variance} currency={day.currency} />
          </td>
          <td>
            <Amount amount={total.unexplained} currency={day.currency} isFault />
          </td>
        </tr>
      ))}
    </MeasuresTable>
  );
}

interface SideProps {
  readonly total: MeasureTotal;
  readonly side: (typeof SIDES)[number];
  readonly currency: string;
}

function Side({ total, side, currency }: SideProps): ReactNode {
  const t = useText(BOOKS_TEXT);
  const amount = total[side];
  return (
    <td>
      <Amount amount={amount} currency={currency} />
      {amount !== null && (
        <span className="books__more">{t('inOrders', { count: total.orders[side] })}</span>
      )}
    </td>
  );
}
