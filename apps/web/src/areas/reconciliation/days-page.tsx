// The days: what the orders of each come to in Shopify, in the OMS and in NetSuite, and whether the three agree.

import type { ReconciliationDay } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Scale } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { CompareButton } from './compare-button.tsx';
import { Amount, Agreement } from './figures.tsx';
import { BOOKS_TEXT } from './text.ts';

const EVERY_MS = 60_000;

export function DaysPage(): ReactNode {
  const t = useText(BOOKS_TEXT);
  const navigate = useNavigate();
  const columns = useColumns();
  const query = useQuery({
    queryKey: ['reconciliation', 'days'],
    queryFn: async () => api.reconciliationDays(),
    refetchInterval: EVERY_MS,
  });
  return (
    <Page fits title={t('title')} actions={<CompareButton />}>
      <Loaded query={query}>
        {(days) =>
          days.length === 0 ? (
            <Empty icon={Scale} title={t('none')} more={t('noneMore')} />
          ) : (
            <Table
              label={t('days')}
              rows={days}
              columns={columns}
              keyOf={({ day, shopId, currency }) => `${day} ${shopId} ${currency}`}
              onOpen={({ day, shopId }) =>
                void navigate({
                  to: '/reconciliation/$day',
                  params: { day },
                  search: { shop: shopId },
                })
              }
            />
          )
        }
      </Loaded>
    </Page>
  );
}

const SIDES = ['shopify', 'oms', 'netsuite'] as const;
const SIDE_NAMES = { shopify: 'Shopify', oms: 'OMS', netsuite: 'NetSuite' } as const;

function useColumns(): readonly Column<ReconciliationDay>[] {
  const t = useText(BOOKS_TEXT);
  const format = useFormat();
  const { shops } = usePlaces();
  return useMemo(() => {
    const shopNames = new Map(shops.map(({ id, name }) => [id, name]));
    const sales = (day: ReconciliationDay) => day.totals.find(({ measure }) => measure === 'SALES');
    return [
      {
        id: 'day',
        header: t('day'),
        width: '150px',
        cell: ({ day }) => <span className="strong number">{format.day(day)}</span>,
      },
      {
        id: 'shop',
        header: t('shop'),
        width: 'minmax(0, 1fr)',
        wideOnly: true,
        cell: ({ shopId }) => <span className="soft">{shopNames.get(shopId) ?? shopId}</span>,
      },
      {
        id: 'agrees',
        header: t('agrees'),
        width: 'minmax(0, 1.6fr)',
        cell: (day) => <Agreement day={day} />,
      },
      {
        id: 'orders',
        header: t('orders'),
        width: '72px',
        align: 'end',
        wideOnly: true,
        cell: ({ orders }) => <span className="number">{format.number(orders)}</span>,
      },
      ...SIDES.map((side): Column<ReconciliationDay> => ({
        id: side,
        header: `${t('SALES')} · ${SIDE_NAMES[side]}`,
        width: 'minmax(110px, 140px)',
        align: 'end',
        wideOnly: true,
        cell: (day) => {
          const amount = sales(day)?.[side] ?? null;
          return amount !== null && <Money amount={amount} currency={day.currency} />;
        },
      })),
      {
        id: 'unexplained',
        header: t('unexplained'),
        width: '110px',
        align: 'end',
        wideOnly: true,
        cell: (day) => (
          <Amount amount={sales(day)?.unexplained ?? '0'} currency={day.currency} isFault />
        ),
      },
      {
        id: 'compared',
        header: t('comparedAt'),
        width: '120px',
        wideOnly: true,
        cell: ({ comparedAt }) => (
          <span className="faint">
            <When at={comparedAt} />
          </span>
        ),
      },
    ];
  }, [t, format, shops]);
}
