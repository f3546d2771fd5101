// Inserts or updates shops, facilities and mappings, and gives orders that waited for one what they miss.

import type { Address, FacilityKind, FulfilledBy } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { ANONYMOUS } from '../read/orders/load-intake.ts';

export interface ShopRow {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly netsuiteSubsidiaryId: string | null;
}

export async function upsertShop(db: Database, shop: ShopRow): Promise<void> {
  const values = {
    name: shop.name,
    domain: shop.domain,
    currency: shop.currency,
    time_zone: shop.timeZone,
    netsuite_subsidiary_id: shop.netsuiteSubsidiaryId,
  };
  await db
    .insertInto('shop')
    .values({ id: shop.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

export interface AnonymousCustomer {
  readonly shopId: string;
  readonly name: string;
  readonly netsuiteId: string | null;
  readonly at: Date;
}

/** Sets the buyer of the shop's anonymous sales; orders that have none get it. */
export async function giveAnonymousCustomer(
  db: Database,
  customer: AnonymousCustomer,
): Promise<void> {
  const { shopId, name, netsuiteId, at } = customer;
  await sql`
    with buyer as (
      insert into customer as c (shop_id, shopify_id, last_name, netsuite_id)
      values (${shopId}, ${ANONYMOUS}, ${name}, ${netsuiteId})
      on conflict (shop_id, shopify_id) do update set
        last_name = excluded.last_name, netsuite_id = coalesce(excluded.netsuite_id, c.netsuite_id)
      returning id
    ), given as (
      update sales_order o set customer_id = buyer.id from buyer
      where o.shop_id = ${shopId} and o.customer_id is null
      returning o.id
    )
    update problem p set resolved_at = ${at}, resolution = 'The anonymous customer was set.'
    from given
    where p.order_id = given.id and p.code = 'CUSTOMER_MISSING' and p.resolved_at is null`.execute(
    db,
  );
}

export interface FacilityRow {
  readonly id: string;
  readonly name: string;
  readonly kind: FacilityKind;
  readonly fulfilledBy: FulfilledBy;
  readonly shipsOrders: boolean;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly address: Address;
  readonly ordersPerDay: number | null;
  readonly safetyStock: number;
  readonly netsuiteLocationId: string | null;
  readonly netsuiteDepartmentId: string | null;
  readonly shopifyLocations: readonly { readonly shopId: string; readonly locationId: string }[];
}

/** The Shopify locations given are all the facility has; others are taken from it. */
export async function upsertFacility(db: Database, facility: FacilityRow): Promise<void> {
  const values = {
    name: facility.name,
    kind: facility.kind,
    fulfilled_by: facility.fulfilledBy,
    ships_orders: facility.shipsOrders,
    latitude: facility.latitude,
    longitude: facility.longitude,
    time_zone: facility.timeZone,
    address: facility.address,
    orders_per_day: facility.ordersPerDay,
    safety_stock: facility.safetyStock,
    netsuite_location_id: facility.netsuiteLocationId,
    netsuite_department_id: facility.netsuiteDepartmentId,
  };
  await db
    .insertInto('facility')
    .values({ id: facility.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
  await db.deleteFrom('facility_location').where('facility_id', '=', facility.id).execute();
  if (facility.shopifyLocations.length === 0) return;
  await db
    .insertInto('facility_location')
    .values(
      facility.shopifyLocations.map(({ shopId, locationId }) => ({
        shop_id: shopId,
        shopify_location_id: locationId,
        facility_id: facility.id,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'shopify_location_id'])
        .doUpdateSet({ facility_id: facility.id }),
    )
    .execute();
}

/** Gives orders whose till stands at the facility's locations their selling facility. */
export async function giveSellingFacility(
  db: Database,
  options: { readonly facilityId: string; readonly at: Date },
): Promise<void> {
  await sql`
    with given as (
      update sales_order o set selling_facility_id = l.facility_id
      from facility_location l
      where l.facility_id = ${options.facilityId} and o.selling_facility_id is null
        and o.shop_id = l.shop_id and o.till->>'locationId' = l.shopify_location_id
      returning o.id
    )
    update problem p set resolved_at = ${options.at}, resolution = 'The location has a facility now.'
    from given
    where p.order_id = given.id and p.code = 'SELLING_FACILITY_UNKNOWN'
      and p.resolved_at is null`.execute(db);
}

export interface MappingRow {
  readonly kind: string;
  readonly shopId: string;
  readonly key: string;
  readonly value: string;
}

export async function upsertMapping(db: Database, mapping: MappingRow): Promise<void> {
  const { kind, shopId, key, value } = mapping;
  await db
    .insertInto('mapping')
    .values({ kind, shop_id: shopId, key, value })
    .onConflict((conflict) => conflict.columns(['kind', 'shop_id', 'key']).doUpdateSet({ value }))
    .execute();
}

export async function deleteMapping(
  db: Database,
  { kind, shopId, key }: Omit<MappingRow, 'value'>,
): Promise<void> {
  await db
    .deleteFrom('mapping')
    .where('kind', '=', kind)
    .where('shop_id', '=', shopId)
    .where('key', '=', key)
    .execute();
}

/** Gives ship groups that have a title but no method the method. */
export async function giveShippingMethod(
  db: Database,
  options: { readonly shopId: string; readonly title: string; readonly method: string },
): Promise<void> {
  await sql`
    update ship_group g set shipping_method = ${options.method}
    from sales_order o
    where o.id = g.order_id and g.shipping_method is null and g.shipping_title = ${options.title}
      and ${options.shopId} in ('*', o.shop_id)`.execute(db);
}

/** Resolves open problems whose detail names the mapping as missing; the key DEFAULT stands for every key. */
export async function resolveMappingProblems(
  db: Database,
  options: Omit<MappingRow, 'value'> & { readonly at: Date },
): Promise<void> {
  const { kind, shopId, key, at } = options;
  await sql`
    update problem p set resolved_at = ${at}, resolution = ${`Mapping ${kind}/${key} was set.`}
    where p.resolved_at is null and p.detail->>'mappingKind' = ${kind}
      and ${key} in ('DEFAULT', p.detail->>'mappingKey')
      and (${shopId} = '*' or p.order_id is null or exists (
        select 1 from sales_order o where o.id = p.order_id and o.shop_id = ${shopId}))`.execute(
    db,
  );
}
