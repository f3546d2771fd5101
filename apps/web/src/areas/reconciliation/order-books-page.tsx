// One order down to its records: what Shopify, the OMS and NetSuite each have of it, read from them now.

import type { Difference, OrderBooksView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../text/use-format.ts';
import { useServerWords } from '../../text/server-words.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { Amount, KIND_TONES } from './figures.tsx';
import { MeasuresTable } from './measures-table.tsx';
import { OrderRecords } from './order-records.tsx';
import { BOOKS_TEXT } from './text.ts';
import './reconciliation.css';

export function OrderBooksPage(): ReactNode {
  const t = useText(BOOKS_TEXT);
  const { name } = useParams({ from: '/reconciliation/orders/$name' });
  const query = useQuery({
    queryKey: ['reconciliation', 'order', name],
    queryFn: async () => api.orderBooks(name),
  });
  const order = query.data;
  return (
    <Page
      title={t('booksOf', { name: order?.order ?? name })}
      beside={order !== undefined && <span className="faint">{t('readNow')}</span>}
      actions={
        <Link className="button button--default" to="/orders/$name" params={{ name }}>
          {t('openOrder')}
        </Link>
      }
    >
      <BackButton day={order?.day ?? null} shopId={order?.shopId ?? null} />
      <Loaded query={query}>
        {(books) => (
          <>
            {books.differences.length > 0 && <Differences books={books} />}
            {books.rows.length > 0 && <Figures books={books} />}
            <h2>{t('records')}</h2>
            <OrderRecords books={books} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface BackProps {
  readonly day: string | null;
  readonly shopId: string | null;
}

function BackButton({ day, shopId }: BackProps): ReactNode {
  const t = useText(BOOKS_TEXT);
  const format = useFormat();
  const navigate = useNavigate();
  const back = async (): Promise<void> =>
    day === null || shopId === null
      ? navigate({ to: '/reconciliation' })
      : navigate({ to: '/reconciliation/$day', params: { day }, search: { shop: shopId } });
  return (
    <div className="row">
      <Button variant="ghost" icon={ArrowLeft} onClick={() => void back()}>
        {day === null ? t('allDays') : format.day(day)}
      </Button>
    </div>
  );
}

function Differences({ books }: { readonly books: OrderBooksView }): ReactNode {
  const t = useText(BOOKS_TEXT);
  return (
    <Card title={t('differences', { count: books.differences.length })} flush>
      {books.differences.map((one) => (
        <OneDifference key={`${one.code} ${one.record} ${one.firstSeenAt}`} difference={one} />
      ))}
    </Card>
  );
}

function OneDifference({ difference: one }: { readonly difference: Difference }): ReactNode {
  const t = useText(BOOKS_TEXT);
  const { what, cause, whatToDo } = useServerWords().difference(one);
  const sides = [
    ['Shopify', one.shopify],
    ['OMS', one.oms],
    ['NetSuite', one.netsuite],
  ] as const;
  return (
    <div className="books__record">
      <div className="row row--wrap row--apart">
        <span className="row row--wrap">
          {one.resolvedAt === null ? (
            <Badge tone={KIND_TONES[one.kind]}>{t(one.kind)}</Badge>
          ) : (
            <Badge tone="good">{t('resolved')}</Badge>
          )}
          <span className="strong books__what">{what}</span>
          <span className="soft">{one.record}</span>
        </span>
        {one.amount !== null && one.currency !== null && (
          <Money amount={one.amount} currency={one.currency} />
        )}
      </div>
      <p className="soft">
        {sides.flatMap(([side, said]) => (said === null ? [] : [`${side}: ${said}`])).join(' · ')}
      </p>
      {one.resolvedAt === null ? (
        <p>
          {cause} <span className="soft">{whatToDo}</span>
        </p>
      ) : (
        <p className="faint small">
          <When at={one.firstSeenAt} as="dateTime" /> – <When at={one.resolvedAt} as="dateTime" />
        </p>
      )}
    </div>
  );
}

function Figures({ books: { rows, currency } }: { readonly books: OrderBooksView }): ReactNode {
  const t = useText(BOOKS_TEXT);
  const columns = ['shopify', 'oms', 'netsuite', 'difference', 'variance'] as const;
  return (
    <Card title={t('figures')} flush>
      <MeasuresTable>
        {rows.map((row) => (
          <tr key={row.measure}>
            <th scope="row" className="strong">
              {t(row.measure)}
            </th>
            {columns.map((column) => (
              <td key={column}>
                <Amount amount={row[column]} currency={currency} />
              </td>
            ))}
            <td>
              <Amount amount={row.unexplained} currency={currency} isFault />
            </td>
          </tr>
        ))}
      </MeasuresTable>
    </Card>
  );
}
