// What the jobs of this connector work with: the database, the clock, and the shops with their clients.

import type { Database } from '@sendsale/oms';
import type { Clock } from '@sendsale/std';
import type { ShopifyClient } from './client/shopify-client.ts';
import { shopifyClient } from './client/shopify-client.ts';
import type { ShopifyConnection } from './client/connection.ts';

export interface ShopifyContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly shops: readonly ShopifyShop[];
}

export interface ShopifyShop {
  /** Our id of the shop. */
  readonly shopId: string;
  readonly client: ShopifyClient;
  /** Where the first poll begins; null: with the oldest order Shopify shows us. */
  readonly downloadFrom: Date | null;
  /** The app's client secret, and the one before it for an hour after a rotation: what webhooks are signed with. */
  readonly webhookSecrets: readonly string[];
  /** Where Shopify sends webhooks; null: subscriptions are somebody else's business. */
  readonly webhookUri: string | null;
  readonly memory: ShopMemory;
}

/** What one process remembers of a shop to save calls. Losing it costs calls and nothing else. */
export interface ShopMemory {
  versionChecked: boolean;
  /** Shopify refused the staff of an order: the app has no read_users. */
  staffDenied: boolean;
  /** Order gid → the change that was read, and when. */
  readonly read: Map<string, { readonly updatedAt: string; readonly readAt: Date }>;
}

export interface ShopifyShopOptions {
  readonly shopId: string;
  readonly connection: ShopifyConnection;
  readonly downloadFrom?: Date | null;
  /** Defaults to the client secret of client credentials. */
  readonly webhookSecrets?: readonly string[];
  readonly webhookUri?: string | null;
}

/** A shop as the jobs know it; made once a process, because its client knows the shop's limits. */
export function openShop(options: ShopifyShopOptions): ShopifyShop {
  return {
    shopId: options.shopId,
    client: shopifyClient(options.connection),
    downloadFrom: options.downloadFrom ?? null,
    webhookSecrets: options.webhookSecrets ?? secretsOf(options.connection),
    webhookUri: options.webhookUri ?? null,
    memory: { versionChecked: false, staffDenied: false, read: new Map() },
  };
}

function secretsOf({ credentials }: ShopifyConnection): readonly string[] {
  return credentials.kind === 'client-credentials' ? [credentials.clientSecret] : [];
}
