// The business settings, wherever they are kept: one row each.

import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';

export interface StoredSetting {
  /** The mapping's kind, or the column. */
  readonly place: string;
  readonly key: string;
  readonly shop: string;
  readonly value: string;
}

/** In a fixed order. Columns without a value are no settings. */
export async function storedSettings(db: Database<Tables>): Promise<StoredSetting[]> {
  const { rows } = await sql<StoredSetting>`
    select * from (
      select kind as place, key, shop_id as shop, value from mapping
      union all
      select 'netsuite_location_id', id, '*', netsuite_location_id from facility
      union all
      select 'netsuite_department_id', id, '*', netsuite_department_id from facility
      union all
      select 'fulfilled_by', id, '*', fulfilled_by from facility
      union all
      select 'netsuite_subsidiary_id', id, '*', netsuite_subsidiary_id from shop
    ) s where value is not null
    order by place, shop, key`.execute(db);
  return rows;
}

/** The shops and facilities a setting may name. */
export async function knownPlaces(
  db: Database<Tables>,
): Promise<{ readonly shops: ReadonlySet<string>; readonly facilities: ReadonlySet<string> }> {
  const shops = await db.selectFrom('shop').select('id').execute();
  const facilities = await db.selectFrom('facility').select('id').execute();
  return {
    shops: new Set(shops.map((row) => row.id)),
    facilities: new Set(facilities.map((row) => row.id)),
  };
}
