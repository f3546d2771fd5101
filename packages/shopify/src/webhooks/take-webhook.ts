// Takes a webhook in: its signature is proven, its bytes are stored, and that is all before Shopify has its
// answer (it allows 5 s). What it says is not believed; `readWebhooks` reads the records themselves.

import { receiveWebhook } from '@sendsale/oms';
import type { Database } from '@sendsale/oms';
import type { ShopifyShop } from '../shopify-context.ts';
import { isSigned } from './verify-webhook.ts';

export interface IncomingWebhook {
  readonly shopId: string;
  /** Header X-Shopify-Hmac-Sha256. */
  readonly signature: string;
  /** Header X-Shopify-Topic, e.g. "orders/updated". */
  readonly topic: string;
  /** Header X-Shopify-Webhook-Id: one id over all tries of one delivery. */
  readonly webhookId: string;
  readonly body: Buffer;
  readonly at: Date;
}

/** STORED and KNOWN are answered 200, NOT_SIGNED 401 (so that Shopify's own checks see it), NOT_NAMED 400. */
export type TakenWebhook = 'STORED' | 'KNOWN' | 'NOT_SIGNED' | 'NOT_NAMED';

/** @param shops those of this installation; a webhook for another one is not signed for us */
export async function takeWebhook(
  db: Database,
  shops: readonly Pick<ShopifyShop, 'shopId' | 'webhookSecrets'>[],
  webhook: IncomingWebhook,
): Promise<TakenWebhook> {
  const { shopId, topic, webhookId, body, at } = webhook;
  const secrets = shops.find((shop) => shop.shopId === shopId)?.webhookSecrets ?? [];
  if (!isSigned(body, webhook.signature, secrets)) return 'NOT_SIGNED';
  if (topic === '' || webhookId === '') return 'NOT_NAMED';
  const text = body.toString('utf8');
  const { isNew } = await receiveWebhook(db, { topic, shopId, webhookId, body: text, at });
  return isNew ? 'STORED' : 'KNOWN';
}
