// How one shop is reached.

import type { Fetch } from '@sendsale/platform/http';
import type { Clock } from '@sendsale/std';

export interface ShopifyConnection {
  /** e.g. "https://example.myshopify.com", or a simulator's "http://127.0.0.1:4001". */
  readonly baseUrl: string;
  readonly credentials: ShopifyCredentials;
  readonly clock: Clock;
  /** Pinned; only tests of the version check set another. */
  readonly apiVersion?: string;
  /** Of one call, answer included. Default 30 s. */
  readonly timeoutMs?: number;
  /** The network, when it is not the platform's. */
  readonly fetch?: Fetch;
}

/**
 * `static`: the token of a custom app made in the admin before 2026. `client-credentials`: an app of the Dev
 * Dashboard in the shop's own organisation, which asks for a token of 24 h.
 */
export type ShopifyCredentials =
  | { readonly kind: 'static'; readonly token: string }
  | {
      readonly kind: 'client-credentials';
      readonly clientId: string;
      readonly clientSecret: string;
    };

export const DEFAULT_TIMEOUT_MS = 30_000;
