// How much of the catalogue is known and where: for the first look after setting up.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface CatalogueCounts {
  readonly products: number;
  readonly productsInNetsuite: number;
  /** Products with stock on hand anywhere. */
  readonly stockedProducts: number;
}

export async function catalogueCounts(db: Database): Promise<CatalogueCounts> {
  const { rows } = await sql<CatalogueCounts>`
    select count(*) as products,
      count(netsuite_item_id) as "productsInNetsuite",
      (select count(distinct product_id) from inventory where on_hand > 0) as "stockedProducts"
    from product`.execute(db);
  return rows[0] ?? { products: 0, productsInNetsuite: 0, stockedProducts: 0 };
}
