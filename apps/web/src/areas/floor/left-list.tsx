// What left today, and whether Shopify knows it.

import type { FloorView } from '@sendsale/api';
import { Truck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { When } from '../../ui/when.tsx';
import { FLOOR_TEXT } from './text.ts';

export function LeftList({ floor }: { readonly floor: FloorView }): ReactNode {
  const t = useText(FLOOR_TEXT);
  if (floor.left.length === 0) return <Empty icon={Truck} title={t('nothingLeft')} />;
  return (
    <ul className="card">
      {floor.left.map((one) => (
        <li key={one.shipmentId} className="floor__line">
          <span className="floor__what">
            <span className="strong number">{one.orderName}</span>
            <span className="soft small number">
              {[one.carrier, one.trackingNumber].filter((part) => part !== null).join(' ')}
            </span>
          </span>
          <span className="soft small">
            <When at={one.shippedAt} as="time" />
          </span>
          <Badge tone={one.shopifyTold ? 'good' : 'info'}>
            {one.shopifyTold ? t('told') : t('telling')}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
