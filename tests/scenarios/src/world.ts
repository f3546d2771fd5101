// A shop at the wire, our jobs, an SFTP server, and the test in the part of NetSuite: the whole road but for the scripts
// inside NetSuite, run job by job so that a scenario can break it at any point.

import type { JobDefinition } from '@sendsale/platform/jobs';
import { openShop } from '@sendsale/shopify';
import { startShopify } from '@sendsale/simulator-shopify';
import type { CartInput } from '@sendsale/simulator-shopify';
import { assert, defined, seededRandom } from '@sendsale/std';
import { saveFacility } from '@sendsale/oms';
import { HOME } from '@sendsale/test-kit';
import type { JobContext } from '../../../apps/sendsale/src/job-context.ts';
import { JOB_CATALOGUE } from '../../../apps/sendsale/src/job-catalogue.ts';
import { Road } from '../../../packages/netsuite/src/test/road.ts';
import { NetSuiteClerk } from './netsuite-clerk.ts';

export const TILL = '101';

/** What a test may break: put another part in its place, and back. */
type Parts = Partial<Pick<JobContext, 'files' | 'restlets'>>;

export interface OrderView {
  readonly id: string;
  readonly total: string;
  readonly currentTotal: string;
  readonly received: string;
  readonly refunded: string;
  readonly lines: ReadonlyArray<{ readonly id: string }>;
  readonly transactions: ReadonlyArray<{ readonly id: string; readonly kind: string }>;
}

interface TaxRegion {
  readonly provinceCode: string;
  readonly lines: { readonly title: string; readonly rate: string }[];
  readonly taxesShipping: boolean;
}

const SKUS = ['SKU-1', 'SKU-2', 'SKU-3', 'SKU-NEW'];
const RUNS_MAX = 300;

export class World {
  readonly road = new Road();
  parts: Parts = {};
  /** By region, as the shop's seed has them; none unless a scenario says so. */
  taxRates: readonly TaxRegion[] = [];
  private shopify: Awaited<ReturnType<typeof startShopify>> | null = null;

  async open(): Promise<void> {
    this.parts = {};
    this.clerk.reset();
    await this.road.open();
    this.shopify = await startShopify({
      port: 0,
      clock: { now: () => this.road.now(), sleep: async () => {} },
      seed: {
        shop: { name: 'Shop', domain: 'shop.example' },
        app: { accessTokens: ['shpat_test'] },
        limits: null,
        locations: [
          {
            id: TILL,
            name: 'NYC',
            isStore: true,
            address: { city: 'New York', provinceCode: 'NY' },
          },
        ],
        products: SKUS.map((sku, index) => ({
          id: 5000 + index,
          title: sku,
          variants: [{ id: 6000 + index, inventoryItemId: 6500 + index, sku, price: '40.00' }],
        })),
        stock: [],
        taxRates: [...this.taxRates],
      },
    });
    await saveFacility(this.road.db, nycWithTill(this.road.now()));
    await this.work('download-catalogue');
  }

  async close(): Promise<void> {
    await this.shopify?.close();
    await this.road.close();
  }

