// Send sales placed by us.

import type { JsonObject, SendSaleState } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Updateable } from 'kysely';
import type { Database } from '../database.ts';
import type { SendSaleTable } from '../tables.ts';

/** As `insertSendSale` makes them. */
const SALE_ID = /^SS\d+$/;
/** Holds of a paid order end when it is approved or cancelled, not by time. */
const FOREVER = new Date('9999-12-31T00:00:00Z');

export interface NewSendSale {
  readonly requestKey: string;
  readonly shopId: string;
  readonly sellingFacilityId: string;
  readonly associate: string;
  readonly request: JsonObject;
  readonly at: Date;
}

export interface SendSale {
  readonly id: string;
  readonly shopId: string;
  readonly state: SendSaleState;
  readonly draftOrderId: string | null;
  readonly draftName: string | null;
  readonly invoiceUrl: string | null;
  readonly shopifyOrderId: string | null;
  readonly sellingFacilityId: string;
  readonly associate: string;
  readonly totalMinor: number | null;
  readonly currency: string | null;
  readonly failure: JsonObject | null;
  readonly request: JsonObject;
  readonly updatedAt: Date;
}

/** Inserts the sale in state PLACING. @returns the one of the same key when it was asked for before */
export async function insertSendSale(
  db: Database,
  sale: NewSendSale,
): Promise<{ readonly sale: SendSale; readonly isNew: boolean }> {
  const row = await db
    .insertInto('send_sale')
    .values({
      id: sql<string>`'SS' || nextval('send_sale_number')`,
      request_key: sale.requestKey,
      shop_id: sale.shopId,
      state: 'PLACING',
      selling_facility_id: sale.sellingFacilityId,
      associate: sale.associate,
      request: sale.request,
      placed_at: sale.at,
      updated_at: sale.at,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  const found = await find(db, row === undefined ? { requestKey: sale.requestKey } : row);
  if (found === null) throw new Error(`Send sale ${sale.requestKey} was there just now.`);
  return { sale: found, isNew: row !== undefined };
}

/** The sale as it is once everybody else who works on it is done; it is theirs again after the transaction. */
export async function lockSendSale(db: Database, id: string): Promise<SendSale | null> {
  await db.selectFrom('send_sale').select('id').where('id', '=', id).forUpdate().execute();
  return find(db, { id });
}

export async function findSendSale(db: Database, id: string): Promise<SendSale | null> {
  return find(db, { id });
}

async function find(
  db: Database,
  key: { readonly id: string } | { readonly requestKey: string },
): Promise<SendSale | null> {
  const row = await db
    .selectFrom('send_sale')
    .select([
      'id',
      'shop_id as shopId',
      'state',
      'draft_order_id as draftOrderId',
      'draft_name as draftName',
      'invoice_url as invoiceUrl',
      'shopify_order_id as shopifyOrderId',
      'selling_facility_id as sellingFacilityId',
      'associate',
      'total_minor as totalMinor',
      'currency',
      'failure',
      'request',
      'updated_at as updatedAt',
    ])
    .$if('id' in key, (query) => query.where('id', '=', 'id' in key ? key.id : ''))
    .$if('requestKey' in key, (query) =>
      query.where('request_key', '=', 'requestKey' in key ? key.requestKey : ''),
    )
    .executeTakeFirst();
  return row ?? null;
}

export async function updateSendSale(
  db: Database,
  id: string,
  change: Updateable<SendSaleTable>,
): Promise<void> {
  await db.updateTable('send_sale').set(change).where('id', '=', id).execute();
}

/**
 * The order a draft of ours became: it takes over the selling store where the till did not say one, and the
 * holds wait for its approval however long that takes.
 * @param tags of the order; a draft's tags become its order's
 * @returns the sale, null when none of the tags names one
 */
export async function tieOrderToSale(
  db: Database,
  order: {
    readonly orderId: string;
    readonly shopId: string;
    readonly shopifyId: string;
    readonly tags: readonly string[];
    readonly at: Date;
  },
): Promise<{ readonly id: string; readonly associate: string } | null> {
  const saleIds = order.tags.filter((tag) => SALE_ID.test(tag));
  if (saleIds.length === 0) return null;
  const { rows } = await sql<{ id: string; associate: string }>`
    with sale as (
      update send_sale set shopify_order_id = ${order.shopifyId}, state = 'COMPLETED',
        updated_at = ${order.at}
      where shop_id = ${order.shopId} and id = any(${saleIds}::text[])
        and coalesce(shopify_order_id, ${order.shopifyId}) = ${order.shopifyId}
      returning id, associate, selling_facility_id
    ), held as (
      update stock_hold set expires_at = ${FOREVER} from sale
      where send_sale_id = sale.id and state = 'HELD'
    ), sold as (
      update sales_order o set selling_facility_id = coalesce(o.selling_facility_id,
        sale.selling_facility_id) from sale where o.id = ${order.orderId}
    )
    select id, associate from sale`.execute(db);
  return rows[0] ?? null;
}
