// The webhook subscriptions of each shop: those we want, those that are there, and when each spoke last.

import type { WebhooksView } from '@sendsale/api';
import { listSubscriptions, WEBHOOK_TOPICS } from '@sendsale/shopify';
import type { ShopifyShop } from '@sendsale/shopify';
import { lastWebhooks } from '@sendsale/store/read';
import type { LastWebhook } from '@sendsale/store/read';
import type { Oms } from '../compose.ts';

export async function listWebhooks(oms: Oms): Promise<WebhooksView[]> {
  const last = await lastWebhooks(oms.db);
  return Promise.all(oms.context.shopify.shops.map(async (shop) => webhooksOf(shop, last)));
}

async function webhooksOf(shop: ShopifyShop, last: readonly LastWebhook[]): Promise<WebhooksView> {
  const answer = await listSubscriptions(shop);
  const there = answer.ok ? answer.value : [];
  const wanted: readonly string[] = WEBHOOK_TOPICS;
  const others = there.map(({ topic }) => topic).filter((topic) => !wanted.includes(topic));
  return {
    shopId: shop.shopId,
    uri: shop.webhookUri,
    failure: answer.ok ? null : answer.error.message,
    topics: [...wanted, ...new Set(others)].map((topic) => {
      const mine = there.filter((one) => one.topic === topic);
      const uri = (mine.find((one) => one.uri === shop.webhookUri) ?? mine[0])?.uri ?? null;
      return {
        topic,
        isWanted: wanted.includes(topic),
        uri,
        lastReceivedAt: lastOf(last, shop.shopId, topic),
      };
    }),
  };
}

/** The header says `orders/create` where the subscription says ORDERS_CREATE. */
function lastOf(last: readonly LastWebhook[], shopId: string, topic: string): string | null {
  const found = last.find(
    (one) => one.shopId === shopId && one.topic.replaceAll(/[/-]/g, '_').toUpperCase() === topic,
  );
  return found?.at.toISOString() ?? null;
}
