// A shop's days as instants: when each begins and ends in its own time zone.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface ShopDay {
  readonly shopId: string;
  /** yyyy-MM-dd */
  readonly day: string;
  readonly from: Date;
  readonly until: Date;
}

const DAYS_MAX = 400;

/** Every day from..to of every shop; the two newest days where none are named. */
export async function shopDays(
  db: Database,
  options: { readonly from: string | null; readonly to: string | null; readonly at: Date },
): Promise<ShopDay[]> {
  const { from, to, at } = options;
  const { rows } = await sql<ShopDay>`
    select s.id as "shopId", to_char(d, 'YYYY-MM-DD') as day,
      d::timestamp at time zone s.time_zone as from,
      (d + interval '1 day')::timestamp at time zone s.time_zone as until
    from shop s
    cross join lateral (select (${at}::timestamptz at time zone s.time_zone)::date as today) t
    cross join lateral generate_series(
      coalesce(${from}::date, coalesce(${to}::date, t.today) - 1),
      coalesce(${to}::date, t.today), interval '1 day') as d
    order by d, s.id
    limit ${DAYS_MAX}`.execute(db);
  return rows;
}
