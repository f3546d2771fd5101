// The jobs of this connector, as plain definitions for the composition root.

import { defineJob } from '@sendsale/platform/jobs';
import type { JobDefinition } from '@sendsale/platform/jobs';
import { listOrders } from './bulk/list-orders.ts';
import { readListedOrders } from './bulk/read-listed-orders.ts';
import { downloadCatalogue } from './catalogue/download-catalogue.ts';
import { pushFulfillments } from './fulfillments/push-fulfillments.ts';
import { pushNotices } from './notices/push-notices.ts';
import { downloadOrders } from './orders/download-orders.ts';
import type { ShopifyContext } from './shopify-context.ts';
import { keepSubscriptions } from './webhooks/keep-subscriptions.ts';
import { readWebhooks } from './webhooks/read-webhooks.ts';

export const SHOPIFY_JOBS = [
  'read-webhooks',
  'download-orders',
  'list-orders',
  'read-listed-orders',
  'keep-webhooks',
  'download-catalogue',
  'push-fulfillments',
  'push-notices',
] as const;
export type ShopifyJob = (typeof SHOPIFY_JOBS)[number];

export interface ShopifyJobsOptions<Context> {
  /** The connector's part of the application's context. */
  readonly contextOf: (context: Context) => ShopifyContext;
  /** Which jobs have something to do after each of ours; names of other areas are the composition root's to know. */
  readonly wakes?: Partial<Record<ShopifyJob, readonly string[]>>;
}

export function shopifyJobs<Context>(
  options: ShopifyJobsOptions<Context>,
): readonly JobDefinition<Context>[] {
  const { contextOf, wakes = {} } = options;
  return [
    defineJob<Context>({
      name: 'read-webhooks',
      label: 'Read what the webhooks of Shopify told of',
      schedule: '* * * * *',
      wakes: wakes['read-webhooks'] ?? [],
      run: async (context, run) => readWebhooks(contextOf(context), run),
    }),
    defineJob<Context>({
      name: 'list-orders',
      label: 'Have Shopify list all orders, and find those that differ',
      schedule: '40 2 * * *',
      wakes: ['read-listed-orders', ...(wakes['list-orders'] ?? [])],
      run: async (context, run) => listOrders(contextOf(context), run),
    }),
    defineJob<Context>({
      name: 'read-listed-orders',
      label: 'Read the orders a list or a person named',
      schedule: '*/10 * * * *',
      wakes: wakes['read-listed-orders'] ?? [],
      run: async (context, run) => readListedOrders(contextOf(context), run),
    }),
    defineJob<Context>({
      name: 'keep-webhooks',
      label: 'Keep the webhook subscriptions in place',
      schedule: '27 * * * *',
      wakes: wakes['keep-webhooks'] ?? [],
      run: async (context, run) => keepSubscriptions(contextOf(context), run),
    }),
    defineJob<Context>({
      name: 'download-orders',
      label: 'Take in the orders that changed in Shopify',
      schedule: '*/5 * * * *',
      wakes: wakes['download-orders'] ?? [],
      run: async (context, run) => downloadOrders(contextOf(context), run),
    }),
    defineJob<Context>({
      name: 'download-catalogue',
      label: 'Take in what the shops sell',
      schedule: '17 * * * *',
      wakes: wakes['download-catalogue'] ?? [],
      run: async (context, run) => downloadCatalogue(contextOf(context), run),
    }),
    defineJob<Context>({
      name: 'push-fulfillments',
      label: 'Tell Shopify what was shipped',
      schedule: '*/5 * * * *',
      wakes: wakes['push-fulfillments'] ?? [],
      run: async (context, run) => pushFulfillments(contextOf(context), run),
    }),
    defineJob<Context>({
      name: 'push-notices',
      label: 'Tell Shopify of holds, releases and cancellations',
      schedule: '* * * * *',
      wakes: wakes['push-notices'] ?? [],
      run: async (context, run) => pushNotices(contextOf(context), run),
    }),
  ];
}
