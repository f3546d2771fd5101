// Shopify has heard of a hold, a release or a cancellation.

import type { JsonObject, NoticeKind, TimelineStep } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { appendTimeline, settleNotice } from '@sendsale/store/write';

const STEPS: Readonly<Record<Exclude<NoticeKind, 'MOVE'>, TimelineStep>> = {
  HOLD: 'Shopify told of a hold',
  RELEASE: 'Shopify told of a release',
  CANCEL: 'Shopify told of a cancellation',
};

export interface RecordNoticeToldOptions {
  readonly noticeId: number;
  readonly orderId: string;
  readonly kind: NoticeKind;
  readonly outcome: JsonObject;
  readonly via: string;
  readonly at: Date;
}

/** The same notice again changes nothing. */
export async function recordNoticeTold(
  db: Database,
  options: RecordNoticeToldOptions,
): Promise<void> {
  const { noticeId, orderId, kind, outcome, via, at } = options;
  await inTransaction(db, async (tx) => {
    if (!(await settleNotice(tx, { id: noticeId, outcome, at })) || kind === 'MOVE') return;
    const step = STEPS[kind];
    await appendTimeline(tx, [{ orderId, step, at, actor: 'OMS', via, detail: outcome }]);
  });
}
