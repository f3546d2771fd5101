// Webhooks as they came, and orders that a list says must be read.

import type { BulkPurpose, JsonObject, PrivacyTopic } from '@sendsale/domain';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface WebhookRow {
  readonly topic: string;
  readonly shopId: string;
  /** Shopify keeps it over the retries of one delivery. */
  readonly webhookId: string;
  readonly body: string;
  readonly at: Date;
}

/** Stores the delivery in one statement. @returns false when it was there before */
export async function saveWebhook(db: Database, webhook: WebhookRow): Promise<boolean> {
  const sha256 = createHash('sha256').update(webhook.body).digest('hex');
  const { rows } = await sql`
    insert into message (source, topic, shop_id, subject, received_at, sha256, body, state)
    values ('SHOPIFY_WEBHOOK', ${webhook.topic}, ${webhook.shopId}, ${webhook.webhookId},
      ${webhook.at}, ${sha256}, ${webhook.body}, 'RECEIVED')
    on conflict do nothing
    returning id`.execute(db);
  return rows.length > 0;
}

/** Orders to be read by id; one that waits already keeps its place. @returns how many are new */
export async function askForOrders(
  db: Database,
  orders: {
    readonly shopId: string;
    readonly shopifyIds: readonly string[];
    readonly reason: string;
    readonly at: Date;
  },
): Promise<number> {
  if (orders.shopifyIds.length === 0) return 0;
  const { rows } = await sql`
    insert into order_to_read (shop_id, shopify_id, reason, asked_at)
    select ${orders.shopId}, id, ${orders.reason}, ${orders.at}
    from unnest(${[...orders.shopifyIds]}::text[]) as id
    on conflict do nothing
    returning 1`.execute(db);
  return rows.length;
}

/** The orders were read; one asked for again since then stays. */
export async function ordersWereRead(
  db: Database,
  read: {
    readonly shopId: string;
    readonly orders: readonly { readonly shopifyId: string; readonly askedAt: Date }[];
  },
): Promise<void> {
  if (read.orders.length === 0) return;
  await sql`
    delete from order_to_read w
    using json_to_recordset(${JSON.stringify(read.orders)}::json)
      as r("shopifyId" text, "askedAt" timestamptz)
    where w.shop_id = ${read.shopId} and w.shopify_id = r."shopifyId"
      and date_trunc('milliseconds', w.asked_at) <= r."askedAt"`.execute(db);
}

/** @returns the run's id; null when another run of the shop is open */
export async function openBulkRun(
  db: Database,
  run: {
    readonly shopId: string;
    readonly purpose: BulkPurpose;
    readonly operationId: string;
    readonly at: Date;
  },
): Promise<number | null> {
  const row = await db
    .insertInto('bulk_run')
    .values({
      shop_id: run.shopId,
      purpose: run.purpose,
      operation_id: run.operationId,
      state: 'RUNNING',
      started_at: run.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function closeBulkRun(
  db: Database,
  run: {
    readonly id: number;
    readonly state: 'DONE' | 'FAILED';
    readonly listed: number;
    readonly differing: number;
    readonly error: string | null;
    readonly at: Date;
  },
): Promise<void> {
  const { id, at, ...end } = run;
  await db
    .updateTable('bulk_run')
    .set({ ...end, finished_at: at })
    .where('id', '=', id)
    .execute();
}

/** @returns false when this message was recorded before */
export async function savePrivacyRequest(
  db: Database,
  request: {
    readonly shopId: string;
    readonly topic: PrivacyTopic;
    readonly messageId: number;
    readonly customerShopifyId: string | null;
    readonly doneAt: Date | null;
    readonly outcome: JsonObject;
    readonly at: Date;
  },
): Promise<boolean> {
  const row = await db
    .insertInto('privacy_request')
    .values({
      shop_id: request.shopId,
      topic: request.topic,
      message_id: request.messageId,
      customer_shopify_id: request.customerShopifyId,
      received_at: request.at,
      done_at: request.doneAt,
      outcome: request.outcome,
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
