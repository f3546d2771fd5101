// A facility has not got an item: why, and what that says about its stock.

import { ApiError } from '@sendsale/api';
import type { OrderView } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useText } from '../../text/use-text.ts';
import { FormDialog } from '../../ui/dialog.tsx';
import { ConflictDialog } from '../../ui/conflict-dialog.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { say } from '../../ui/toasts.tsx';
import { ORDER_TEXT } from './order-text.ts';

const REASONS = ['NOT_IN_STOCK', 'DAMAGED', 'WORN_DISPLAY', 'MISMATCH', 'NO_VARIANCE'] as const;
type Reason = (typeof REASONS)[number];

interface RejectProps {
  readonly order: OrderView;
  readonly item: OrderView['items'][number];
  readonly queryName: string;
  readonly onClose: () => void;
}

export function RejectDialog({ order, item, queryName, onClose }: RejectProps): ReactNode {
  const t = useText(ORDER_TEXT);
  const { nameOf } = usePlaces();
  const client = useQueryClient();
  const [reason, setReason] = useState<Reason>('NOT_IN_STOCK');
  const [comment, setComment] = useState('');
  const facilityId = item.facilityId ?? '';
  const reload = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['orders', 'one', queryName] });
    onClose();
  };
  const reject = useMutation({
    mutationFn: async () =>
      api.reject(facilityId, {
        orderId: order.id,
        itemSeq: item.seq,
        reason,
        comment: comment.trim() === '' ? null : comment.trim(),
      }),
    meta: { showsErrors: true },
    onSuccess: async () => {
      say({ tone: 'good', text: t('rejected', { title: item.title }) });
      await reload();
    },
  });
  const isConflict = reject.error instanceof ApiError && reject.error.status === 409;
  if (isConflict) {
    return <ConflictDialog error={reject.error} onClose={onClose} onReload={() => void reload()} />;
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('rejectTitle', { title: item.title, facility: nameOf(facilityId) })}
      description={t('rejectMore')}
      action={t('reject')}
      danger
      busy={reject.isPending}
      error={reject.error}
      onSubmit={() => reject.mutate()}
    >
      <Field label={t('rejectWhy')}>
        {(control) => (
          <Select
            {...control}
            value={reason}
            options={REASONS.map((value) => ({ value, label: t(value) }))}
            onChange={setReason}
          />
        )}
      </Field>
      <TextField
        label={t('comment')}
        maxLength={500}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
      />
    </FormDialog>
  );
}
