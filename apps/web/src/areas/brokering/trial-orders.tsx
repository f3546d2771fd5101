// Order by order: who would ship what, instead of whom, and why.

import type { TriedOrder, TrialView } from '@sendsale/api';
import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePlaces } from '../../api/places.ts';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { BROKERING_TEXT } from './text.ts';

type Item = TriedOrder['items'][number];
type Fate = Item['current'];

export function TrialOrders({ trial }: { readonly trial: TrialView }): ReactNode {
  const t = useText(BROKERING_TEXT);
  return (
    <Card
      title={t('whoShips')}
      end={
        trial.orders.length < trial.candidate.orders && (
          <span className="faint small">
            {t('shownOf', { count: trial.orders.length, all: trial.candidate.orders })}
          </span>
        )
      }
      flush
    >
      {trial.orders.map((order) => (
        <OneOrder key={order.orderId} order={order} />
      ))}
    </Card>
  );
}

function OneOrder({ order }: { readonly order: TriedOrder }): ReactNode {
  const t = useText(BROKERING_TEXT);
  return (
    <div className="trial__order">
      <div className="row">
        <Link to="/orders/$name" params={{ name: order.orderId }} className="strong">
          {order.name}
        </Link>
        {order.isChanged && <Badge tone="info">{t('differently')}</Badge>}
      </div>
      {order.items.map((item) => (
        <OneItem key={item.seq} item={item} />
      ))}
    </div>
  );
}

function OneItem({ item }: { readonly item: Item }): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { current, candidate } = item;
  const isSame = current.facilityId === candidate.facilityId;
  return (
    <div>
      <div className="row row--wrap">
        <span>
          {item.quantity > 1 && `${item.quantity} × `}
          {item.title} <span className="faint">{item.sku}</span>
        </span>
        {!isSame && (
          <>
            <span className="soft">
              <Place fate={current} />
            </span>
            <ArrowRight size={14} aria-label={t('becomes')} />
          </>
        )}
        <Place fate={candidate} />
      </div>
      {candidate.words.length > 0 && (
        <details>
          <summary className="soft small">{t('why')}</summary>
          <ul className="trial__why words">
            {candidate.words.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Place({ fate: { facilityId, miles, rule } }: { readonly fate: Fate }): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { nameOf } = usePlaces();
  const { number } = useFormat();
  if (facilityId === null) return <Badge tone="bad">{t('nobody')}</Badge>;
  return (
    <span title={rule ?? undefined}>
      <span className="strong">{nameOf(facilityId)}</span>
      {miles !== null && <span className="faint"> {t('miles', { count: number(miles) })}</span>}
    </span>
  );
}
