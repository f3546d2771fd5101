// Lays the days side by side again, and says what could not be read.

import type { ReconcileRequest } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toasts.tsx';
import { BOOKS_TEXT } from './text.ts';

const UNREADABLE = /_UNREADABLE$/;

/** Left out, the last two days of each shop. */
export function CompareButton({ day }: { readonly day?: string }): ReactNode {
  const t = useText(BOOKS_TEXT);
  const client = useQueryClient();
  const compare = useMutation({
    mutationFn: async () => {
      const days: ReconcileRequest = day === undefined ? {} : { from: day, to: day };
      return api.reconcile(days);
    },
    onSuccess: async ({ orders, differences }) => {
      const unread = differences.find(({ code }) => UNREADABLE.test(code));
      if (unread === undefined) say({ tone: 'good', text: t('compared', { count: orders }) });
      else say({ tone: 'bad', text: t('unread', { side: unread.record, why: unread.cause }) });
      await client.invalidateQueries({ queryKey: ['reconciliation'] });
    },
  });
  return (
    <Button icon={RefreshCw} busy={compare.isPending} onClick={() => compare.mutate()}>
      {t('compare')}
    </Button>
  );
}
