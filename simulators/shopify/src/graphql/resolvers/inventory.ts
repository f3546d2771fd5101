// Locations, inventory items, their levels, and the two mutations that set and adjust counts.
import { defined } from '@sendsale/std';
import type { SeedLocation } from '../../seed.ts';
import { COUNTED, onHand } from '../../orders/stock.ts';
import { gid, legacyId } from '../../state/gid.ts';
import type { Gid, Level } from '../../state/model.ts';
import { levelKey } from '../../state/shop.ts';
import type { CatalogVariant, Shop } from '../../state/shop.ts';
import { paginate } from '../connection.ts';
import type { PageArguments } from '../connection.ts';
import { idOf, requireScope } from '../context.ts';
import type { FieldResolvers } from '../context.ts';
import { search } from '../search.ts';
import type { Searchable } from '../search.ts';

type ItemSource = CatalogVariant & { readonly id: Gid };
type PlaceSource = SeedLocation & { readonly id: Gid };

const ITEM_FIELDS: Searchable<CatalogVariant> = {
  id: { kind: 'id', of: (variant) => variant.inventoryItemId },
  sku: { kind: 'text', of: (variant) => variant.sku },
  created_at: { kind: 'time', of: () => null },
  updated_at: { kind: 'time', of: () => null },
};

const PLACE_FIELDS: Searchable<SeedLocation> = {
  id: { kind: 'id', of: (place) => place.id },
  location_id: { kind: 'id', of: (place) => place.id },
  name: { kind: 'text', of: (place) => place.name },
  active: { kind: 'word', of: (place) => String(place.isActive) },
  city: { kind: 'word', of: (place) => place.address.city },
};

export const inventoryQueries: FieldResolvers<unknown> = {
  location: (_, args: { id?: Gid | null }, context) => {
    requireScope(context, 'read_locations', 'location field');
    const id = args.id ?? [...context.shop.locations.keys()][0] ?? '';
    return readLocation(context.shop, idOf('Location', id));
  },
  locations: (
    _,
    args: PageArguments & { query?: string | null; sortKey?: string; includeInactive?: boolean },
    context,
  ) => {
    requireScope(context, 'read_locations', 'locations field');
    const over = { fields: PLACE_FIELDS, path: 'locations', notes: context.searchNotes };
    const all = context.shop.seed.locations.filter(
      (p) => p.isActive || args.includeInactive === true,
    );
    const found = search(all, args.query, over);
    const page = paginate(found, args, (place) =>
      args.sortKey === 'ID' ? [Number(place.id), Number(place.id)] : [place.name, Number(place.id)],
    );
    const wrap = (place: SeedLocation): object => ({ ...place, id: gid('Location', place.id) });
    return {
      ...page,
      nodes: page.nodes.map(wrap),
      edges: page.edges.map((edge) => ({ ...edge, node: wrap(edge.node) })),
    };
  },
  inventoryItem: (_, args: { id: Gid }, context) => {
    requireScope(context, 'read_inventory', 'inventoryItem field');
    return readItem(context.shop, idOf('InventoryItem', args.id));
  },
  inventoryItems: (_, args: PageArguments & { query?: string | null }, context) => {
    requireScope(context, 'read_inventory', 'inventoryItems field');
    const over = { fields: ITEM_FIELDS, path: 'inventoryItems', notes: context.searchNotes };
    const found = search([...context.shop.variants.values()], args.query, over);
    const items = found.map((variant): ItemSource => ({ ...variant, id: variant.itemGid }));
    return paginate(items, args, (item) => [
      Number(item.inventoryItemId),
      Number(item.inventoryItemId),
    ]);
  },
  inventoryLevel: (_, args: { id: Gid }, context) => {
    requireScope(context, 'read_inventory', 'inventoryLevel field');
    const id = idOf('InventoryLevel', args.id);
    return context.shop.state.levels.find((level) => level.id === id) ?? null;
  },
};

/** The location of an id, as resolvers pass it on. */
export function readLocation(shop: Shop, id: Gid | null): PlaceSource | null {
  const place = id === null ? undefined : shop.locations.get(id);
  return place === undefined ? null : { ...place, id: gid('Location', place.id) };
}

export function readItem(shop: Shop, id: Gid): ItemSource | null {
  const variant = shop.variantsByItem.get(id);
  return variant === undefined ? null : { ...variant, id };
}

export const location: FieldResolvers<PlaceSource> = {
  legacyResourceId: ({ id }) => legacyId(id),
  isFulfillmentService: () => false,
  shipsInventory: ({ fulfillsOnlineOrders }) => fulfillsOnlineOrders,
  hasActiveInventory: () => true,
  createdAt: (_, __, { shop }) => shop.state.openedAt,
  updatedAt: (_, __, { shop }) => shop.state.openedAt,
  inventoryLevel: ({ id }, args: { inventoryItemId: Gid }, { shop }) =>
    shop.levels.get(levelKey(idOf('InventoryItem', args.inventoryItemId), id)) ?? null,
  inventoryLevels: ({ id }, args: PageArguments, context) => {
    requireScope(context, 'read_inventory', 'inventoryLevels field');
    return paginate(
      context.shop.state.levels.filter((level) => level.locationId === id),
      args,
    );
  },
};

export const locationAddress: FieldResolvers<SeedLocation['address']> = {
  formatted: (address) =>
    [
      address.address1,
      address.address2,
      `${address.city ?? ''} ${address.provinceCode ?? ''} ${address.zip ?? ''}`.trim(),
      address.country,
    ].filter(Boolean),
};

export const inventoryItem: FieldResolvers<ItemSource> = {
  legacyResourceId: ({ id }) => legacyId(id),
  createdAt: (_, __, { shop }) => shop.state.openedAt,
  updatedAt: (_, __, { shop }) => shop.state.openedAt,
  measurement: ({ inventoryItemId, weightGrams }) => ({
    id: gid('InventoryItemMeasurement', inventoryItemId),
    weight: { unit: 'GRAMS', value: weightGrams },
  }),
  variant: ({ gid: id }, _, { shop }) => shop.variants.get(id),
  variants: ({ gid: id }, args: PageArguments, { shop }) =>
    paginate([defined(shop.variants.get(id), 'An item has its variant.')], args),
  inventoryLevel: ({ id }, args: { locationId: Gid }, { shop }) =>
    shop.levels.get(levelKey(id, idOf('Location', args.locationId))) ?? null,
  inventoryLevels: ({ id }, args: PageArguments, { shop }) => {
    const keys = [...shop.locations.keys()].map((place) => levelKey(id, place));
    return paginate(
      keys.flatMap((key) => shop.levels.get(key) ?? []),
      args,
    );
  },
};

const NAMES: readonly string[] = [...COUNTED, 'incoming', 'on_hand'];

export const inventoryLevel: FieldResolvers<Level> = {
  isActive: () => true,
  createdAt: (_, __, { shop }) => shop.state.openedAt,
  item: ({ itemId }, _, { shop }) => readItem(shop, itemId),
  location: ({ locationId }, _, { shop }) => readLocation(shop, locationId),
  quantities: (level, args: { names: readonly string[] }) =>
    args.names
      .filter((name) => NAMES.includes(name))
      .map((name) => ({
        id: `${level.id.replace('InventoryLevel', 'InventoryQuantity')}&name=${name}`,
        name,
        quantity: quantityOf(level, name),
        updatedAt: level.updatedAt,
      })),
};

function quantityOf(level: Level, name: string): number {
  if (name === 'on_hand') return onHand(level);
  const value: unknown = Reflect.get(level, name);
  return typeof value === 'number' ? value : 0;
}
