// Facility groups, and what each facility can take and when.

import type { CutOffTimes, OpeningTimes } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface FacilityGroup {
  readonly id: string;
  readonly name: string;
  /** In the group's own order. */
  readonly facilityIds: readonly string[];
}

export async function facilityGroups(db: Database): Promise<readonly FacilityGroup[]> {
  const { rows } = await sql<FacilityGroup>`
    select g.id, g.name, coalesce(json_agg(m.facility_id order by m.sequence)
      filter (where m.facility_id is not null), '[]') as "facilityIds"
    from facility_group g left join facility_group_member m on m.group_id = g.id
    group by g.id order by g.id`.execute(db);
  return rows;
}

export interface FacilityLimits {
  readonly facilityId: string;
  readonly ordersPerDay: number | null;
  readonly ordersPerHour: number | null;
  readonly safetyStock: number;
  readonly timeZone: string;
  readonly openingHours: OpeningTimes;
  readonly cutOffs: CutOffTimes;
  readonly costPerShipment: number;
  readonly costPerUnit: number;
}

export async function facilityLimits(db: Database): Promise<readonly FacilityLimits[]> {
  const { rows } = await sql<FacilityLimits>`
    select f.id as "facilityId", f.orders_per_day as "ordersPerDay",
      b.orders_per_hour as "ordersPerHour", f.safety_stock as "safetyStock",
      f.time_zone as "timeZone", coalesce(b.opening_hours, '[]') as "openingHours",
      coalesce(b.cut_offs, '[]') as "cutOffs", coalesce(b.cost_per_shipment, 0) as "costPerShipment",
      coalesce(b.cost_per_unit, 0) as "costPerUnit"
    from facility f left join facility_brokering b on b.facility_id = f.id
    order by f.id`.execute(db);
  return rows;
}
