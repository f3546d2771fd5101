// Picked here and then cancelled or given away: it has to go back to its shelf, and somebody says that it has.

import type { FloorView } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FLOOR_TEXT } from './text.ts';

export function Withdrawn({ floor }: { readonly floor: FloorView }): ReactNode {
  const t = useText(FLOOR_TEXT);
  const client = useQueryClient();
  const putBack = useMutation({
    mutationFn: async ({ orderId, seq }: FloorView['withdrawn'][number]) =>
      api.packItems(floor.facilityId, { orderId, itemSeqs: [seq], change: 'leave' }),
    onSettled: async () => client.invalidateQueries({ queryKey: ['floor'] }),
  });
  if (floor.withdrawn.length === 0) return null;
  return (
    <ul className="stack">
      {floor.withdrawn.map((one) => (
        <li key={`${one.orderId} ${one.seq}`} className="notice notice--warn">
          <Undo2 size={16} aria-hidden />
          <span>{t('withdrawn', { title: one.title, order: one.orderName })}</span>
          <span className="notice__end">
            <Button busy={putBack.isPending} onClick={() => putBack.mutate(one)}>
              {t('isBack')}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
