// What the jobs of every room work with.

import type { NetSuiteContext } from '@sendsale/netsuite';
import type { ShopifyContext } from '@sendsale/shopify';

export interface JobContext extends NetSuiteContext {
  readonly shopify: ShopifyContext;
}
