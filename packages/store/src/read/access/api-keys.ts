// Keys of the HTTP API as a list shows them; the keys themselves are nowhere.

import type { Role } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface ListedKey {
  readonly id: number;
  readonly name: string;
  readonly role: Role | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

const LISTED_MAX = 1000;

export async function listApiKeys(db: Database): Promise<ListedKey[]> {
  return db
    .selectFrom('api_key')
    .orderBy('id', 'desc')
    .limit(LISTED_MAX)
    .select(['id', 'name', 'role', 'created_at as createdAt', 'revoked_at as revokedAt'])
    .execute();
}
