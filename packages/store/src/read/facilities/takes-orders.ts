// Whether a facility takes orders at all: it ships, and has not switched itself off for its own calendar day.

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** The condition on `facility f` at an instant. */
export function takesOrders(at: Date): RawBuilder<boolean> {
  return sql<boolean>`(f.ships_orders and not exists (select 1 from facility_day d
    where d.facility_id = f.id and d.off and d.day = (${at}::timestamptz at time zone f.time_zone)::date))`;
}
