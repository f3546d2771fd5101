// Our records behind the identifiers NetSuite answers with.

import type { PostingKind } from '@sendsale/domain';
import type { Database } from '@sendsale/platform/db';
import type { Tables } from '../../tables.ts';

export interface AnsweredPosting {
  readonly postingId: string;
  readonly orderId: string;
  readonly kind: PostingKind;
  readonly currency: string;
}

/** The posting NetSuite calls `custbody_hc_order_id`. */
export async function postingById(
  db: Database<Tables>,
  options: { readonly postingId: string },
): Promise<AnsweredPosting | undefined> {
  return db
    .selectFrom('posting as g')
    .innerJoin('sales_order as o', 'o.id', 'g.order_id')
    .select(['g.id as postingId', 'g.order_id as orderId', 'g.kind', 'o.currency'])
    .where('g.id', '=', options.postingId)
    .executeTakeFirst();
}

/** Our facility at a NetSuite location. */
export async function facilityAtLocation(
  db: Database<Tables>,
  options: { readonly locationId: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('facility')
    .select('id')
    .where('netsuite_location_id', '=', options.locationId)
    .executeTakeFirst();
  return row?.id;
}
