// How many orders the store takes today, and how many it has; the lead may say otherwise, or that it takes no more.

import type { FloorView } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Gauge, Power } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/dialog.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import { FLOOR_TEXT } from './text.ts';

export function TodayBar({ floor }: { readonly floor: FloorView }): ReactNode {
  const t = useText(FLOOR_TEXT);
  const { may } = useSession();
  const [opened, setOpened] = useState(false);
  const { off, shipsOrders, ordersPerDay, ordersToday, ordersTaken } = floor.today;
  const limit = ordersToday ?? ordersPerDay;
  const isShut = off || !shipsOrders;
  return (
    <div className={`notice ${isShut ? 'notice--warn' : 'floor__today'}`}>
      {isShut ? <Power size={16} aria-hidden /> : <Gauge size={16} aria-hidden />}
      <span>
        {isShut
          ? t(off ? 'isOffToday' : 'neverShips')
          : limit === null
            ? t('takenToday', { count: ordersTaken })
            : t('takenOf', { count: ordersTaken, limit })}
      </span>
      {!isShut && limit !== null && (
        <meter
          className="floor__meter"
          min={0}
          max={Math.max(1, limit)}
          value={Math.min(ordersTaken, limit)}
          aria-label={t('capacity')}
        />
      )}
      {may('fulfillment.lead') && shipsOrders && (
        <span className="notice__end">
          <Button onClick={() => setOpened(true)}>{t('change')}</Button>
        </span>
      )}
      {opened && <TodayDialog floor={floor} onClose={() => setOpened(false)} />}
    </div>
  );
}

interface TodayDialogProps {
  readonly floor: FloorView;
  readonly onClose: () => void;
}

function TodayDialog({ floor, onClose }: TodayDialogProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  const client = useQueryClient();
  const { today } = floor;
  const [off, setOff] = useState(today.off);
  const [orders, setOrders] = useState(today.ordersToday === null ? '' : String(today.ordersToday));
  const save = useMutation({
    mutationFn: async () =>
      api.sayFacilityDay(floor.facilityId, {
        off,
        orders: orders === '' ? null : Number(orders),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['floor'] });
      onClose();
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('today')}
      description={t('todayMore')}
      action={t('save')}
      busy={save.isPending}
      onSubmit={() => save.mutate()}
    >
      <Check label={t('off')} checked={off} onChange={(event) => setOff(event.target.checked)} />
      <TextField
        label={t('ordersToday')}
        hint={
          today.ordersPerDay === null
            ? t('asAlwaysFree')
            : t('asAlways', { count: today.ordersPerDay })
        }
        type="number"
        inputMode="numeric"
        min={0}
        max={100_000}
        value={orders}
        disabled={off}
        onChange={(event) => setOrders(event.target.value)}
      />
    </FormDialog>
  );
}
