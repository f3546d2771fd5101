// The running shop: the seed (which never changes), the state (which does) and the look-ups over both.
import { defined, parseMinor } from '@sendsale/std';
import type { Clock, Minor } from '@sendsale/std';
import type { SeedLocation, SeedProduct, SeedStaff, SeedVariant, ShopSeed } from '../seed.ts';
import { gid, legacyId } from './gid.ts';
import type { AddressRecord, Customer, Gid, Instant, Level, Order, ShopState } from './model.ts';

export interface CatalogVariant extends SeedVariant {
  readonly product: SeedProduct;
  readonly gid: Gid;
  readonly itemGid: Gid;
  readonly priceMinor: Minor;
  readonly position: number;
  /** Null for the only variant of a product without options. */
  readonly title: string | null;
}

/** Something that happened, told to whoever listens (webhooks, the snapshot). */
export interface ShopEvent {
  /** As webhooks name it, such as orders/create. */
  readonly topic: string;
  /** The order it happened to, or null when it happened to none. */
  readonly orderId: Gid | null;
  /** The thing itself, when it is not the order: a fulfillment, a refund, a draft, a level, … */
  readonly subject?: string;
  /** The body, when it cannot be read off the state. */
  readonly body?: unknown;
}

export interface Shop {
  readonly seed: ShopSeed;
  readonly state: ShopState;
  readonly clock: Clock;
  readonly variants: ReadonlyMap<Gid, CatalogVariant>;
  readonly variantsBySku: ReadonlyMap<string, CatalogVariant>;
  readonly variantsByItem: ReadonlyMap<Gid, CatalogVariant>;
  readonly products: ReadonlyMap<Gid, SeedProduct>;
  readonly locations: ReadonlyMap<Gid, SeedLocation>;
  readonly staff: ReadonlyMap<Gid, SeedStaff>;
  readonly orders: Map<Gid, Order>;
  readonly customers: Map<Gid, Customer>;
  readonly levels: Map<string, Level>;
  readonly listeners: ((event: ShopEvent) => void)[];
  /** The order of a fulfillment order or fulfillment that was looked up before. */
  readonly owners: Map<Gid, Order>;
}

/** Opens a shop on a seed, or on the state that a snapshot kept. */
export function openShop(seed: ShopSeed, clock: Clock, kept: ShopState | null): Shop {
  const catalog = seed.products.flatMap((product) => variantsOf(product, seed.shop.currency));
  const state = kept ?? firstState(seed, catalog, toInstant(clock.now()));
  return {
    seed,
    state,
    clock,
    variants: new Map(catalog.map((variant) => [variant.gid, variant])),
    variantsBySku: new Map(catalog.flatMap((v) => (v.sku === null ? [] : [[v.sku, v] as const]))),
    variantsByItem: new Map(catalog.map((variant) => [variant.itemGid, variant])),
    products: new Map(seed.products.map((product) => [gid('Product', product.id), product])),
    locations: new Map(seed.locations.map((place) => [gid('Location', place.id), place])),
    staff: new Map(seed.staff.map((person) => [gid('StaffMember', person.id), person])),
    orders: new Map(state.orders.map((order) => [order.id, order])),
    customers: new Map(state.customers.map((customer) => [customer.id, customer])),
    levels: new Map(state.levels.map((level) => [levelKey(level.itemId, level.locationId), level])),
    listeners: [],
    owners: new Map(),
  };
}

function variantsOf(product: SeedProduct, currency: string): CatalogVariant[] {
  return product.variants.map((variant, index) => ({
    ...variant,
    product,
    gid: gid('ProductVariant', variant.id),
    itemGid: gid('InventoryItem', variant.inventoryItemId),
    priceMinor: defined(parseMinor(variant.price, currency), `The price of variant ${variant.id}.`),
    position: index + 1,
    title: Object.values(variant.options).join(' / ') || null,
  }));
}

function firstState(seed: ShopSeed, catalog: readonly CatalogVariant[], at: Instant): ShopState {
  return {
    openedAt: at,
    nextId: seed.shop.firstId,
    nextOrderNumber: seed.shop.firstOrderNumber,
    receipts: {},
    orders: [],
    customers: seed.customers.map((customer) => ({
      ...customer,
      id: gid('Customer', customer.id),
      address: customer.address && { ...customer.address, id: gid('MailingAddress', customer.id) },
      createdAt: at,
      updatedAt: at,
    })),
    levels: firstLevels(seed, catalog, at),
    subscriptions: [],
    due: [],
    remembered: {},
    drafts: [],
    nextDraftNumber: 1,
    edits: [],
    bulkOperations: [],
    offline: [],
    merges: {},
  };
}

/** Every tracked item is stocked everywhere, as Shopify does for a new location; the seed sets counts. */
function firstLevels(seed: ShopSeed, catalog: readonly CatalogVariant[], at: Instant): Level[] {
  const counts = new Map(seed.stock.map((s) => [`${s.sku}@${s.locationId}`, s.available]));
  return catalog.flatMap((variant) =>
    seed.locations.map((place) => ({
      id: `gid://shopify/InventoryLevel/${place.id}?inventory_item_id=${variant.inventoryItemId}`,
      itemId: variant.itemGid,
      locationId: gid('Location', place.id),
      available: counts.get(`${variant.sku}@${place.id}`) ?? 0,
      committed: 0,
      reserved: 0,
      damaged: 0,
      safety_stock: 0,
      quality_control: 0,
      incoming: 0,
      updatedAt: at,
    })),
  );
}

/** The key of a level in `shop.levels`. */
export function levelKey(itemId: Gid, locationId: Gid): string {
  return `${legacyId(itemId)}@${legacyId(locationId)}`;
}

/** The next free id of a type. */
export function newId(shop: Shop, type: string): Gid {
  return gid(type, shop.state.nextId++);
}

/** The present instant, as Shopify writes it. */
export function instant(shop: Shop): Instant {
  return toInstant(shop.clock.now());
}

/** ISO text in whole seconds: Shopify answers no fractions. */
export function toInstant(at: Date): Instant {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** Marks an order as changed now and tells the listeners. */
export function touch(shop: Shop, order: Order, topic: string = 'orders/updated'): void {
  order.updatedAt = instant(shop);
  announce(shop, { topic, orderId: order.id });
}

export function announce(shop: Shop, event: ShopEvent): void {
  for (const listener of shop.listeners) listener(event);
}

/** An order by gid, legacy id or name. */
export function findOrder(shop: Shop, key: string): Order | null {
  const byId = shop.orders.get(key) ?? shop.orders.get(gid('Order', key));
  return byId ?? shop.state.orders.find((order) => order.name === key) ?? null;
}

/** An address with an id of its own. */
export function recordAddress(shop: Shop, address: Omit<AddressRecord, 'id'>): AddressRecord {
  return { ...address, id: newId(shop, 'MailingAddress') };
}
