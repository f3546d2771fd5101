// The filters a person keeps for a list.

import type { JsonObject } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface SavedView {
  readonly id: number;
  readonly name: string;
  readonly query: JsonObject;
}

const LISTED_MAX = 100;

export async function savedViews(
  db: Database,
  { personId, page }: { readonly personId: string; readonly page: string },
): Promise<SavedView[]> {
  return db
    .selectFrom('saved_view')
    .where('person_id', '=', personId)
    .where('page', '=', page)
    .orderBy('id')
    .limit(LISTED_MAX)
    .select(['id', 'name', 'query'])
    .execute();
}
