// When each kind of webhook came last.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface LastWebhook {
  readonly shopId: string;
  /** As Shopify's header says it: `orders/create`. */
  readonly topic: string;
  readonly at: Date;
}

export async function lastWebhooks(db: Database): Promise<LastWebhook[]> {
  const { rows } = await sql<LastWebhook>`
    select shop_id as "shopId", topic, max(received_at) as at from message
    where source = 'SHOPIFY_WEBHOOK' and shop_id is not null
    group by shop_id, topic`.execute(db);
  return rows;
}
