// A shop with its simulator, our database with the same stores, and the steps an order takes between download
// and shipment, so that tests of the jobs start where they mean to.

import {
  approveOrder,
  brokerOrders,
  recordCounts,
  saveFacility,
  saveMapping,
  saveShop,
  shipItems,
} from '@sendsale/oms';
import type { Database, SaveFacilityOptions } from '@sendsale/oms';
import { startShopify } from '@sendsale/simulator-shopify';
import type { CartInput, OrderView, ShopSeedInput } from '@sendsale/simulator-shopify';
import { assert } from '@sendsale/std';
import { createTestDatabase } from '@sendsale/test-kit';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { downloadCatalogue } from '../catalogue/download-catalogue.ts';
import { pushFulfillments } from '../fulfillments/push-fulfillments.ts';
import { downloadOrders } from '../orders/download-orders.ts';
import { openShop } from '../shopify-context.ts';
import type { ShopifyContext } from '../shopify-context.ts';
import { openCuttingProxy } from './cutting-proxy.ts';
import type { CuttingProxy } from './cutting-proxy.ts';
import { jumpingClock } from './jumping-clock.ts';
import type { JumpingClock } from './jumping-clock.ts';

export const STORE = '101';
export const OTHER_STORE = '102';
export const WAREHOUSE = '103';

const PLACES = [
  { id: WAREHOUSE, name: 'Warehouse', city: 'Chicago', region: 'IL', at: [41.88, -87.63] },
  { id: STORE, name: 'Fifth Avenue', city: 'New York', region: 'NY', at: [40.76, -73.97] },
  { id: OTHER_STORE, name: 'Back Bay', city: 'Boston', region: 'MA', at: [42.35, -71.08] },
] as const;

export const HOME = {
  firstName: 'Ada',
  lastName: 'Byron',
  address1: '12 Main Street',
  city: 'Boston',
  province: 'Massachusetts',
  provinceCode: 'MA',
  zip: '02116',
  latitude: 42.35,
  longitude: -71.07,
};

const SKUS = ['SHIRT', 'HAT', 'SHOES'];

const SEED: ShopSeedInput = {
  shop: { name: 'Example', domain: 'example.myshopify.com' },
  app: { accessTokens: ['shpat_test'] },
  limits: null,
  locations: PLACES.map((place) => ({
    id: place.id,
    name: place.name,
    isStore: place.id !== WAREHOUSE,
    address: { city: place.city, provinceCode: place.region },
  })),
  products: SKUS.map((sku, index) => ({
    id: 5000 + index,
    title: sku,
    variants: [
      { id: 6000 + index, inventoryItemId: 6500 + index, sku, price: '19.99', weightGrams: 250 },
    ],
  })),
  stock: SKUS.flatMap((sku) =>
    PLACES.map((place) => ({ locationId: place.id, sku, available: 20 })),
  ),
  taxRates: [{ lines: [{ title: 'Sales tax', rate: '0.0825' }] }],
};

