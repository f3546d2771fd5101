// Our records behind the identifiers NetSuite answers with.

import type { FulfilledBy, PostingKind } from '@sendsale/domain';
import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';

export interface AnsweredPosting {
  readonly postingId: string;
  readonly orderId: string;
  readonly kind: PostingKind;
  readonly currency: string;
  readonly orderedAt: Date;
}

/** The posting NetSuite calls `custbody_hc_order_id`. */
export async function postingById(
  db: Database<Tables>,
  options: { readonly postingId: string },
): Promise<AnsweredPosting | undefined> {
  return db
    .selectFrom('posting as g')
    .innerJoin('sales_order as o', 'o.id', 'g.order_id')
    .select([
      'g.id as postingId',
      'g.order_id as orderId',
      'g.kind',
      'o.currency',
      'o.ordered_at as orderedAt',
    ])
    .where('g.id', '=', options.postingId)
    .executeTakeFirst();
}

/** The sales order with this NetSuite internal id. */
export async function salesOrderByNetsuiteId(
  db: Database<Tables>,
  options: { readonly netsuiteId: string },
): Promise<Pick<AnsweredPosting, 'postingId' | 'orderId'> | undefined> {
  return db
    .selectFrom('posting')
    .select(['id as postingId', 'order_id as orderId'])
    .where('kind', '=', 'SALES_ORDER')
    .where('netsuite_id', '=', options.netsuiteId)
    .executeTakeFirst();
}

/** Our facility at a NetSuite location. */
export async function facilityAtLocation(
  db: Database<Tables>,
  options: { readonly locationId: string },
): Promise<{ readonly facilityId: string; readonly timeZone: string } | undefined> {
  return db
    .selectFrom('facility')
    .select(['id as facilityId', 'time_zone as timeZone'])
    .where('netsuite_location_id', '=', options.locationId)
    .executeTakeFirst();
}

export interface AllocatedItem {
  readonly facilityId: string;
  readonly fulfilledBy: FulfilledBy;
  /** NetSuite was told of this allocation. */
  readonly isTold: boolean;
}

/** Where an item is allocated now. */
export async function allocatedItem(
  db: Database<Tables>,
  options: { readonly orderId: string; readonly itemSeq: string },
): Promise<AllocatedItem | undefined> {
  return db
    .selectFrom('allocation as a')
    .innerJoin('facility as f', 'f.id', 'a.facility_id')
    .select([
      'f.id as facilityId',
      'f.fulfilled_by as fulfilledBy',
      sql<boolean>`exists (select 1 from ledger l where l.feed = 'allocation'
        and l.subject = a.order_id || '.' || a.item_seq and l.state in ('HANDED_OVER', 'OVERDUE', 'ACCEPTED')
        and l.revision = (select count(*) from allocation e
          where e.order_id = a.order_id and e.item_seq = a.item_seq and e.id <= a.id))`.as(
        'isTold',
      ),
    ])
    .where('a.order_id', '=', options.orderId)
    .where('a.item_seq', '=', options.itemSeq)
    .where('a.released_at', 'is', null)
    .executeTakeFirst();
}

/** The items of an order that left a facility in item fulfillments of NetSuite. */
export async function itemsShippedByNetsuite(
  db: Database<Tables>,
  options: { readonly orderId: string; readonly facilityId: string },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('shipment as s')
    .innerJoin('shipment_item as x', 'x.shipment_id', 's.id')
    .select('x.item_seq')
    .where('s.order_id', '=', options.orderId)
    .where('s.facility_id', '=', options.facilityId)
    .where('s.origin', '=', 'NETSUITE')
    .execute();
  return new Set(rows.map((row) => row.item_seq));
}