  /** A send sale of one unit at the till in New York; parts of the cart may be said otherwise. */
  async ringUp(parts: Partial<CartInput> = {}): Promise<string> {
    const cart = { ...SEND_SALE, ...parts };
    const response = await fetch(`${defined(this.shopify, 'The shop is open.').url}/till/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(cart),
    });
    assert(response.ok, `The till took the cart: ${await response.clone().text()}`);
    // The till answers with the order as the shop sees it.
    return ((await response.json()) as { readonly name: string }).name;
  }

  /** What else is done to an order at the till; `how` is the call's name. */
  async atTill(order: string, how: 'refund' | 'exchange' | 'edit', body: object): Promise<void> {
    const { url } = defined(this.shopify, 'The shop is open.');
    const key = encodeURIComponent(order);
    const response = await fetch(`${url}/till/orders/${key}/${how}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert(response.ok, `The till did the ${how}: ${await response.clone().text()}`);
  }

  /** The order as the till shows it. */
  async view(order: string): Promise<OrderView> {
    const { url } = defined(this.shopify, 'The shop is open.');
    const response = await fetch(`${url}/till/orders/${encodeURIComponent(order)}`);
    // The till's own shape.
    return (await response.json()) as OrderView;
  }

  /** Asks the shop's Admin API, as a back office does. */
  async admin(query: string, variables: object): Promise<unknown> {
    const { url } = defined(this.shopify, 'The shop is open.');
    const response = await fetch(`${url}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shopify-access-token': 'shpat_test' },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  /** Runs the jobs, and the jobs they wake, until nobody has anything to do. */
  async work(...names: readonly string[]): Promise<void> {
    const waiting = [...names];
    for (let runs = 0; waiting.length > 0; runs += 1) {
      assert(runs < RUNS_MAX, `The jobs come to rest: ${waiting.join(', ')}`);
      const job = jobNamed(waiting.shift() ?? '');
      const { done, again } = await job.run(this.context, this.run);
      const next = done > 0 ? [...job.wakes, ...(again === true ? [job.name] : [])] : [];
      for (const name of next) if (!waiting.includes(name)) waiting.push(name);
    }
  }

  /** Every job that runs every quarter of an hour or more often, and what they wake. */
  async workAll(): Promise<void> {
    await this.work(...FREQUENT);
  }

  /**
   * Everything by its schedule, as a quarter of an hour does it, NetSuite included: three times, which is as often as an
   * order needs an answer of NetSuite (customer, order, deposit).
   */
  async letTimePass(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      this.road.minutesLater(15);
      await this.work(...FREQUENT);
      await this.clerk.answerAll();
    }
    await this.work(...FREQUENT);
  }

  readonly clerk = new NetSuiteClerk(this.road);

  /** The timeline of an order by its name, null when it is not here. */
  async steps(name: string): Promise<string[] | null> {
    const order = await this.road.db
      .selectFrom('sales_order')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirst();
    return order === undefined ? null : this.road.steps(order.id);
  }

  async orderId(name: string): Promise<string> {
    const order = await this.road.db
      .selectFrom('sales_order')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return order.id;
  }

  private get context(): JobContext {
    const { url } = defined(this.shopify, 'The shop is open.');
    const base = this.road.context;
    const credentials = { kind: 'static', token: 'shpat_test' } as const;
    const connection = { baseUrl: url, clock: base.clock, credentials };
    const shops = [openShop({ shopId: 'shop', connection })];
    const shopify = { database: base.database, clock: base.clock, shops };
    const alerting = { mailer: null, webhookSecret: null, publicUrl: null };
    return { ...base, ...this.parts, shopify, random: seededRandom(1), alerting };
  }

  private get run(): { readonly at: Date; readonly signal: AbortSignal } {
    return { at: this.road.now(), signal: new AbortController().signal };
  }
}

/** What runs every quarter of an hour or more often. */
const FREQUENT = JOB_CATALOGUE.filter((job) => job.schedule?.startsWith('*') === true).map(
  (job) => job.name,
);

function jobNamed(name: string): JobDefinition<JobContext> {
  return defined(
    JOB_CATALOGUE.find((job) => job.name === name),
    `There is a job ${name}.`,
  );
}

const SEND_SALE: CartInput = {
  locationId: TILL,
  customer: { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' },
  shippingAddress: {
    firstName: 'Ada',
    lastName: 'Byron',
    address1: '12 Main Street',
    city: 'New York',
    province: 'New York',
    provinceCode: 'NY',
    zip: '10001',
    latitude: 40.75,
    longitude: -73.99,
  },
  lines: [{ sku: 'SKU-2', quantity: 1, delivery: 'SHIP' }],
  shipping: { title: 'Standard', price: '8.00' },
};

function nycWithTill(at: Date): Parameters<typeof saveFacility>[1] {
  return {
    id: 'NYC',
    name: 'New York',
    kind: 'STORE',
    fulfilledBy: 'OMS',
    shipsOrders: true,
    latitude: 40.75,
    longitude: -73.98,
    timeZone: 'America/New_York',
    address: HOME,
    ordersPerDay: null,
    safetyStock: 0,
    netsuiteLocationId: '1',
    netsuiteDepartmentId: '2',
    shopifyLocations: [{ shopId: 'shop', locationId: TILL }],
    at,
  };
}
