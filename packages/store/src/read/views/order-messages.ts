// What came from Shopify about one order, newest first, and one such message as it came.

import type { MessageState } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface OrderMessage {
  readonly id: number;
  readonly source: string;
  readonly topic: string;
  readonly receivedAt: Date;
  readonly state: MessageState;
  readonly isKept: boolean;
}

const LISTED_MAX = 200;

/** Each download of the order that was other than the one before. */
export async function orderMessages(db: Database, orderId: string): Promise<OrderMessage[]> {
  const rows = await db
    .selectFrom('message as m')
    .innerJoin('sales_order as o', (join) =>
      join.onRef('o.shopify_id', '=', 'm.subject').onRef('o.shop_id', '=', 'm.shop_id'),
    )
    .where('o.id', '=', orderId)
    .where('m.source', '=', 'shopify')
    .where('m.topic', '=', 'orders')
    .select([
      'm.id',
      'm.source',
      'm.topic',
      'm.received_at as receivedAt',
      'm.state',
      'm.purged_at as purgedAt',
    ])
    .orderBy('m.id', 'desc')
    .limit(LISTED_MAX)
    .execute();
  return rows.map(({ purgedAt, ...message }) => ({ ...message, isKept: purgedAt === null }));
}

/** The content of one of them; null when the order has no such message, or its content is gone. */
export async function orderMessageBody(
  db: Database,
  { orderId, messageId }: { readonly orderId: string; readonly messageId: number },
): Promise<string | null> {
  const listed = await orderMessages(db, orderId);
  if (!listed.some(({ id, isKept }) => id === messageId && isKept)) return null;
  const { body } = await db
    .selectFrom('message')
    .select('body')
    .where('id', '=', messageId)
    .executeTakeFirstOrThrow();
  return body;
}
