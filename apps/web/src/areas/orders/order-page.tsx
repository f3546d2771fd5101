// One order: where it stands and what it waits for, its items and money, where it ships from and why, every file and
// call, and what a person can do about it.

import type { OrderView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useSession } from '../../app/session.tsx';
import { useServerWords } from '../../text/server-words.ts';
import { useText } from '../../text/use-text.ts';
import { Card, Facts } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { When } from '../../ui/when.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderAllocation } from './order-allocation.tsx';
import { OrderFiles } from './order-files.tsx';
import { OrderItems } from './order-items.tsx';
import { OrderMessages } from './order-messages.tsx';
import { OrderMoney } from './order-money.tsx';
import { ORDER_TEXT } from './order-text.ts';
import { StatusBadge } from './status-badge.tsx';
import './order.css';

const OrderMap = lazy(async () => ({ default: (await import('./order-map.tsx')).OrderMap }));

export function OrderPage(): ReactNode {
  const { name } = useParams({ from: '/orders/$name' });
  const query = useQuery({
    queryKey: ['orders', 'one', name],
    queryFn: async () => api.showOrder(name),
  });
  return (
    <Loaded query={query} outline={<Page title={name}>{null}</Page>}>
      {(order) => (
        <Page
          title={order.name}
          beside={
            <>
              <StatusBadge status={order.status} />
              <span className="faint">
                {order.id} · <When at={order.orderedAt} as="dateTime" />
              </span>
            </>
          }
          actions={<OrderActions order={order} queryName={name} />}
        >
          <OrderBody order={order} queryName={name} />
        </Page>
      )}
    </Loaded>
  );
}

interface BodyProps {
  readonly order: OrderView;
  /** As the address names it; the key of the query. */
  readonly queryName: string;
}

function OrderBody({ order, queryName }: BodyProps): ReactNode {
  const t = useText(ORDER_TEXT);
  const words = useServerWords();
  const { may } = useSession();
  const files = { id: 'files', label: t('files'), body: <Travelled orderId={order.id} /> };
  return (
    <>
      {order.problems.map((problem) => (
        <div key={problem.id} className="notice notice--bad" role="alert">
          <span>
            <span className="strong">{problem.message}</span> {words.problem(problem).whatToDo}
          </span>
        </div>
      ))}
      {order.problems.length === 0 && order.waitsFor !== null && (
        <div className="notice">{t('waitsFor', { what: words.phrase(order.waitsFor) })}</div>
      )}
      <Tabs
        label={t('sections')}
        tabs={[
          {
            id: 'overview',
            label: t('overview'),
            body: <Overview order={order} queryName={queryName} />,
          },
          { id: 'why', label: t('allocation'), body: <OrderAllocation name={order.id} /> },
          { id: 'timeline', label: t('timeline'), body: <OrderTimeline order={order} /> },
          ...(may('feeds.read') ? [files] : []),
        ]}
      />
    </>
  );
}

function Travelled({ orderId }: { readonly orderId: string }): ReactNode {
  return (
    <div className="stack stack--wide">
      <OrderFiles orderId={orderId} />
      <OrderMessages orderId={orderId} />
    </div>
  );
}

function Overview({ order, queryName }: BodyProps): ReactNode {
  const t = useText(ORDER_TEXT);
  const { nameOf } = usePlaces();
  const { shipTo, sellingFacilityId, email, shopifyId, postings } = order;
  const street = [shipTo?.address1, shipTo?.address2].filter(Boolean).join(', ');
  const city = [shipTo?.city, shipTo?.region, shipTo?.zip, shipTo?.country]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="order">
      <div className="stack stack--wide">
        <OrderItems order={order} queryName={queryName} />
        <OrderMoney order={order} />
      </div>
      <div className="stack stack--wide">
        <Card title={t('delivery')} flush>
          <Suspense fallback={<div style={{ aspectRatio: '640 / 380' }} />}>
            <OrderMap order={order} />
          </Suspense>
          <div style={{ padding: 16 }}>
            <Facts
              of={[
                [t('shipTo'), [shipTo?.name, street, city].filter(Boolean).join(' · ')],
                [t('soldAt'), sellingFacilityId === null ? null : nameOf(sellingFacilityId)],
                [t('email'), email],
                [t('shopify'), shopifyId],
                ...postings.map(
                  ({ kind, externalId, netsuiteId }) =>
                    [
                      t('books'),
                      `${kind.replace('_', ' ').toLowerCase()} ${externalId} → ${netsuiteId ?? t('notYet')}`,
                    ] as const,
                ),
                ...order.shipments.map(
                  (shipment) =>
                    [
                      t('shipped'),
                      <span key={shipment.id}>
                        {nameOf(shipment.facilityId)}, <When at={shipment.shippedAt} />{' '}
                        {shipment.carrier} {shipment.trackingNumber}
                      </span>,
                    ] as const,
                ),
              ]}
            />
          </div>
        </Card>
      </div>
    </div>
  );
}

const GOOD = /fulfilled|invoiced|told|completed|approved/;
const BAD = /reject|cancel|refus|problem/;

function OrderTimeline({ order }: { readonly order: OrderView }): ReactNode {
  const { phrase } = useServerWords();
  return (
    <Timeline
      entries={order.timeline.toReversed().map(({ step, at, actor, via, detail }, index) => ({
        key: `${at} ${step} ${index}`,
        tone: BAD.test(step) ? 'bad' : GOOD.test(step) ? 'good' : 'info',
        title: phrase(step),
        when: <When at={at} as="dateTime" />,
        more: (
          <>
            <span className="soft small">
              {actor} · {via}
            </span>
            {Object.keys(detail).length > 0 && (
              <code className="faint small order__detail">{JSON.stringify(detail)}</code>
            )}
          </>
        ),
      }))}
    />
  );
}
