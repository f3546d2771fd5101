// Stock as a shop counts it, and what we set there.

import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface ShopLevelRow {
  /** Legacy ids. */
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available: number;
  readonly onHand: number | null;
}

/** Takes over the levels as they were read; an older reading than the stored one is left out. */
export async function saveShopLevels(
  db: Database,
  read: { readonly shopId: string; readonly levels: readonly ShopLevelRow[]; readonly at: Date },
): Promise<void> {
  if (read.levels.length === 0) return;
  await sql`
    insert into shopify_inventory_level as l (shop_id, shopify_inventory_item_id, shopify_location_id,
      available, on_hand, read_at)
    select distinct on (n."inventoryItemId", n."locationId") ${read.shopId}, n."inventoryItemId",
      n."locationId", n.available, n."onHand", ${read.at}
    from json_to_recordset(${JSON.stringify(read.levels)}::json) as n("inventoryItemId" text,
      "locationId" text, available int, "onHand" int)
    order by n."inventoryItemId", n."locationId"
    on conflict (shop_id, shopify_inventory_item_id, shopify_location_id) do update set
      available = excluded.available, on_hand = excluded.on_hand, read_at = excluded.read_at
    where l.read_at <= excluded.read_at`.execute(db);
}

/** Forgets the levels of a location that a whole reading of it, begun at `since`, did not meet. */
export async function forgetShopLevels(
  db: Database,
  read: { readonly shopId: string; readonly locationId: string; readonly since: Date },
): Promise<void> {
  await db
    .deleteFrom('shopify_inventory_level')
    .where('shop_id', '=', read.shopId)
    .where('shopify_location_id', '=', read.locationId)
    .where('read_at', '<', read.since)
    .execute();
}

export interface ToldLevelRow {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available: number;
}

/** Shopify has set these levels. */
export async function saveToldLevels(
  db: Database,
  told: {
    readonly shopId: string;
    readonly levels: readonly ToldLevelRow[];
    /** The idempotency key of the call. */
    readonly key: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update shopify_inventory_level l set available = n.available, on_hand = l.on_hand + n.available - l.available,
      told_available = n.available, told_key = ${told.key}, told_at = ${told.at}
    from json_to_recordset(${JSON.stringify(told.levels)}::json) as n("inventoryItemId" text,
      "locationId" text, available int)
    where l.shop_id = ${told.shopId} and l.shopify_inventory_item_id = n."inventoryItemId"
      and l.shopify_location_id = n."locationId"`.execute(db);
}
