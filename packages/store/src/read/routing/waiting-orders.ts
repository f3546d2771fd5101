// Approved orders that have items without facility.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

/**
 * Oldest first. Items nobody could ship count only where some facility has stock again that it may promise
 * and has not rejected the product.
 */
export async function waitingOrders(
  db: Database,
  options: { readonly at: Date; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from sales_order o
    where o.status = 'APPROVED' and exists (
      select 1 from order_item i
      where i.order_id = o.id and i.status = 'APPROVED' and i.queue is not null
        and (i.queue in ('BROKERING', 'REJECTED') or exists (
          select 1 from inventory v
          join facility f on f.id = v.facility_id
          where v.product_id = i.product_id
            and v.on_hand - v.reserved - f.safety_stock >= i.quantity
            and not exists (select 1 from rejection r
              where r.product_id = v.product_id and r.facility_id = v.facility_id
                and r.not_here_until > ${options.at}))))
    order by o.ordered_at, o.id
    limit ${options.limit}`.execute(db);
  return rows.map((row) => row.id);
}
