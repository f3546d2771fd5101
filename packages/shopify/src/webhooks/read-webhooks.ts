// Reads the stored webhooks: each order they name is read once, by its id, however many told of it. They may
// come twice, late and out of order; what counts is what Shopify says when asked.

import { followMerge, honourPrivacy, markMessage, raiseProblem } from '@sendsale/oms';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { channelMappings, unreadWebhooks } from '@sendsale/store/read';
import type { UnreadWebhook } from '@sendsale/store/read';
import { checkBulkRuns } from '../bulk/list-orders.ts';
import { downloadCatalogue } from '../catalogue/download-catalogue.ts';
import { readItems } from '../inventory/download-inventory.ts';
import { takeOrders } from '../orders/take-orders.ts';
import { countsOutcome } from '../orders/take-orders.ts';
import type { TakenOrder } from '../orders/take-order.ts';
import type { ShopifyContext } from '../shopify-context.ts';
import { webhookSubject } from './webhook-subject.ts';
import type { WebhookSubject } from './webhook-subject.ts';

/** Webhooks one run reads; more are left to the next, which follows at once. */
const MAXIMUM_WEBHOOKS = 500;

interface Read {
  readonly webhook: UnreadWebhook;
  readonly subject: WebhookSubject;
}

/** `done` counts orders that were new or changed. */
export async function readWebhooks(
  context: ShopifyContext,
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<JobOutcome> {
  const shopIds = context.shops.map((shop) => shop.shopId);
  const webhooks = await unreadWebhooks(context.database, { shopIds, limit: MAXIMUM_WEBHOOKS });
  const read = webhooks.map((webhook) => ({
    webhook,
    subject: webhookSubject(webhook.topic, webhook.body),
  }));
  const { counts, left } = await readOrders(context, read, run);
  for (const one of read) if (!left.has(one)) await settle(context, one, run.at);
  const kinds = new Set(read.map((one) => one.subject.kind));
  if (kinds.has('CATALOGUE')) await downloadCatalogue(context, run);
  await readStock(context, read);
  if (kinds.has('BULK')) await checkBulkRuns(context, run);
  const outcome = countsOutcome(counts);
  const again = (webhooks.length === MAXIMUM_WEBHOOKS || left.size > 0) && !run.signal.aborted;
  return { ...outcome, ...(again ? { again } : {}) };
}

/** The items whose levels changed are read again; what could not be read the hourly reading finds. */
async function readStock(context: ShopifyContext, read: readonly Read[]): Promise<void> {
  for (const shop of context.shops) {
    const ids = read.flatMap(({ webhook, subject }) =>
      webhook.shopId === shop.shopId && subject.kind === 'STOCK' ? [subject.inventoryItemId] : [],
    );
    if (ids.length > 0) await readItems(context, shop, ids);
  }
}

/** @returns also the webhooks whose orders were not tried: Shopify is gone, or we were told to stop */
async function readOrders(
  context: ShopifyContext,
  read: readonly Read[],
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<{ readonly counts: ReadonlyMap<TakenOrder, number>; readonly left: ReadonlySet<Read> }> {
  const counts = new Map<TakenOrder, number>();
  const left = new Set<Read>();
  for (const shop of context.shops) {
    const orders = new Map<Read, string>();
    for (const one of read) {
      const { webhook, subject } = one;
      if (webhook.shopId === shop.shopId && subject.kind === 'ORDER')
        orders.set(one, subject.shopifyId);
    }
    if (orders.size === 0) continue;
    const channels = await channelMappings(context.database, { shopId: shop.shopId });
    const ids = [...new Set(orders.values())];
    const taken = await takeOrders({ context, shop, channels, counts, ...run }, ids);
    for (const [one, shopifyId] of orders) if (!taken.has(shopifyId)) left.add(one);
  }
  return { counts, left };
}

/** An order that could not be read has a problem that asks for it again; its webhook is read all the same. */
async function settle(
  context: ShopifyContext,
  { webhook, subject }: Read,
  at: Date,
): Promise<void> {
  const { database: db } = context;
  const { messageId, shopId } = webhook;
  if (subject.kind === 'PRIVACY') {
    await honourPrivacy(db, { ...subject, shopId, messageId, at });
    return;
  }
  // A merge of customers we never saw is no news.
  if (subject.kind === 'MERGE') await followMerge(db, { ...subject, shopId, at });
  if (subject.kind === 'UNINSTALLED') {
    await raiseProblem(db, { code: 'SHOPIFY_APP_UNINSTALLED', subject: shopId, at });
  }
  await markMessage(db, { messageId, state: subject.kind === 'UNREADABLE' ? 'REFUSED' : 'READ' });
}
