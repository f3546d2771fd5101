// What our facilities shipped of booked sales orders, and NetSuite was not told yet.

import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';
import { isItemLine, unsent } from './conditions.ts';
import { isMoneyTold } from './money-told.ts';

export interface DueFulfillment {
  readonly shipmentId: string;
  readonly orderId: string;
  readonly itemSeq: string;
  readonly postingNetsuiteId: string;
  readonly netsuiteLine: string;
  readonly quantity: number;
  readonly facilityId: string;
  readonly locationId: string | null;
  readonly shippedAt: Date;
  /** Of the facility. */
  readonly timeZone: string;
  readonly trackingNumber: string | null;
  readonly carrier: string | null;
}

/** Of orders whose money NetSuite knows as it is now. One row an item; the items of a shipment, and the shipments of an order, stand together. */
export async function dueFulfillments(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueFulfillment[]> {
  return db
    .selectFrom('shipment as s')
    .innerJoin('shipment_item as x', 'x.shipment_id', 's.id')
    .innerJoin('order_item as i', (join) =>
      join.onRef('i.order_id', '=', 'x.order_id').onRef('i.seq', '=', 'x.item_seq'),
    )
    .innerJoin('posting as g', 'g.id', 'i.posting_id')
    .innerJoin('posting_line as l', (join) => join.on(isItemLine))
    .innerJoin('facility as f', 'f.id', 's.facility_id')
    .select([
      's.id as shipmentId',
      's.order_id as orderId',
      'x.item_seq as itemSeq',
      'g.netsuite_id as postingNetsuiteId',
      'l.netsuite_line as netsuiteLine',
      'i.quantity',
      'f.id as facilityId',
      'f.netsuite_location_id as locationId',
      's.shipped_at as shippedAt',
      'f.time_zone as timeZone',
      's.tracking_number as trackingNumber',
      's.carrier',
    ])
    .$narrowType<{ postingNetsuiteId: string; netsuiteLine: string }>()
    .where('s.origin', '=', 'OMS')
    .where('g.kind', '=', 'SALES_ORDER')
    .where('g.netsuite_id', 'is not', null)
    .where('l.netsuite_line', 'is not', null)
    .where(isMoneyTold)
    .where(unsent('fulfillment', sql`s.id || '.' || x.item_seq`))
    .orderBy('s.order_id')
    .orderBy('s.id')
    .orderBy('x.item_seq')
    .limit(options.limit)
    .execute();
}
