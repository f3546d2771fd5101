// The list of orders: searched, filtered, kept as views; pages come as one scrolls.

import type { OrderListRow } from '@sendsale/api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PackageSearch } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useServerWords } from '../../text/server-words.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorScreen } from '../../ui/error-screen.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { UI_TEXT } from '../../ui/text.ts';
import { When } from '../../ui/when.tsx';
import { queryOf } from './order-search.ts';
import { OrderViews } from './order-views.tsx';
import { StatusBadge } from './status-badge.tsx';
import { ORDERS_TEXT } from './text.ts';

// The rows do not wait for what narrows them.
const OrderFilters = lazy(async () => ({
  default: (await import('./order-filters.tsx')).OrderFilters,
}));

const PAGE_ROWS = 100;

export function OrdersPage(): ReactNode {
  const t = useText(ORDERS_TEXT);
  const ui = useText(UI_TEXT);
  const navigate = useNavigate();
  const search = useSearch({ from: '/orders' });
  const query = useInfiniteQuery({
    queryKey: ['orders', 'list', search],
    queryFn: async ({ pageParam }) =>
      api.orderList({
        ...queryOf(search),
        limit: PAGE_ROWS,
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const orders = useMemo(
    () => query.data?.pages.flatMap((page) => page.orders) ?? [],
    [query.data],
  );
  const columns = useColumns();
  return (
    <Page fits title={t('orders')}>
      <OrderViews search={search} />
      <Suspense fallback={<div style={{ minHeight: 'var(--control)' }} />}>
        <OrderFilters search={search} />
      </Suspense>
      {query.isError && orders.length === 0 && (
        <ErrorScreen error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <Skeleton lines={10} />}
      {query.isSuccess && orders.length === 0 && (
        <Empty icon={PackageSearch} title={t('noOrders')} more={t('noOrdersMore')} />
      )}
      {orders.length > 0 && (
        <Table
          label={t('orders')}
          rows={orders}
          columns={columns}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: '/orders/$name', params: { name: id } })}
          onEnd={onEnd}
          isLoadingMore={isFetchingNextPage}
          {...(hasNextPage ? {} : { foot: ui('allShown', { count: orders.length }) })}
        />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<OrderListRow>[] {
  const t = useText(ORDERS_TEXT);
  const { phrase } = useServerWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('order'),
        width: '92px',
        cell: ({ name }) => <span className="strong number">{name}</span>,
      },
      {
        id: 'date',
        header: t('date'),
        width: '128px',
        wideOnly: true,
        cell: ({ orderedAt }) => (
          <span className="soft">
            <When at={orderedAt} />
          </span>
        ),
      },
      {
        id: 'customer',
        header: t('customer'),
        width: 'minmax(0, 1.3fr)',
        wideOnly: true,
        cell: ({ customer, city, region }) => (
          <>
            {customer}{' '}
            <span className="faint">
              {[city, region].filter((part) => part !== null).join(', ')}
            </span>
          </>
        ),
      },
      {
        id: 'status',
        header: t('status'),
        width: '132px',
        cell: ({ status }) => <StatusBadge status={status} />,
      },
      {
        id: 'waits',
        header: t('waits'),
        width: 'minmax(0, 1.6fr)',
        wideOnly: true,
        cell: ({ waitsFor, openProblems }) =>
          openProblems > 0 ? (
            <>
              <Badge tone="bad">{t('problem', { count: openProblems })}</Badge>{' '}
              <span className="soft">{waitsFor}</span>
            </>
          ) : (
            <span className="soft">{waitsFor !== null && phrase(waitsFor)}</span>
          ),
      },
      {
        id: 'total',
        header: t('total'),
        width: 'minmax(90px, 110px)',
        align: 'end',
        cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
      },
    ],
    [t, phrase],
  );
}
