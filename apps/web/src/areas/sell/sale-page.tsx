// One sale: what to tell the customer now, what comes next, and every step until it is there.

import type { SaleDetail } from '@sendsale/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Copy, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Facts } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { TimelineEntry } from '../../ui/timeline.tsx';
import { say } from '../../ui/toasts.tsx';
import { When } from '../../ui/when.tsx';
import { SaleBadge, saleStage } from './sale-stage.tsx';
import { SELL_TEXT } from './text.ts';
import './sell.css';

export function SalePage(): ReactNode {
  const t = useText(SELL_TEXT);
  const { id } = useParams({ from: '/sales/$id' });
  const query = useQuery({ queryKey: ['sales', 'page', id], queryFn: async () => api.sale(id) });
  return (
    <Page
      narrow
      title={t('sale', { id })}
      beside={query.data && <SaleBadge sale={query.data} />}
      actions={
        <Link to="/sell" className="button button--primary">
          {t('newSale')}
        </Link>
      }
    >
      <Loaded query={query}>{(sale) => <Sale sale={sale} />}</Loaded>
    </Page>
  );
}

function Sale({ sale }: { readonly sale: SaleDetail }): ReactNode {
  const t = useText(SELL_TEXT);
  const { nameOf } = usePlaces();
  const stage = saleStage(sale);
  const { customer, city, items, total, currency } = sale;
  return (
    <>
      <Answer sale={sale} />
      <Card flush title={t('items')}>
        <ul>
          {items.map(({ title, quantity, facilityId }) => (
            <li key={`${title} ${facilityId ?? ''}`} className="sell__line">
              <span className="sell__where">
                <span className="strong">
                  {quantity > 1 && `${quantity} × `}
                  {title}
                </span>
                {facilityId !== null && (
                  <span className="soft small">{t('from', { place: nameOf(facilityId) })}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
        <div className="card__body">
          <Facts
            of={[
              [t('customer'), [customer, city].filter((part) => part !== null).join(', ')],
              [t('associate'), sale.associate],
              [
                t('total'),
                total !== null && currency !== null && <Money amount={total} currency={currency} />,
              ],
            ]}
          />
        </div>
      </Card>
      <Card title={t('soFar')}>
        <Timeline entries={useSteps(sale)} />
      </Card>
      {(stage === 'AT_TILL' || stage === 'INVOICED') && <TakeBack sale={sale} />}
    </>
  );
}

/** What the associate says, and what is to be done. */
function Answer({ sale }: { readonly sale: SaleDetail }): ReactNode {
  const t = useText(SELL_TEXT);
  const format = useFormat();
  const stage = saleStage(sale);
  const { arrivesOn, draftName, invoiceUrl, failure } = sale;
  const isOver = stage === 'CANCELLED' || stage === 'FAILED';
  return (
    <div className="card sell__promise">
      {!isOver && arrivesOn !== null && (
        <p className="sell__day">{t('withThem', { day: format.weekday(arrivesOn) })}</p>
      )}
      <p>{t(`next_${stage}`, { draft: draftName ?? '', why: failure ?? '' })}</p>
      {stage === 'INVOICED' && invoiceUrl !== null && (
        <div className="row row--wrap">
          <Button
            icon={Copy}
            onClick={() => {
              void navigator.clipboard
                .writeText(invoiceUrl)
                .then(() => say({ tone: 'good', text: t('linkCopied') }));
            }}
          >
            {t('copyLink')}
          </Button>
        </div>
      )}
    </div>
  );
}

function useSteps(sale: SaleDetail): readonly TimelineEntry[] {
  const t = useText(SELL_TEXT);
  const { nameOf } = usePlaces();
  const { order, placedAt, heldUntil, state } = sale;
  const placed: TimelineEntry = {
    key: 'placed',
    tone: 'good',
    title: t('placed'),
    when: <When at={placedAt} />,
    more: heldUntil !== null && !heldUntil.startsWith('9999') && state !== 'CANCELLED' && (
      <span className="soft">
        {t('heldUntil')} <When at={heldUntil} as="dateTime" />
      </span>
    ),
  };
  if (order === null) return [placed];
  const paid: TimelineEntry = {
    key: 'paid',
    tone: 'good',
    title: t('paidAs', { order: order.name }),
    when: '',
  };
  const open = order.items.filter(({ status }) => status !== 'COMPLETED' && status !== 'CANCELLED');
  const places = [...new Set(open.map(({ facilityId }) => facilityId))];
  return [
    placed,
    paid,
    ...order.shipments.map(({ facilityId, carrier, trackingNumber, shippedAt }) => ({
      key: `${facilityId} ${shippedAt}`,
      tone: 'good' as const,
      title: t('left', { place: nameOf(facilityId) }),
      when: <When at={shippedAt} />,
      more: (
        <span className="soft number">{[carrier, trackingNumber].filter(Boolean).join(' ')}</span>
      ),
    })),
    ...places.map((place) => ({
      key: `waits ${place ?? ''}`,
      tone: 'info' as const,
      title: place === null ? t('looksForPlace') : t('preparedAt', { place: nameOf(place) }),
      when: '',
    })),
  ];
}

function TakeBack({ sale }: { readonly sale: SaleDetail }): ReactNode {
  const t = useText(SELL_TEXT);
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const cancel = useMutation({
    mutationFn: async () => api.cancelSale(sale.id),
    onSuccess: async () => {
      say({ tone: 'good', text: t('takenBack') });
      await client.invalidateQueries({ queryKey: ['sales'] });
    },
    onSettled: () => setAsked(false),
  });
  return (
    <>
      <Button icon={Undo2} variant="danger" onClick={() => setAsked(true)}>
        {t('takeBack')}
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('takeBackTitle')}
        description={t('takeBackMore')}
        action={t('takeBack')}
        danger
        busy={cancel.isPending}
        onConfirm={() => cancel.mutate()}
      />
    </>
  );
}
