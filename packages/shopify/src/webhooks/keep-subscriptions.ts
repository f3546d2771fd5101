// Keeps the webhook subscriptions in place. Shopify drops one after eight failed deliveries in a row, and
// nothing says so: the list is compared with what we need, again and again.

import { raiseProblem, resolveProblem } from '@sendsale/oms';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { z } from 'zod';
import { answerUnreadable } from '../client/shopify-failure.ts';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyContext, ShopifyShop } from '../shopify-context.ts';
import { WEBHOOK_CREATE, WEBHOOK_DELETE, WEBHOOK_SUBSCRIPTIONS } from '../wire/operations.ts';
import { connectionSchema } from '../wire/scalars.ts';

/**
 * What we want to hear of at once. The privacy topics stand in the app's own configuration (Shopify does not
 * take them by API); whatever is not here, the poll finds.
 */
export const WEBHOOK_TOPICS = [
  'ORDERS_CREATE',
  'ORDERS_UPDATED',
  'ORDERS_CANCELLED',
  'ORDERS_EDITED',
  'REFUNDS_CREATE',
  'FULFILLMENTS_CREATE',
  'FULFILLMENTS_UPDATE',
  'PRODUCTS_UPDATE',
  'CUSTOMERS_MERGE',
  'CUSTOMERS_UPDATE',
  'INVENTORY_LEVELS_UPDATE',
  'LOCATIONS_UPDATE',
  'DRAFT_ORDERS_UPDATE',
  'BULK_OPERATIONS_FINISH',
  'APP_UNINSTALLED',
] as const;

const listSchema = z.object({
  webhookSubscriptions: connectionSchema(
    z.object({ id: z.string(), topic: z.string(), uri: z.string() }),
  ),
});
const errorsSchema = z.array(z.object({ message: z.string() }));
const createdSchema = z.object({
  webhookSubscriptionCreate: z.object({ userErrors: errorsSchema }),
});
const deletedSchema = z.object({
  webhookSubscriptionDelete: z.object({ userErrors: errorsSchema }),
});

/** `done` counts subscriptions made again. A topic the shop or the app does not have is said in the problem. */
export async function keepSubscriptions(
  context: ShopifyContext,
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<JobOutcome> {
  let done = 0;
  for (const shop of context.shops) {
    if (shop.webhookUri === null || run.signal.aborted) continue;
    const kept = await keepShop(shop, shop.webhookUri);
    const subject = `${shop.shopId}/webhooks`;
    if (!kept.ok) {
      const { code, message } = kept.error;
      await raiseProblem(context.database, { code, subject, message, at: run.at });
      continue;
    }
    done += kept.value.made;
    await noteRefusals(context, { subject, refused: kept.value.refused, at: run.at });
  }
  return { done, note: `${done} subscriptions made` };
}

export interface Subscription {
  readonly id: string;
  /** As WEBHOOK_TOPICS writes it. */
  readonly topic: string;
  readonly uri: string;
}

/** Every subscription of our app in the shop, also those to other addresses. */
export async function listSubscriptions(
  shop: ShopifyShop,
): Promise<Result<readonly Subscription[], ShopifyFailure>> {
  const answer = await shop.client.query({ operation: WEBHOOK_SUBSCRIPTIONS, schema: listSchema });
  return answer.ok ? ok(answer.value.webhookSubscriptions.nodes) : answer;
}

interface Kept {
  readonly made: number;
  readonly refused: readonly string[];
}

async function keepShop(shop: ShopifyShop, uri: string): Promise<Result<Kept, ShopifyFailure>> {
  const answer = await listSubscriptions(shop);
  if (!answer.ok) return answer;
  const there = answer.value;
  const refused: string[] = [];
  let made = 0;
  for (const topic of WEBHOOK_TOPICS) {
    const mine = there.filter((one) => one.topic === topic && isOurs(one.uri, uri));
    if (mine.some((one) => one.uri === uri)) continue;
    const created = await create(shop, topic, uri);
    if (created.ok && created.value === null) made += 1;
    else refused.push(`${topic}: ${created.ok ? created.value : created.error.message}`);
    // An address we had before: deliveries to it go nowhere.
    for (const one of mine) await remove(shop, one.id);
  }
  return ok({ made, refused });
}

/** The same path on another host: ours, from before we moved. */
function isOurs(there: string, ours: string): boolean {
  if (!URL.canParse(there)) return false;
  return new URL(there).pathname === new URL(ours).pathname;
}

/** @returns why Shopify refused it; null when it is there */
async function create(
  shop: ShopifyShop,
  topic: string,
  uri: string,
): Promise<Result<string | null, ShopifyFailure>> {
  const variables = { topic, webhookSubscription: { uri } };
  const answer = await shop.client.mutate({
    operation: WEBHOOK_CREATE,
    variables,
    schema: createdSchema,
  });
  if (!answer.ok) return answer;
  const [error] = answer.value.webhookSubscriptionCreate.userErrors;
  return ok(error?.message ?? null);
}

async function remove(shop: ShopifyShop, id: string): Promise<Result<true, ShopifyFailure>> {
  const answer = await shop.client.mutate({
    operation: WEBHOOK_DELETE,
    variables: { id },
    schema: deletedSchema,
  });
  if (!answer.ok) return answer;
  const [error] = answer.value.webhookSubscriptionDelete.userErrors;
  return error === undefined ? ok(true) : { ok: false, error: answerUnreadable(error.message) };
}

async function noteRefusals(
  { database }: ShopifyContext,
  found: { readonly subject: string; readonly refused: readonly string[]; readonly at: Date },
): Promise<void> {
  const { subject, refused, at } = found;
  const code = 'SHOPIFY_WEBHOOKS_REFUSED';
  if (refused.length > 0) {
    const message = `Shopify refused: ${refused.join('; ')}`;
    await raiseProblem(database, { code, subject, message, detail: { refused }, at });
    return;
  }
  await resolveProblem(database, { code, subject, resolution: 'All are in place.', at });
}
