// Every facility as brokering sees it: where it is, its groups and hours, what it can take now and how often
// it rejects.

import type { CutOffTimes, FacilityKind, OpeningTimes, RoutingFacility } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';
import { takesOrders } from '../facilities/takes-orders.ts';

export interface FacilityQuestion {
  readonly at: Date;
  readonly historyDays: number;
}

interface FacilityRow {
  readonly facilityId: string;
  readonly name: string;
  readonly kind: FacilityKind;
  readonly shipsOrders: boolean;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly groups: Readonly<Record<string, number>>;
  readonly openingHours: OpeningTimes;
  readonly cutOffs: CutOffTimes;
  readonly perShipment: number;
  readonly perUnit: number;
  readonly offered: number;
  readonly rejected: number;
}

export async function routingFacilities(
  db: Database,
  question: FacilityQuestion,
): Promise<readonly RoutingFacility[]> {
  const { at, historyDays } = question;
  const since = new Date(at.getTime() - historyDays * 24 * 60 * 60 * 1000);
  const { rows } = await sql<FacilityRow>`
    select f.id as "facilityId", f.name, f.kind, ${takesOrders(at)} as "shipsOrders", f.latitude,
      f.longitude, f.time_zone as "timeZone", f.address->>'country' as country,
      f.address->>'region' as region,
      coalesce((select json_object_agg(m.group_id, m.sequence) from facility_group_member m
        where m.facility_id = f.id), '{}') as groups,
      coalesce(b.opening_hours, '[]') as "openingHours", coalesce(b.cut_offs, '[]') as "cutOffs",
      coalesce(b.cost_per_shipment, 0) as "perShipment", coalesce(b.cost_per_unit, 0) as "perUnit",
      coalesce(offers.count, 0)::int as offered, coalesce(refusals.count, 0)::int as rejected
    from facility f
    left join facility_brokering b on b.facility_id = f.id
    left join (select a.facility_id, count(*) from allocation a
      where a.allocated_at >= ${since} group by 1) offers on offers.facility_id = f.id
    left join (select r.facility_id, count(*) from rejection r
      where r.rejected_at >= ${since} group by 1) refusals on refusals.facility_id = f.id
    order by f.id`.execute(db);
  const capacity = await facilityCapacity(db, {
    at,
    facilityIds: rows.map((row) => row.facilityId),
  });
  return rows.map((row) => ({ ...row, ...(capacity.get(row.facilityId) ?? UNLIMITED) }));
}

/** As many orders as the facility takes on the day `d`, or on every day. */
const ORDERS_OF_DAY = sql`coalesce(d.orders, f.orders_per_day)`;
const UNLIMITED = { dayLeft: null, hourLeft: null };

export interface Capacity {
  /** Orders it can still take; null is no limit. */
  readonly dayLeft: number | null;
  readonly hourLeft: number | null;
}

/**
 * Of the facilities that have a limit: orders allocated on the facility's own calendar day, and in its own
 * clock hour, are taken off.
 */
export async function facilityCapacity(
  db: Database,
  question: { readonly at: Date; readonly facilityIds: readonly string[] },
): Promise<ReadonlyMap<string, Capacity>> {
  const { at, facilityIds } = question;
  const taken = (unit: 'day' | 'hour') => sql`(
    select count(distinct a.order_id) from allocation a
    where a.facility_id = f.id and a.released_at is null
      and a.allocated_at >= date_trunc(${sql.lit(unit)}, ${at}::timestamptz at time zone f.time_zone)
        at time zone f.time_zone)::int`;
  const { rows } = await sql<Capacity & { readonly facilityId: string }>`
    select f.id as "facilityId",
      case when ${ORDERS_OF_DAY} is not null then ${ORDERS_OF_DAY} - ${taken('day')} end as "dayLeft",
      case when b.orders_per_hour is not null then b.orders_per_hour - ${taken('hour')} end as "hourLeft"
    from facility f
    left join facility_brokering b on b.facility_id = f.id
    left join facility_day d on d.facility_id = f.id
      and d.day = (${at}::timestamptz at time zone f.time_zone)::date
    where f.id = any(${[...facilityIds]}::text[])
      and (${ORDERS_OF_DAY} is not null or b.orders_per_hour is not null)`.execute(db);
  return new Map(rows.map(({ facilityId, ...capacity }) => [facilityId, capacity]));
}
