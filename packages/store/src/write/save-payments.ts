// Keeps the payments of an order and which part of each belongs to which posting.

import type { IncomingPayment, PaymentShare } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Inserts new payments and takes over what changed about known ones (a pending one that succeeded). */
export async function savePayments(
  db: Database,
  orderId: string,
  payments: readonly IncomingPayment[],
): Promise<void> {
  if (payments.length === 0) return;
  await sql`
    insert into payment as p (order_id, shopify_transaction_id, parent_transaction_id, kind, status,
      gateway, amount_minor, processed_at)
    select ${orderId}, n."shopifyTransactionId", n."parentTransactionId", n.kind, n.status,
      n.gateway, n.amount, n."processedAt"
    from json_to_recordset(${JSON.stringify(payments)}::json) as n("shopifyTransactionId" text,
      "parentTransactionId" text, kind text, status text, gateway text, amount bigint,
      "processedAt" timestamptz)
    on conflict (order_id, shopify_transaction_id) do update set
      parent_transaction_id = excluded.parent_transaction_id,
      status = excluded.status,
      gateway = excluded.gateway,
      amount_minor = excluded.amount_minor,
      processed_at = excluded.processed_at`.execute(db);
}

/** Inserts shares of payments that have none yet. */
export async function savePaymentShares(
  db: Database,
  orderId: string,
  shares: readonly PaymentShare[],
): Promise<void> {
  if (shares.length === 0) return;
  await sql`
    insert into payment_share (payment_id, posting_id, amount_minor)
    select p.id, s."postingId", s.amount
    from json_to_recordset(${JSON.stringify(shares)}::json)
      as s("shopifyTransactionId" text, "postingId" text, amount bigint)
    join payment p on p.order_id = ${orderId}
      and p.shopify_transaction_id = s."shopifyTransactionId"`.execute(db);
}
