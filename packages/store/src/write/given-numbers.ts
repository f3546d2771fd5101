// Numbers that were given before a restore: whoever had one gets it again, and nobody else ever does.

import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface GivenNumber {
  readonly kind: 'ORDER' | 'CUSTOMER';
  readonly shopifyId: string;
  readonly id: string;
}

/** Remembers numbers of records that are not here. @returns how many are new */
export async function saveGivenNumbers(
  db: Database,
  numbers: readonly GivenNumber[],
): Promise<number> {
  if (numbers.length === 0) return 0;
  const { rows } = await sql`
    insert into given_number (kind, shopify_id, id)
    select n.kind, n."shopifyId", n.id
    from json_to_recordset(${JSON.stringify(numbers)}::json) as n(kind text, "shopifyId" text, id text)
    where not exists (select 1 from sales_order o where n.kind = 'ORDER' and o.id = n.id)
      and not exists (select 1 from customer c where n.kind = 'CUSTOMER' and c.id = n.id)
    on conflict do nothing
    returning 1`.execute(db);
  return rows.length;
}

/** The counters of our numbers, by the letter they begin with. */
const COUNTERS = {
  M: 'order_number',
  C: 'customer_number',
  S: 'shipment_number',
  R: 'return_number',
  V: 'inventory_variance_id_seq',
} as const;
export type NumberLetter = keyof typeof COUNTERS;

/** Goes on counting behind `highest`; a counter that is further already stays. */
export async function countFrom(
  db: Database,
  highest: Readonly<Partial<Record<NumberLetter, number>>>,
): Promise<void> {
  for (const [letter, value] of Object.entries(highest)) {
    // The keys are those of the type.
    const counter = COUNTERS[letter as NumberLetter];
    await sql`
      select setval(${counter}::regclass, ${value}::bigint)
      where ${value}::bigint > coalesce((select last_value from pg_sequences
        where schemaname = 'public' and sequencename = ${counter}), 0)`.execute(db);
  }
}