export interface Road extends CuttingProxy {
  readonly db: Database;
  readonly clock: JumpingClock;
  readonly context: ShopifyContext;
  readonly ring: (cart: CartInput) => Promise<OrderView>;
  readonly post: (path: string, body: unknown) => Promise<void>;
  /** What the simulator's control API says. */
  readonly read: (path: string) => Promise<unknown>;
  readonly view: (name: string) => Promise<OrderView>;
  readonly download: () => Promise<JobOutcome>;
  readonly catalogue: () => Promise<JobOutcome>;
  readonly push: () => Promise<JobOutcome>;
  /** Approves and brokers everything, then ships each item from where it was allocated, or from `from`. */
  readonly ship: (order: string, tracking: string | null, from?: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openRoad(seed: Partial<ShopSeedInput> = {}): Promise<Road> {
  const clock = jumpingClock('2026-11-23T10:00:00Z');
  const simulator = await startShopify({ port: 0, seed: { ...SEED, ...seed }, clock });
  const { db, close } = await createTestDatabase();
  await seedOurs(db, clock.now());
  const proxy = await openCuttingProxy(simulator.url);
  const connection = {
    baseUrl: proxy.url,
    credentials: { kind: 'static', token: 'shpat_test' },
    clock,
  } as const;
  const context = { database: db, clock, shops: [openShop({ shopId: 'shop', connection })] };
  const run = () => ({ at: clock.now(), signal: new AbortController().signal });
  const send = async (path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(simulator.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert(response.ok, `The simulator took ${path}: ${await response.clone().text()}`);
    return response;
  };
  return {
    db,
    clock,
    context,
    ...proxy,
    ring: async (cart) => asView(await send('/till/orders', cart)),
    post: async (path, body) => void (await send(path, body)),
    read: async (path) => (await send(path)).json(),
    view: async (name) => asView(await send(`/control/orders/${encodeURIComponent(name)}`)),
    download: async () => downloadOrders(context, run()),
    catalogue: async () => downloadCatalogue(context, run()),
    push: async () => pushFulfillments(context, run()),
    ship: async (order, tracking, from) => ship(db, { order, tracking, from, at: clock.now() }),
    close: async () => {
      await proxy.close();
      await simulator.close();
      await close();
    },
  };
}

/** The simulator answers with the view it describes. */
async function asView(response: Response): Promise<OrderView> {
  return (await response.json()) as OrderView;
}

async function seedOurs(db: Database, at: Date): Promise<void> {
  await saveShop(db, {
    id: 'shop',
    name: 'Example',
    domain: 'example.myshopify.com',
    currency: 'USD',
    timeZone: 'America/New_York',
    netsuiteSubsidiaryId: '1',
    anonymousCustomer: { name: 'Walk-in', netsuiteId: null },
    at,
  });
  for (const place of PLACES) await saveFacility(db, facility(place, at));
  await saveMapping(db, { kind: 'SHIPPING_METHOD', key: 'Standard', value: 'STANDARD', at });
}

function facility(place: (typeof PLACES)[number], at: Date): SaveFacilityOptions {
  const [latitude, longitude] = place.at;
  const { city, region } = place;
  const blank = { name: null, company: null, address1: null, address2: null, phone: null };
  return {
    id: place.name,
    name: place.name,
    kind: place.id === WAREHOUSE ? 'WAREHOUSE' : 'STORE',
    fulfilledBy: 'OMS',
    shipsOrders: true,
    latitude,
    longitude,
    timeZone: 'America/New_York',
    address: { ...blank, city, region, zip: null, country: 'US', latitude, longitude },
    ordersPerDay: null,
    safetyStock: 0,
    netsuiteLocationId: place.id,
    netsuiteDepartmentId: null,
    shopifyLocations: [{ shopId: 'shop', locationId: place.id }],
    at,
  };
}

async function ship(
  db: Database,
  options: { order: string; tracking: string | null; from: string | undefined; at: Date },
): Promise<void> {
  const { at, tracking } = options;
  const order = await db
    .selectFrom('sales_order')
    .select(['id', 'status'])
    .where('name', '=', options.order)
    .executeTakeFirstOrThrow();
  const orderId = order.id;
  await stock(db, { from: options.from, at });
  if (order.status === 'CREATED')
    await approveOrder(db, { orderId, actor: 'test', via: 'test', at });
  await brokerOrders(db, { at, limit: 100 });
  const items = await db
    .selectFrom('order_item')
    .select(['seq', 'facility_id'])
    .where('order_id', '=', orderId)
    .where('status', '=', 'APPROVED')
    .where('facility_id', 'is not', null)
    .execute();
  assert(items.length > 0, 'The order has items to ship.');
  for (const facilityId of new Set(items.map((item) => item.facility_id))) {
    if (facilityId === null) continue;
    const itemSeqs = items.filter((item) => item.facility_id === facilityId).map((one) => one.seq);
    const shipped = await shipItems(db, {
      orderId,
      facilityId,
      itemSeqs,
      carrier: 'UPS',
      trackingNumber: tracking,
      origin: 'OMS',
      actor: 'test',
      via: 'test',
      at,
    });
    assert(shipped.ok, `The items were shipped: ${JSON.stringify(shipped)}`);
  }
}

/** Puts stock where the goods are to ship from: there alone when a place is named. */
async function stock(db: Database, options: { from: string | undefined; at: Date }): Promise<void> {
  const products = await db.selectFrom('product').select('id').execute();
  const counts = products.flatMap(({ id }) =>
    PLACES.map((place) => ({
      facilityId: place.name,
      productId: id,
      onHand: options.from === undefined || options.from === place.name ? 1000 : 0,
    })),
  );
  await recordCounts(db, { counts, via: 'test', at: options.at });
}
