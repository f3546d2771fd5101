// Shops and facilities in short, for screens that name them.

import type { FacilityKind } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface ListedFacility {
  readonly id: string;
  readonly name: string;
  readonly kind: FacilityKind;
  readonly city: string | null;
  readonly region: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly shipsOrders: boolean;
}

export interface ListedShop {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
}

export async function listPlaces(
  db: Database,
): Promise<{ readonly shops: ListedShop[]; readonly facilities: ListedFacility[] }> {
  const shops = await db
    .selectFrom('shop')
    .orderBy('id')
    .select(['id', 'name', 'currency', 'time_zone as timeZone'])
    .execute();
  const { rows } = await sql<ListedFacility>`
    select id, name, kind, address->>'city' as city, address->>'region' as region,
      latitude, longitude, time_zone as "timeZone", ships_orders as "shipsOrders"
    from facility order by kind, name`.execute(db);
  return { shops, facilities: rows };
}
