// What a person can do about an order. Each asks once more, with a reason where the record should keep one. When somebody
// else changed the order meanwhile, the page shows what is there now.

import { ApiError } from '@sendsale/api';
import type { OrderView } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban, Check, Pause, Play, Waypoints } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { ConflictDialog } from '../../ui/conflict-dialog.tsx';
import { say } from '../../ui/toasts.tsx';
import { ORDER_TEXT } from './order-text.ts';

type Action = 'approve' | 'broker' | AskedAction;
/** Those that ask for a reason first. */
type AskedAction = 'hold' | 'release' | 'cancel';

interface ActionsProps {
  readonly order: OrderView;
  /** As the address names it; the key of the query. */
  readonly queryName: string;
}

const CALLS: Readonly<Record<Action, (id: string, reason: string) => Promise<OrderView>>> = {
  approve: api.approveOrder,
  broker: api.brokerOrder,
  hold: api.holdOrder,
  release: api.releaseOrder,
  cancel: api.cancelOrder,
};

export function OrderActions({ order, queryName }: ActionsProps): ReactNode {
  const t = useText(ORDER_TEXT);
  const { may } = useSession();
  const client = useQueryClient();
  const key = ['orders', 'one', queryName];
  const [asked, setAsked] = useState<AskedAction | null>(null);
  const act = useAct({ order, key, settled: () => setAsked(null) });
  if (!may('orders.change')) return null;
  const { name } = order;
  return (
    <>
      <ActionButtons
        order={order}
        busy={act.isPending}
        onAsk={setAsked}
        onAct={(action) => act.mutate({ action, reason: '' })}
      />
      {asked !== null && (
        <ConfirmDialog
          open
          onClose={() => setAsked(null)}
          title={t(`${asked}Title`, { name })}
          description={t(`${asked}More`)}
          action={t(asked)}
          danger={asked === 'cancel'}
          busy={act.isPending}
          reasonLabel={t('reason')}
          onConfirm={(reason) => act.mutate({ action: asked, reason })}
        />
      )}
      <ConflictDialog
        error={act.error}
        onClose={() => act.reset()}
        onReload={() => {
          act.reset();
          void client.invalidateQueries({ queryKey: key });
        }}
      />
    </>
  );
}

interface ButtonsProps {
  readonly order: OrderView;
  readonly busy: boolean;
  readonly onAsk: (action: AskedAction) => void;
  readonly onAct: (action: 'approve' | 'broker') => void;
}

function ActionButtons({ order, busy, onAsk, onAct }: ButtonsProps): ReactNode {
  const t = useText(ORDER_TEXT);
  const { status } = order;
  const isOpen = ['CREATED', 'HOLD', 'APPROVED'].includes(status);
  const waits = status === 'APPROVED' && order.items.some(({ queue }) => queue !== null);
  return (
    <>
      {status === 'CREATED' && (
        <Button variant="primary" icon={Check} busy={busy} onClick={() => onAct('approve')}>
          {t('approve')}
        </Button>
      )}
      {waits && (
        <Button icon={Waypoints} busy={busy} onClick={() => onAct('broker')}>
          {t('broker')}
        </Button>
      )}
      {status === 'HOLD' && (
        <Button icon={Play} onClick={() => onAsk('release')}>
          {t('release')}
        </Button>
      )}
      {isOpen && status !== 'HOLD' && (
        <Button icon={Pause} onClick={() => onAsk('hold')}>
          {t('hold')}
        </Button>
      )}
      {isOpen && (
        <Button icon={Ban} variant="danger" onClick={() => onAsk('cancel')}>
          {t('cancel')}
        </Button>
      )}
    </>
  );
}

interface ActOptions {
  readonly order: OrderView;
  readonly key: readonly string[];
  readonly settled: () => void;
}

/** Does it, shows the order as it is after, and leaves a conflict to its dialog. */
function useAct({ order, key, settled }: ActOptions) {
  const t = useText(ORDER_TEXT);
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ action, reason }: { readonly action: Action; readonly reason: string }) =>
      CALLS[action](order.id, reason),
    meta: { showsErrors: true },
    onSettled: settled,
    onSuccess: async (after, { action }) => {
      client.setQueryData(key, after);
      say({ tone: 'good', text: t('done', { what: t(action) }) });
      await client.invalidateQueries({ queryKey: ['orders'] });
    },
    onError: (error) => {
      if (!(error instanceof ApiError) || error.status !== 409) {
        say({ tone: 'bad', text: error.message });
      }
    },
  });
}
