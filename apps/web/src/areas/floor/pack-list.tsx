// Picked: into the box with the slip.

import type { FloorView } from '@sendsale/api';
import { FileText, Package } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { DocumentLink } from './document-link.tsx';
import { ItemLines, OrderHead } from './order-line.tsx';
import type { FloorOrder } from './steps.ts';
import { FLOOR_TEXT } from './text.ts';
import { usePack } from './use-pack.ts';

interface PackListProps {
  readonly floor: FloorView;
  readonly orders: readonly FloorOrder[];
}

export function PackList({ floor, orders }: PackListProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  if (orders.length === 0) {
    return <Empty icon={Package} title={t('nothingToPack')} more={t('nothingToPackMore')} />;
  }
  return (
    <ul className="stack">
      {orders.map((order) => (
        <li key={order.orderId}>
          <PackCard facilityId={floor.facilityId} order={order} />
        </li>
      ))}
    </ul>
  );
}

interface PackCardProps {
  readonly facilityId: string;
  readonly order: FloorOrder;
}

function PackCard({ facilityId, order }: PackCardProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  const pack = usePack(facilityId, order);
  return (
    <section className="card floor__card" aria-label={order.name}>
      <OrderHead order={order} />
      <ItemLines order={order} />
      <div className="row row--wrap floor__acts">
        <DocumentLink
          facilityId={facilityId}
          kind="packing-slip"
          of={order.orderId}
          icon={FileText}
        >
          {t('slip')}
        </DocumentLink>
        <Button busy={pack.isPending} onClick={() => pack.mutate('leave')}>
          {t('leave')}
        </Button>
        <Button variant="primary" busy={pack.isPending} onClick={() => pack.mutate('pack')}>
          {t('packed')}
        </Button>
      </div>
    </section>
  );
}
