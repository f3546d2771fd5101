// The sales one has made, the newest first, and how far each has come.

import type { SaleDetail } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PackageCheck } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { Check } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { SaleBadge } from './sale-stage.tsx';
import { SELL_TEXT } from './text.ts';
import './sell.css';

export function SalesPage(): ReactNode {
  const t = useText(SELL_TEXT);
  const [mine, setMine] = useState(true);
  const query = useQuery({
    queryKey: ['sales', { mine }],
    queryFn: async () => api.sales({ mine }),
  });
  return (
    <Page
      narrow
      title={t('mySales')}
      actions={
        <Check
          label={t('wholeStore')}
          checked={!mine}
          onChange={(event) => setMine(!event.target.checked)}
        />
      }
    >
      <Loaded query={query}>
        {(sales) =>
          sales.length === 0 ? (
            <Empty
              icon={PackageCheck}
              title={t('noSales')}
              more={t('noSalesMore')}
              action={
                <Link to="/sell" className="button button--primary">
                  {t('findSomething')}
                </Link>
              }
            />
          ) : (
            <ul className="card lines">
              {sales.map((sale) => (
                <li key={sale.id}>
                  <SaleLine sale={sale} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function SaleLine({ sale }: { readonly sale: SaleDetail }): ReactNode {
  const t = useText(SELL_TEXT);
  const format = useFormat();
  const { id, customer, items, arrivesOn, state, total, currency } = sale;
  const shown = items.map(({ title, quantity }) =>
    quantity > 1 ? `${quantity} × ${title}` : title,
  );
  const isOpen = arrivesOn !== null && state !== 'CANCELLED';
  return (
    <Link to="/sales/$id" params={{ id }} className="lines__line sell__style">
      <span className="sell__where">
        <span className="strong">{customer ?? t('someone')}</span>
        <span className="soft small">{shown.join(' · ')}</span>
        <span className="soft small">
          <When at={sale.placedAt} />
          {isOpen && ` · ${t('arrives', { day: format.weekday(arrivesOn) })}`}
        </span>
      </span>
      <span className="stack sell__end">
        <SaleBadge sale={sale} />
        {total !== null && currency !== null && <Money amount={total} currency={currency} />}
      </span>
    </Link>
  );
}
