// What waits: some orders are chosen and become one list, so that one walks once.

import type { FloorView } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { PackageOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ItemLines, OrderHead } from './order-line.tsx';
import type { FloorOrder } from './steps.ts';
import { FLOOR_TEXT } from './text.ts';

interface PickListProps {
  readonly floor: FloorView;
  readonly orders: readonly FloorOrder[];
  readonly onListed: () => void;
}

/** As many as one can carry; more are chosen by hand. */
const AT_ONCE = 10;

export function PickList({ floor, orders, onListed }: PickListProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  const client = useQueryClient();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  // The same list however often the button is pressed, until it is there.
  const requestKey = useRef(crypto.randomUUID());
  const shown = orders.map(({ orderId }) => orderId);
  const chosen = shown.filter((id, index) => index < AT_ONCE !== left.has(id));
  const start = useMutation({
    mutationFn: async () => api.startPicklist(floor.facilityId, requestKey.current, chosen),
    onSuccess: async () => {
      requestKey.current = crypto.randomUUID();
      setLeft(new Set());
      await client.invalidateQueries({ queryKey: ['floor'] });
      onListed();
    },
  });
  if (orders.length === 0) {
    return <Empty icon={PackageOpen} title={t('nothingToPick')} more={t('nothingToPickMore')} />;
  }
  const toggle = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <div className="stack stack--wide">
      <ul className="card">
        {orders.map((order) => (
          <li key={order.orderId}>
            <label className="floor__line">
              <input
                type="checkbox"
                checked={chosen.includes(order.orderId)}
                onChange={() => toggle(order.orderId)}
              />
              <span className="floor__what">
                <OrderHead order={order} />
                <ItemLines order={order} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="floor__bar">
        <Button
          variant="primary"
          busy={start.isPending}
          disabled={chosen.length === 0}
          onClick={() => start.mutate()}
        >
          {t('pickThem', { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
}
