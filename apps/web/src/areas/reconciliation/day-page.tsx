// One day: the three columns with counts and sums, what differs under its cause, and the sheet order by order.

import type { ReconciliationDay } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Download, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { When } from '../../ui/when.tsx';
import { CauseList } from './cause-list.tsx';
import { CompareButton } from './compare-button.tsx';
import { DaySheet } from './day-sheet.tsx';
import { DayTotals } from './day-totals.tsx';
import { Agreement } from './figures.tsx';
import { BOOKS_TEXT } from './text.ts';
import './reconciliation.css';

export function DayPage(): ReactNode {
  const t = useText(BOOKS_TEXT);
  const format = useFormat();
  const { day } = useParams({ from: '/reconciliation/$day' });
  const { shop } = useSearch({ from: '/reconciliation/$day' });
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['reconciliation', 'days', day, shop ?? null],
    queryFn: async () => api.reconciliationDays({ from: day, to: day, shopId: shop }),
  });
  const back = (
    <div className="row">
      <Button
        variant="ghost"
        icon={ArrowLeft}
        onClick={() => void navigate({ to: '/reconciliation' })}
      >
        {t('allDays')}
      </Button>
    </div>
  );
  return (
    <Loaded query={query} outline={<Page title={format.day(day)}>{null}</Page>}>
      {(days) => (
        <Page
          title={format.day(day)}
          beside={days.map((one) => (
            <Agreement key={`${one.shopId} ${one.currency}`} day={one} />
          ))}
          actions={
            <>
              <a className="button button--default" href={csvAddress(day, shop)} download>
                <Download size={16} aria-hidden />
                {t('csv')}
              </a>
              <CompareButton day={day} />
            </>
          }
        >
          {back}
          {days.length === 0 && <Empty icon={Scale} title={t('gone')} more={t('goneMore')} />}
          {days.map((one) => (
            <DayBody key={`${one.shopId} ${one.currency}`} day={one} />
          ))}
        </Page>
      )}
    </Loaded>
  );
}

function csvAddress(day: string, shop: string | undefined): string {
  const which = shop === undefined ? '' : `?${new URLSearchParams({ shopId: shop }).toString()}`;
  return `/api/reconciliation/days/${day}/sheet.csv${which}`;
}

function DayBody({ day }: { readonly day: ReconciliationDay }): ReactNode {
  const t = useText(BOOKS_TEXT);
  const { shops } = usePlaces();
  const shop = shops.find(({ id }) => id === day.shopId)?.name ?? day.shopId;
  return (
    <>
      <Card
        title={`${shop} · ${t('inOrders', { count: day.orders })}`}
        end={
          <span className="faint small">
            {t('comparedAt')} <When at={day.comparedAt} />
          </span>
        }
        flush
      >
        <DayTotals day={day} />
      </Card>
      <Tabs
        label={t('title')}
        tabs={[
          { id: 'causes', label: t('byCause'), body: <CauseList day={day} /> },
          { id: 'sheet', label: t('sheet'), body: <DaySheet day={day} /> },
        ]}
      />
    </>
  );
}
