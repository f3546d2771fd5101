// What `npm run demo -- --json` prints: one object, money as decimal text, instants as ISO 8601 UTC.

export interface DemoResult {
  readonly ok: boolean;
  readonly seconds: number;
  readonly orders: readonly OrderResult[];
  readonly reconciliation: { readonly orders: number; readonly differences: readonly unknown[] };
  /** Why `ok` is false, one sentence each. */
  readonly failures: readonly string[];
}

export interface OrderResult {
  readonly scenario: string;
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
}
