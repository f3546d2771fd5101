// Stock that may be promised of some products, who rejected them lately, how fast they sell where, and what is
// held for send sales.

import type { StockCell, StockHold } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface StockQuestion {
  readonly at: Date;
  readonly productIds: readonly string[];
  /** Days that sales are counted over; null where no rule asks. */
  readonly salesDays: number | null;
}

/** Only where there is something to promise. */
export async function routingStock(
  db: Database,
  question: StockQuestion,
): Promise<readonly StockCell[]> {
  const { at } = question;
  const products = sql`any(${[...question.productIds]}::text[])`;
  const { rows } = await sql<{ productId: string; cells: readonly (readonly [string, number])[] }>`
    select v.product_id as "productId",
      json_agg(json_build_array(v.facility_id, available_to_promise(v.on_hand, v.reserved, f.safety_stock)))
        as cells
    from inventory v join facility f on f.id = v.facility_id
    where v.product_id = ${products}
      and available_to_promise(v.on_hand, v.reserved, f.safety_stock) > 0
    group by v.product_id`.execute(db);
  const rejections = await sql<{ facilityId: string; productId: string }>`
    select distinct r.facility_id as "facilityId", r.product_id as "productId" from rejection r
    where r.product_id = ${products} and r.not_here_until > ${at}`.execute(db);
  const rejected = new Set(rejections.rows.map((row) => cellKey(row.facilityId, row.productId)));
  const sales = question.salesDays === null ? NO_SALES : await weeklySales(db, question);
  return rows.flatMap(({ productId, cells }) =>
    cells.map(([facilityId, available]) => {
      const key = cellKey(facilityId, productId);
      const weeklyUnits = sales.get(key) ?? null;
      return { facilityId, productId, available, weeklyUnits, rejected: rejected.has(key) };
    }),
  );
}

export function cellKey(facilityId: string, productId: string): string {
  return `${facilityId}\n${productId}`;
}

const NO_SALES: ReadonlyMap<string, number> = new Map();

// What left the facility: shipments, and goods carried out of a store.
async function weeklySales(
  db: Database,
  question: StockQuestion,
): Promise<ReadonlyMap<string, number>> {
  const days = question.salesDays ?? 0;
  const since = new Date(question.at.getTime() - days * 24 * 60 * 60 * 1000);
  const { rows } = await sql<{ facilityId: string; productId: string; units: number }>`
    select i.facility_id as "facilityId", i.product_id as "productId", sum(i.quantity)::int as units
    from order_item i
    join sales_order o on o.id = i.order_id
    where i.product_id = any(${[...question.productIds]}::text[]) and i.status = 'COMPLETED'
      and i.facility_id is not null and o.ordered_at >= ${since}
    group by 1, 2`.execute(db);
  const weeks = days / 7;
  return new Map(rows.map((row) => [cellKey(row.facilityId, row.productId), row.units / weeks]));
}

/** Units of send sales placed at a till and not approved yet; an order on hold holds nothing. */
export async function stockHolds(
  db: Database,
  productIds: readonly string[],
): Promise<readonly StockHold[]> {
  const { rows } = await sql<{ productId: string; placedAt: Date; units: number }>`
    select i.product_id as "productId", o.ordered_at as "placedAt", sum(i.quantity)::int as units
    from sales_order o
    join order_item i on i.order_id = o.id
    join ship_group g on g.order_id = i.order_id and g.seq = i.ship_group_seq
    where o.status = 'CREATED' and o.channel = 'POS' and g.delivery = 'SHIP'
      and i.status = 'CREATED' and i.product_id = any(${[...productIds]}::text[])
    group by o.id, i.product_id, o.ordered_at`.execute(db);
  return rows.map((row) => ({ ...row, placedAt: row.placedAt.getTime() }));
}
