// Keeps the payments of an order and which part of each belongs to which posting.

import type { IncomingPayment, PaymentShare } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface SavePayments {
  readonly orderId: string;
  readonly payments: readonly IncomingPayment[];
  /** Shares of payments that have none yet. */
  readonly shares: readonly PaymentShare[];
}

/** Inserts new payments with their shares, and takes over what changed about known ones (a pending one that succeeded). */
export async function savePayments(db: Database, options: SavePayments): Promise<void> {
  if (options.payments.length === 0) return;
  await sql`
    with saved as (
      insert into payment as p (order_id, shopify_transaction_id, parent_transaction_id, kind, status,
        gateway, amount_minor, processed_at)
      select ${options.orderId}, n."shopifyTransactionId", n."parentTransactionId", n.kind, n.status,
        n.gateway, n.amount, n."processedAt"
      from json_to_recordset(${JSON.stringify(options.payments)}::json) as n("shopifyTransactionId" text,
        "parentTransactionId" text, kind text, status text, gateway text, amount bigint,
        "processedAt" timestamptz)
      on conflict (order_id, shopify_transaction_id) do update set
        parent_transaction_id = excluded.parent_transaction_id,
        status = excluded.status,
        gateway = excluded.gateway,
        amount_minor = excluded.amount_minor,
        processed_at = excluded.processed_at
      returning id, shopify_transaction_id
    )
    insert into payment_share (payment_id, posting_id, amount_minor)
    select saved.id, s."postingId", s.amount
    from json_to_recordset(${JSON.stringify(options.shares)}::json)
      as s("shopifyTransactionId" text, "postingId" text, amount bigint)
    join saved on saved.shopify_transaction_id = s."shopifyTransactionId"`.execute(db);
}
