// Keys for the HTTP API. A key is shown once, when it is made; only its hash is kept.

import { createHash, randomBytes } from 'node:crypto';
import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';

const PREFIX = 'ssk_';

/** @returns the key itself, 32 random bytes in base64url; it cannot be read again. */
export async function createApiKey(
  db: Database,
  options: { readonly name: string; readonly at: Date },
): Promise<string> {
  const key = PREFIX + randomBytes(32).toString('base64url');
  await inTransaction(db, async (transaction) =>
    transaction
      .insertInto('api_key')
      .values({ name: options.name, sha256: hash(key), created_at: options.at })
      .execute(),
  );
  return key;
}

/** Revokes every key of the name. @returns how many there were */
export async function revokeApiKeys(
  db: Database,
  options: { readonly name: string; readonly at: Date },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('api_key')
    .set({ revoked_at: options.at })
    .where('name', '=', options.name)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The name a key was made under; null for a key that is unknown or revoked. */
export async function apiKeyName(db: Database, key: string): Promise<string | null> {
  const row = await db
    .selectFrom('api_key')
    .select('name')
    .where('sha256', '=', hash(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.name ?? null;
}

// The key is random and long, so a plain hash cannot be searched backwards.
function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
