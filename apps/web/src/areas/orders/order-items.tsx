// What was bought, ship group by ship group, where each unit is, and saying that a facility has not got one.

import type { OrderView } from '@sendsale/api';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { usePlaces } from '../../api/places.ts';
import { useSession } from '../../app/session.tsx';
import { useServerWords } from '../../text/server-words.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { ORDER_TEXT } from './order-text.ts';
import { RejectDialog } from './reject-dialog.tsx';
import { StatusBadge } from './status-badge.tsx';

type Item = OrderView['items'][number];
type Group = OrderView['shipGroups'][number];

interface ItemsProps {
  readonly order: OrderView;
  /** As the address names it; the key of the query. */
  readonly queryName: string;
}

export function OrderItems({ order, queryName }: ItemsProps): ReactNode {
  const t = useText(ORDER_TEXT);
  const { may } = useSession();
  const [rejected, setRejected] = useState<Item | null>(null);
  const onReject =
    may('orders.change') && may('fulfillment.work') ? (item: Item) => setRejected(item) : null;
  return (
    <Card title={t('items')} flush>
      {order.shipGroups.map((group) => (
        <section key={group.seq} className="order__group" aria-label={headingOf(group, t)}>
          <h3 className="order__heading">
            {headingOf(group, t)} <span className="faint">{group.shippingTitle}</span>
          </h3>
          {order.items
            .filter(({ shipGroupSeq }) => shipGroupSeq === group.seq)
            .map((item) => (
              <OneItem key={item.seq} item={item} currency={order.currency} onReject={onReject} />
            ))}
        </section>
      ))}
      {rejected !== null && (
        <RejectDialog
          order={order}
          item={rejected}
          queryName={queryName}
          onClose={() => setRejected(null)}
        />
      )}
    </Card>
  );
}

const DELIVERIES = ['SHIP', 'PICKUP', 'LOCAL', 'CARRY_OUT', 'NONE'] as const;

function headingOf({ delivery }: Group, t: (key: (typeof DELIVERIES)[number]) => string): string {
  const known = DELIVERIES.find((one) => one === delivery);
  return known === undefined ? delivery : t(known);
}

interface ItemProps {
  readonly item: Item;
  readonly currency: string;
  readonly onReject: ((item: Item) => void) | null;
}

function OneItem({ item, currency, onReject }: ItemProps): ReactNode {
  const t = useText(ORDER_TEXT);
  const { phrase } = useServerWords();
  const { nameOf } = usePlaces();
  const isAllocated = item.status === 'APPROVED' && item.facilityId !== null;
  return (
    <div className="order__item">
      <span className="strong">
        {item.quantity > 1 && `${item.quantity} × `}
        {item.title}
      </span>
      <Money amount={item.unitPrice} currency={currency} />
      <span className="row row--wrap small">
        <span className="faint">{item.sku}</span>
        {item.facilityId !== null && <span className="soft">{nameOf(item.facilityId)}</span>}
        {item.queue !== null && (
          <Badge tone={item.queue === 'BROKERING' ? 'info' : 'bad'}>
            {phrase(item.queue.replaceAll('_', ' ').toLowerCase())}
          </Badge>
        )}
      </span>
      <span className="row">
        {isAllocated && onReject !== null && (
          <Button variant="ghost" onClick={() => onReject(item)}>
            {t('reject')}
          </Button>
        )}
        <StatusBadge status={item.status} />
      </span>
    </div>
  );
}
