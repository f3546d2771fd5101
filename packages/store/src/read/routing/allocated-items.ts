// Orders that have a place and may still get another one.

import type { AllocatedOrder, RoutingOrder } from '@sendsale/domain';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Database } from '../../database.ts';
import { selectItems } from './routing-items.ts';
import { groupRoutingOrders } from './routing-orders.ts';
import type { RoutingItemRow } from './routing-orders.ts';

export interface AllocatedScope {
  readonly at: Date;
  /** Allocated since then. */
  readonly since: Date;
  /** At most this many items, the latest first. */
  readonly limit: number;
}

interface AllocatedRow extends RoutingItemRow {
  readonly facilityId: string;
  readonly ofDay: boolean;
  readonly ofHour: boolean;
}

/**
 * Orders that brokering gave places and that nobody outside acts on yet: all their items ship, are allocated since
 * then by a rule, none has left or is on a picklist, nothing waits or is on hold, and no other system was told of an
 * item's place.
 */
export async function allocatedRoutingOrders(
  db: Database,
  scope: AllocatedScope,
): Promise<readonly AllocatedOrder[]> {
  const { at, since, limit } = scope;
  const clockStart = (unit: 'day' | 'hour') =>
    sql`date_trunc(${sql.lit(unit)}, ${at}::timestamptz at time zone t.time_zone) at time zone t.time_zone`;
  const { rows } = await sql<AllocatedRow>`
    select n.*, t.id as "facilityId", x.allocated_at >= ${clockStart('day')} as "ofDay",
      x.allocated_at >= ${clockStart('hour')} as "ofHour"
    from (${selectItems(at)}
      where o.status = 'APPROVED' and i.status = 'APPROVED' and i.facility_id is not null
        and o.id in (${movableOrders(since)})
      order by o.ordered_at desc, o.id, i.seq
      limit ${limit}) n
    join allocation x on x.order_id = n."orderId" and x.item_seq = n.seq and x.released_at is null
    join facility t on t.id = x.facility_id
    order by n."placedAt", n."orderId", n.seq`.execute(db);
  const mine = new Map<string, AllocatedRow[]>();
  for (const row of rows) mine.set(row.orderId, [...(mine.get(row.orderId) ?? []), row]);
  const waiting = rows.map((row) => ({ ...row, queue: 'BROKERING' as const, presentAt: null }));
  return groupRoutingOrders(waiting).map((order) => allocatedOrder(order, mine.get(order.orderId)));
}

function allocatedOrder(order: RoutingOrder, rows: readonly AllocatedRow[] = []): AllocatedOrder {
  const places = new Map(rows.map((row) => [row.facilityId, row]));
  return {
    order,
    facilityOf: new Map(rows.map((row) => [row.seq, row.facilityId])),
    places: [...places.values()].map(({ facilityId, ofDay, ofHour }) => ({
      facilityId,
      ofDay,
      ofHour,
    })),
  };
}

// Every item speaks for the whole order: one that may not move keeps the others.
function movableOrders(since: Date): RawBuilder<unknown> {
  return sql`
    select a.order_id from allocation a
    where a.released_at is null and a.allocated_at >= ${since}
      and not exists (select 1 from brokering_hold h
        where h.order_id = a.order_id and h.released_at is null)
      and not exists (select 1 from shipment s where s.order_id = a.order_id)
      and not exists (select 1 from order_item i
        join ship_group g on g.order_id = i.order_id and g.seq = i.ship_group_seq
        left join allocation b on b.order_id = i.order_id and b.item_seq = i.seq
          and b.released_at is null
        where i.order_id = a.order_id and i.status not in ('CANCELLED', 'COMPLETED')
          and (i.queue is not null or g.delivery <> 'SHIP' or b.id is null
            or b.allocated_at < ${since} or b.decision->>'run' is null
            or exists (select 1 from pick k where k.allocation_id = b.id)
            or exists (select 1 from ledger t where t.feed = 'allocation' and t.state <> 'DUE'
              and t.subject = i.order_id || '.' || i.seq)))`;
}
