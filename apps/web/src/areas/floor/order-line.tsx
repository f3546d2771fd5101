// An order of the floor in short: its number, whose it is, how it ships, and what is in it.

import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { When, useNow } from '../../ui/when.tsx';
import type { FloorOrder } from './steps.ts';
import { FLOOR_TEXT } from './text.ts';

export function OrderHead({ order }: { readonly order: FloorOrder }): ReactNode {
  const t = useText(FLOOR_TEXT);
  const now = useNow();
  const { name, customer, city, shippingMethod, shipBy, orderedAt } = order;
  const isLate = shipBy !== null && Date.parse(shipBy) < now;
  return (
    <span className="floor__what">
      <span className="row row--wrap">
        <span className="strong number">{name}</span>
        {shippingMethod !== null && <Badge plain>{shippingMethod}</Badge>}
        {isLate && <Badge tone="bad">{t('late')}</Badge>}
      </span>
      <span className="soft small">
        {[customer, city].filter((part) => part !== null).join(', ')} · <When at={orderedAt} />
      </span>
    </span>
  );
}

export function ItemLines({ order }: { readonly order: FloorOrder }): ReactNode {
  return (
    <ul className="floor__items">
      {order.items.map((item) => (
        <li key={item.seq}>
          {item.title} <span className="faint small">{item.sku}</span>
        </li>
      ))}
    </ul>
  );
}
