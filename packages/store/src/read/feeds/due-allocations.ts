// Lines of booked sales orders whose ship-from NetSuite must be told.

import type { Address } from '@sendsale/domain';
import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';
import { isItemLine, itemSubject, unsent } from './conditions.ts';

export interface DueAllocation {
  readonly orderId: string;
  readonly itemSeq: string;
  /** How many times the item has been allocated, this time included: the ledger's revision. */
  readonly revision: number;
  /** NetSuite was told a place, and nobody ships the line from anywhere now. */
  readonly isReleased: boolean;
  readonly shopId: string;
  readonly postingId: string;
  readonly postingNetsuiteId: string;
  readonly netsuiteLine: string;
  readonly quantity: number;
  readonly facilityId: string;
  readonly locationId: string | null;
  readonly shipTo: Address | null;
  readonly shippingMethod: string | null;
}

/**
 * Open allocations to facilities NetSuite fulfills; and to any facility when NetSuite was told another
 * place for that line before (else its warehouse would still ship it). Lines of one order stand together.
 */
export async function dueAllocations(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueAllocation[]> {
  const due = [...(await openAllocations(db, options)), ...(await releasedLines(db, options))];
  return due.sort((a, b) => compare(a.orderId, b.orderId) || compare(a.itemSeq, b.itemSeq));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Lines whose last told place was taken from them and that wait where brokering does not look by itself
 * (no facility had them), or on a held order: without word NetSuite would still ship them from there.
 */
async function releasedLines(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueAllocation[]> {
  const revision = sql<number>`(select count(*) from allocation e
    where e.order_id = a.order_id and e.item_seq = a.item_seq)`;
  const rows = await db
    .selectFrom('allocation as a')
    .innerJoin('order_item as i', (join) =>
      join.onRef('i.order_id', '=', 'a.order_id').onRef('i.seq', '=', 'a.item_seq'),
    )
    .innerJoin('posting as g', 'g.id', 'i.posting_id')
    .innerJoin('posting_line as l', (join) => join.on(isItemLine))
    .innerJoin('sales_order as o', 'o.id', 'a.order_id')
    .select([
      'a.order_id as orderId',
      'a.item_seq as itemSeq',
      revision.as('revision'),
      'o.shop_id as shopId',
      'g.id as postingId',
      'g.netsuite_id as postingNetsuiteId',
      'l.netsuite_line as netsuiteLine',
      'i.quantity',
      'a.facility_id as facilityId',
    ])
    .$narrowType<{ postingNetsuiteId: string; netsuiteLine: string }>()
    .where('a.released_at', 'is not', null)
    .where('i.status', '=', 'APPROVED')
    .where('i.facility_id', 'is', null)
    .where(sql<boolean>`(i.queue = 'UNFILLABLE' or o.status = 'HOLD')`)
    .where('g.kind', '=', 'SALES_ORDER')
    .where('g.netsuite_id', 'is not', null)
    .where('l.netsuite_line', 'is not', null)
    .where(
      sql<boolean>`not exists (select 1 from allocation e
        where e.order_id = a.order_id and e.item_seq = a.item_seq and e.id > a.id)`,
    )
    .where(wasTold)
    .where(unsent('allocation', sql`${itemSubject} || '.RELEASED'`, revision))
    .orderBy('a.order_id')
    .orderBy('a.item_seq')
    .limit(options.limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    isReleased: true,
    locationId: '',
    shipTo: null,
    shippingMethod: null,
  }));
}

async function openAllocations(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueAllocation[]> {
  const revision = sql<number>`(select count(*) from allocation e
    where e.order_id = a.order_id and e.item_seq = a.item_seq and e.id <= a.id)`;
  return db
    .selectFrom('allocation as a')
    .innerJoin('order_item as i', (join) =>
      join.onRef('i.order_id', '=', 'a.order_id').onRef('i.seq', '=', 'a.item_seq'),
    )
    .innerJoin('ship_group as w', (join) =>
      join.onRef('w.order_id', '=', 'i.order_id').onRef('w.seq', '=', 'i.ship_group_seq'),
    )
    .innerJoin('posting as g', 'g.id', 'i.posting_id')
    .innerJoin('posting_line as l', (join) => join.on(isItemLine))
    .innerJoin('sales_order as o', 'o.id', 'a.order_id')
    .innerJoin('facility as f', 'f.id', 'a.facility_id')
    .select([
      'a.order_id as orderId',
      'a.item_seq as itemSeq',
      revision.as('revision'),
      'o.shop_id as shopId',
      'g.id as postingId',
      'g.netsuite_id as postingNetsuiteId',
      'l.netsuite_line as netsuiteLine',
      'i.quantity',
      'f.id as facilityId',
      'f.netsuite_location_id as locationId',
      'o.ship_to as shipTo',
      'w.shipping_method as shippingMethod',
      sql<boolean>`false`.as('isReleased'),
    ])
    .$narrowType<{ postingNetsuiteId: string; netsuiteLine: string }>()
    .where('a.released_at', 'is', null)
    .where('i.status', '=', 'APPROVED')
    .where('g.kind', '=', 'SALES_ORDER')
    .where('g.netsuite_id', 'is not', null)
    .where('l.netsuite_line', 'is not', null)
    .where(sql<boolean>`(f.fulfilled_by = 'NETSUITE' or ${wasTold})`)
    .where(unsent('allocation', itemSubject, revision))
    .orderBy('a.order_id')
    .orderBy('a.item_seq')
    .limit(options.limit)
    .execute();
}

/** NetSuite was told a place for item `i` before. */
const wasTold = sql<boolean>`exists (select 1 from ledger t
  where t.feed = 'allocation' and t.subject = ${itemSubject})`;
