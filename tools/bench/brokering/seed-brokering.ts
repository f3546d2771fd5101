// A retailer of 500 facilities with approved orders that wait, made by the database itself: the benchmark is
// about brokering, not about intake.

import type { Database } from '@sendsale/store/read';
import { sql } from 'kysely';

export interface BrokeringSize {
  readonly orders: number;
  readonly facilities: number;
  readonly products: number;
  /** Of a hundred products, how many a facility stocks. */
  readonly stockedPercent: number;
  readonly unitsMax: number;
}

/** Orders of 1 to 4 units (1.6 on average); demand falls off with the product's number, as in real baskets. */
export async function seedBrokering(db: Database, size: BrokeringSize): Promise<void> {
  const { orders, facilities, products, stockedPercent, unitsMax } = size;
  await sql`select setseed(0.42)`.execute(db);
  await sql`insert into shop (id, name, domain, currency, time_zone)
    values ('shop', 'Shop', 'shop.example', 'USD', 'America/New_York')`.execute(db);
  await sql`insert into facility (id, name, kind, fulfilled_by, latitude, longitude, time_zone, address,
      orders_per_day, safety_stock)
    select 'F' || n, 'Facility ' || n, 'STORE', 'OMS', 26 + 22 * random(), -122 + 50 * random(),
      'America/New_York', '{"country": "US", "region": "NY"}', case when n % 2 = 0 then 60 end, n % 2
    from generate_series(1, ${facilities}::int) n`.execute(db);
  await sql`insert into product (id, sku, title, weight_grams)
    select 'P' || n, 'SKU-' || n, 'Product ' || n, 100 + n % 2000
    from generate_series(1, ${products}::int) n`.execute(db);
  await sql`insert into inventory (facility_id, product_id, on_hand)
    select f.id, p.id, 1 + floor(random() * ${unitsMax})::int from facility f, product p
    where random() * 100 < ${stockedPercent}`.execute(db);
  await sql`insert into sales_order (id, shop_id, shopify_id, name, channel, status, currency, total_minor,
      ordered_at, entered_at, updated_at, ship_to, digest)
    select 'B' || n, 'shop', n::text, '#' || n, 'WEB', 'APPROVED', 'USD', 10000,
      now() - make_interval(secs => n), now(), now(),
      jsonb_build_object('country', 'US', 'latitude', 26 + 22 * random(), 'longitude', -122 + 50 * random()), ''
    from generate_series(1, ${orders}::int) n`.execute(db);
  await sql`insert into posting (id, order_id, kind, external_id)
    select id, id, 'SALES_ORDER', shopify_id from sales_order`.execute(db);
  await sql`insert into ship_group (order_id, seq, key, delivery, posting_id, shipping_method, evidence)
    select id, '00001', 'group', 'SHIP', id, 'STANDARD', '{}' from sales_order`.execute(db);
  await sql`insert into order_item (order_id, seq, ship_group_seq, posting_id, shopify_line_id, product_id, sku,
      title, quantity, unit_price_minor, requires_shipping, is_gift_card, status, queue)
    select o.id, lpad(k::text, 5, '0'), '00001', o.id, k::text, 'P' || p.n, 'SKU-' || p.n, 'Product', 1, 5000,
      true, false, 'APPROVED', 'BROKERING'
    from sales_order o
    cross join lateral (select case when o.shopify_id::int % 10 < 6 then 1 when o.shopify_id::int % 10 < 8 then 2
      when o.shopify_id::int % 10 < 9 then 3 else 4 end as units) u
    cross join lateral generate_series(1, u.units) k
    cross join lateral (select 1 + floor(power(random(), 2) * ${products} + 0 * k)::int as n
      where o.id is not null) p
    where p.n <= ${products}::int`.execute(db);
  await sql`analyze`.execute(db);
}
