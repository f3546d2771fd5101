// The shop of the recorded orders: a store in Laguna Beach, a warehouse, and the wares they sold.
import type { Clock } from '@sendsale/std';
import { startShopify } from '../index.ts';
import type { CartInput, OrderView, RunningShopify, ShopSeedInput } from '../index.ts';

const DEPOT = {
  address1: '1 Depot Road',
  city: 'Irvine',
  province: 'California',
  provinceCode: 'CA',
  zip: '92618',
};

/** A customer's home; the recorded orders differ in the city only. */
export function home(city: string, province: string, [provinceCode, zip]: [string, string]) {
  return {
    firstName: 'Jamie',
    lastName: 'Rivera',
    address1: '100 Sample Drive',
    city,
    province,
    provinceCode,
    zip,
    phone: '+17145550100',
  };
}

export const BEACH = home('Huntington Beach', 'California', ['CA', '92646']);
export const JAMIE = { id: '7100' };
export const STORE = '9100000001';
export const WAREHOUSE = '9100000002';

const WARES: [sku: string, title: string, price: string][] = [
  ['900-100-G', 'Diamond Necklace', '3685.00'],
  ['210-001-G', 'Huggie Earrings', '60.00'],
  ['220-002-G', 'Bracelet', '90.00'],
  ['265-102-G', 'Scallop Necklace', '75.00'],
  ['GWP-042', 'Seaside Tote (gift with purchase)', '40.00'],
  ['111-222-G', 'Ring', '65.00'],
  ['247-100-G', 'Crew Interlocking Necklace', '78.00'],
  ['258-104-G', 'Parker Charm', '55.00'],
];

export const FIXTURE_SEED: ShopSeedInput = {
  shop: {
    name: 'Example Jewelry',
    domain: 'example-jewelry.myshopify.com',
    firstOrderNumber: 1254,
  },
  app: { accessTokens: ['shpat_test'] },
  locations: [
    { id: WAREHOUSE, name: 'Main Warehouse', address: DEPOT },
    {
      id: STORE,
      name: 'Laguna Beach Store',
      address: DEPOT,
      isStore: true,
      fulfillsOnlineOrders: false,
    },
  ],
  staff: [{ id: '8001', firstName: 'Sam', lastName: 'Lee' }],
  products: WARES.map(([sku, title, price], index) => ({
    id: 5000 + index,
    title,
    vendor: 'Example Jewelry',
    variants: [{ id: 6000 + index, inventoryItemId: 6500 + index, sku, price }],
  })),
  customers: [
    { ...JAMIE, firstName: 'Jamie', lastName: 'Rivera', email: 'jamie.rivera@example.com' },
  ],
  stock: WARES.flatMap(([sku]) => [
    { locationId: STORE, sku, available: 5 },
    { locationId: WAREHOUSE, sku, available: 50 },
  ]),
  taxRates: [
    { provinceCode: 'CA', lines: [{ title: 'California State + local', rate: '0.0775' }] },
    { provinceCode: 'CO', lines: [{ title: 'Colorado State + local', rate: '0.0606' }] },
  ],
};

/** A clock that stands until it is moved, and wakes its sleepers when it is. */
export function standingClock(
  start: string,
): Clock & { readonly advance: (milliseconds: number) => void } {
  let now = Date.parse(start);
  let sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => new Date(now),
    sleep: async (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ at: now + milliseconds, wake });
      }),
    advance: (milliseconds) => {
      now += milliseconds;
      const due = sleepers.filter((sleeper) => sleeper.at <= now);
      sleepers = sleepers.filter((sleeper) => sleeper.at > now);
      for (const sleeper of due) sleeper.wake();
    },
  };
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: {
    message: string;
    path?: (string | number)[];
    extensions?: Record<string, unknown>;
  }[];
  readonly extensions?: Record<string, unknown>;
}

export interface TestShop extends RunningShopify {
  readonly clock: ReturnType<typeof standingClock>;
  readonly ask: (query: string, variables?: object, token?: string) => Promise<Answer>;
  /** The data of an answer without errors, as the test expects it. */
  readonly read: <T>(query: string, variables?: object) => Promise<T>;
  readonly ring: (cart: CartInput) => Promise<OrderView>;
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; body: never }>;
}

/** A running shop with a client for each of its doors. */
export async function openTestShop(seed: ShopSeedInput = FIXTURE_SEED): Promise<TestShop> {
  const clock = standingClock('2026-06-12T20:14:09Z');
  const running = await startShopify({ port: 0, seed, clock });
  const send: TestShop['send'] = async (method, path, body) => {
    const response = await fetch(running.url + path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    // Read as the test expects it.
    return { status: response.status, body: (await response.json()) as never };
  };
  const ask: TestShop['ask'] = async (query, variables = {}, token = 'shpat_test') => {
    const response = await fetch(`${running.url}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  return {
    ...running,
    clock,
    send,
    ask,
    read: async <T>(query: string, variables?: object) => {
      const { data, errors } = await ask(query, variables);
      if (errors) throw new Error(JSON.stringify(errors));
      return data as T;
    },
    ring: async (cart) => {
      const { status, body } = await send('POST', '/till/orders', cart);
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body;
    },
  };
}
