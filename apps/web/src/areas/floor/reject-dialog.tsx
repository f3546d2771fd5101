// The store says that it does not ship an item, and why: the reason says what happens to the stock, before it is said.

import { REJECTION_REASONS, variancePolicyOf } from '@sendsale/api';
import type { FloorView, RejectionReason } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { FormDialog } from '../../ui/dialog.tsx';
import { kindOf } from '../../ui/error-screen.tsx';
import { TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toasts.tsx';
import type { FloorItem, FloorOrder } from './steps.ts';
import { FLOOR_TEXT } from './text.ts';

export interface RejectedItem {
  readonly order: FloorOrder;
  readonly item: FloorItem;
}

interface RejectDialogProps {
  readonly floor: FloorView;
  readonly what: RejectedItem;
  readonly onClose: () => void;
}

export function RejectDialog({ floor, what, onClose }: RejectDialogProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  const client = useQueryClient();
  const [reason, setReason] = useState<RejectionReason>('NOT_IN_STOCK');
  const [comment, setComment] = useState('');
  // Pressed again after a lost answer, it is the same rejection.
  const requestKey = useRef(crypto.randomUUID());
  const { order, item } = what;
  const reject = useMutation({
    mutationFn: async () =>
      api.reject(floor.facilityId, {
        orderId: order.orderId,
        itemSeq: item.seq,
        reason,
        comment: comment.trim() === '' ? null : comment.trim(),
        requestKey: requestKey.current,
      }),
    meta: { showsErrors: true },
    onSuccess: async () => {
      say({ tone: 'good', text: t('rejected', { order: order.name }) });
      await client.invalidateQueries({ queryKey: ['floor'] });
      onClose();
    },
  });
  const isLost = reject.isError && kindOf(reject.error) === 'NO_CONNECTION';
  return (
    <FormDialog
      onClose={onClose}
      title={t('rejectTitle')}
      description={t('rejectMore', { title: item.title, order: order.name })}
      action={t('reject')}
      danger
      busy={reject.isPending}
      error={isLost ? null : reject.error}
      onSubmit={() => reject.mutate()}
    >
      <div className="card" role="radiogroup" aria-label={t('reason')}>
        {REJECTION_REASONS.map((one) => (
          <label key={one} className="floor__line">
            <input
              type="radio"
              name="reason"
              checked={one === reason}
              onChange={() => setReason(one)}
            />
            <span className="floor__what">
              <span className="strong">{t(one)}</span>
              <span className="soft small">
                {t(floor.correctsStock ? variancePolicyOf(one) : 'KEPT_IN_NETSUITE')}
              </span>
            </span>
          </label>
        ))}
      </div>
      <TextField
        label={t('comment')}
        value={comment}
        maxLength={500}
        onChange={(event) => setComment(event.target.value)}
      />
      {isLost && (
        <p className="notice notice--bad" role="alert">
          {t('pressAgain')}
        </p>
      )}
    </FormDialog>
  );
}
