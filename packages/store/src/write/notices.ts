// What Shopify must hear of an order besides its shipments.

import type { JsonObject, NoticeKind } from '@sendsale/domain';
import type { Database } from '../database.ts';

export interface NewNotice {
  readonly orderId: string;
  readonly kind: NoticeKind;
  /** Names the event: the same one is told once. */
  readonly key: string;
  readonly body: JsonObject;
  readonly at: Date;
}

export async function askNotice(db: Database, notice: NewNotice): Promise<void> {
  const { orderId, kind, key, body, at } = notice;
  await db
    .insertInto('shopify_notice')
    .values({ order_id: orderId, kind, key, body, asked_at: at })
    .onConflict((conflict) => conflict.columns(['order_id', 'kind', 'key']).doNothing())
    .execute();
}

/** @returns false when it was told before */
export async function settleNotice(
  db: Database,
  notice: { readonly id: number; readonly outcome: JsonObject; readonly at: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('shopify_notice')
    .set({ told_at: notice.at, outcome: notice.outcome })
    .where('id', '=', notice.id)
    .where('told_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** A notice that was told as soon as it was decided. @returns false when it was before */
export async function saveToldNotice(
  db: Database,
  notice: {
    readonly orderId: string;
    readonly kind: NoticeKind;
    readonly key: string;
    readonly outcome: JsonObject;
    readonly at: Date;
  },
): Promise<boolean> {
  const { orderId, kind, key, outcome, at } = notice;
  const row = await db
    .insertInto('shopify_notice')
    .values({ order_id: orderId, kind, key, body: {}, asked_at: at, told_at: at, outcome })
    .onConflict((conflict) => conflict.columns(['order_id', 'kind', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
