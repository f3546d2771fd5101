// What the jobs of every room work with.

import type { NetSuiteContext } from '@sendsale/netsuite';
import type { ShopifyContext } from '@sendsale/shopify';
import type { Random } from '@sendsale/std';
import type { Alerting } from './inbox/send-alerts.ts';

export interface JobContext extends NetSuiteContext {
  /** Decides the jitter of retries. */
  readonly random: Random;
  readonly alerting: Alerting;
  readonly shopify: ShopifyContext;
}
