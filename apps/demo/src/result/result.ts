// What `npm run demo -- --json` prints: one object, money as decimal text, instants as ISO 8601 UTC.

import type { Tampering } from '../proof/tampering.ts';

export interface DemoResult {
  readonly ok: boolean;
  readonly seconds: number;
  readonly orders: readonly OrderResult[];
  readonly reconciliation: { readonly orders: number; readonly differences: readonly unknown[] };
  /** What was tampered with after the books agreed, and what named it; empty unless asked for. */
  readonly tampering: readonly Tampering[];
  /** Why `ok` is false, one sentence each. */
  readonly failures: readonly string[];
}

export interface OrderResult {
  readonly scenario: string;
  /** The OMS's number. */
  readonly orderId: string;
  readonly name: string;
  readonly channel: string;
  readonly status: string;
  readonly shopify: ShopifyBook;
  readonly netsuite: NetsuiteBooks;
  /** Codes of the problems still open. */
  readonly problems: readonly string[];
  readonly timeline: ReadonlyArray<{ step: string; at: string; actor: string; via: string }>;
}

/** As Shopify itself says. */
export interface ShopifyBook {
  readonly total: string;
  /** What of it stands: less what was cancelled, came back or was given back; with cash rounding. */
  readonly stands: string;
  readonly currency: string;
  readonly fulfillmentStatus: string;
}

/** As NetSuite's own records say, never what the OMS believes. */
export interface NetsuiteBooks {
  readonly salesOrders: ReadonlyArray<{ id: string; status: string; total: string }>;
  readonly deposits: ReadonlyArray<{ id: string; amount: string; status: string }>;
  readonly fulfillments: ReadonlyArray<{
    id: string;
    status: string;
    location: string;
    tracking: string;
  }>;
  readonly invoices: ReadonlyArray<{ id: string; status: string; total: string }>;
  readonly cashSales: ReadonlyArray<{ id: string; status: string; total: string }>;
  readonly refunds: ReadonlyArray<{ id: string; amount: string }>;
  /** Credit memos of goods that came back. */
  readonly credits: ReadonlyArray<{ id: string; amount: string }>;
}
