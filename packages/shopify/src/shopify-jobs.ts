// The jobs of this connector, as plain definitions for the composition root.

import { defineJob } from '@sendsale/platform/jobs';
import type { JobDefinition } from '@sendsale/platform/jobs';
import { downloadCatalogue } from './catalogue/download-catalogue.ts';
import { pushFulfillments } from './fulfillments/push-fulfillments.ts';
import { downloadOrders } from './orders/download-orders.ts';
import type { ShopifyContext } from './shopify-context.ts';

export const SHOPIFY_JOBS = ['download-orders', 'download-catalogue', 'push-fulfillments'] as const;
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
  ];
}
