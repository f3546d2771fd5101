// Keeps and drops the filters a person has given a name.

import type { JsonObject } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';

export interface SaveViewOptions {
  readonly personId: string;
  readonly page: string;
  readonly name: string;
  readonly query: JsonObject;
  readonly at: Date;
}

/** The same name again replaces what it stood for. */
export async function saveView(db: Database, options: SaveViewOptions): Promise<void> {
  const { personId, page, name, query, at } = options;
  await db
    .insertInto('saved_view')
    .values({ person_id: personId, page, name, query, created_at: at })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'page', 'name']).doUpdateSet({ query }),
    )
    .execute();
}

/** Dropping what is not there changes nothing. */
export async function dropView(
  db: Database,
  { personId, id }: { readonly personId: string; readonly id: number },
): Promise<void> {
  await db
    .deleteFrom('saved_view')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .execute();
}
