// The jobs of this connector, as plain definitions for the composition root.

import { defineJob } from '@sendsale/platform/jobs';
import type { JobDefinition, JobOutcome } from '@sendsale/platform/jobs';
import { listOrders } from './bulk/list-orders.ts';
import { readListedOrders } from './bulk/read-listed-orders.ts';
import { downloadCatalogue } from './catalogue/download-catalogue.ts';
import { pushFulfillments } from './fulfillments/push-fulfillments.ts';
import { downloadInventory } from './inventory/download-inventory.ts';
import { tellInventory } from './inventory/tell-inventory.ts';
import { moveOrders } from './moves/move-orders.ts';
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
  'download-inventory',
  'tell-inventory',
  'move-fulfillment-orders',
  'push-fulfillments',
  'push-notices',
] as const;
export type ShopifyJob = (typeof SHOPIFY_JOBS)[number];

interface ShopifyJobFacts {
  readonly label: string;
  readonly schedule: string;
  /** Jobs of this connector that have something to do afterwards. */
  readonly wakes?: readonly ShopifyJob[];
  readonly run: (
    context: ShopifyContext,
    run: { readonly at: Date; readonly signal: AbortSignal },
  ) => Promise<JobOutcome>;
}

const FACTS: Readonly<Record<ShopifyJob, ShopifyJobFacts>> = {
  'read-webhooks': {
    label: 'Read what the webhooks of Shopify told of',
    schedule: '* * * * *',
    run: readWebhooks,
  },
  'download-orders': {
    label: 'Take in the orders that changed in Shopify',
    schedule: '*/5 * * * *',
    run: downloadOrders,
  },
  'list-orders': {
    label: 'Have Shopify list all orders, and find those that differ',
    schedule: '40 * * * *',
    wakes: ['read-listed-orders'],
    run: listOrders,
  },
  'read-listed-orders': {
    label: 'Read the orders a list or a person named',
    schedule: '*/10 * * * *',
    run: readListedOrders,
  },
  'keep-webhooks': {
    label: 'Keep the webhook subscriptions in place',
    schedule: '27 * * * *',
    run: keepSubscriptions,
  },
  'download-catalogue': {
    label: 'Take in what the shops sell',
    schedule: '17 * * * *',
    run: downloadCatalogue,
  },
  'download-inventory': {
    label: 'Take in what the shops say lies where',
    schedule: '47 * * * *',
    run: downloadInventory,
  },
  'tell-inventory': {
    label: 'Set in the shops what is available, where they want it',
    schedule: '*/15 * * * *',
    run: tellInventory,
  },
  'move-fulfillment-orders': {
    label: 'Tell Shopify which facility ships each order',
    schedule: '*/5 * * * *',
    run: moveOrders,
  },
  'push-fulfillments': {
    label: 'Tell Shopify what was shipped',
    schedule: '*/5 * * * *',
    run: pushFulfillments,
  },
  'push-notices': {
    label: 'Tell Shopify of holds, releases and cancellations',
    schedule: '* * * * *',
    run: pushNotices,
  },
};

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
  return SHOPIFY_JOBS.map((name) => {
    const facts = FACTS[name];
    return defineJob<Context>({
      name,
      label: facts.label,
      schedule: facts.schedule,
      wakes: [...(facts.wakes ?? []), ...(wakes[name] ?? [])],
      run: async (context, run) => facts.run(contextOf(context), run),
    });
  });
}
