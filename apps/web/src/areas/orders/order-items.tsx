// What was bought, unit by unit, and where each is.

import type { OrderView } from '@sendsale/api';
import type { ReactNode } from 'react';
import { usePlaces } from '../../api/places.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { ORDER_TEXT } from './order-text.ts';
import { StatusBadge } from './status-badge.tsx';

export function OrderItems({ order }: { readonly order: OrderView }): ReactNode {
  const t = useText(ORDER_TEXT);
  const { nameOf } = usePlaces();
  return (
    <Card title={t('items')} flush>
      {order.items.map((item) => (
        <div key={item.seq} className="order__item">
          <span className="strong">
            {item.quantity > 1 && `${item.quantity} × `}
            {item.title}
          </span>
          <Money amount={item.unitPrice} currency={order.currency} />
          <span className="row row--wrap small">
            <span className="faint">{item.sku}</span>
            {item.facilityId !== null && <span className="soft">{nameOf(item.facilityId)}</span>}
            {item.queue !== null && (
              <Badge tone={item.queue === 'BROKERING' ? 'info' : 'bad'}>
                {item.queue.replaceAll('_', ' ').toLowerCase()}
              </Badge>
            )}
          </span>
          <StatusBadge status={item.status} />
        </div>
      ))}
    </Card>
  );
}
