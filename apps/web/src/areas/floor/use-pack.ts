// Into the box, out of it, or left for somebody else: all items of an order at once.

import type { PackRequest } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { kindOf, messageOf } from '../../ui/error-screen.tsx';
import { say } from '../../ui/toasts.tsx';
import type { FloorOrder } from './steps.ts';
import { FLOOR_TEXT } from './text.ts';

export function usePack(facilityId: string, order: FloorOrder) {
  const t = useText(FLOOR_TEXT);
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: PackRequest['change']) => {
      const itemSeqs = order.items.map(({ seq }) => seq);
      return api.packItems(facilityId, { orderId: order.orderId, itemSeqs, change });
    },
    meta: { showsErrors: true },
    onError: (error) => {
      const isLost = kindOf(error) === 'NO_CONNECTION';
      say({ tone: 'bad', text: isLost ? t('pressAgain') : messageOf(error) });
    },
    onSettled: async () => client.invalidateQueries({ queryKey: ['floor'] }),
  });
}
