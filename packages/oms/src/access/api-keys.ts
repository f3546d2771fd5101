// Keys for the HTTP API. A key is shown once, when it is made; only its hash is kept.

import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { writeAudit } from './write-audit.ts';

const PREFIX = 'ssk_';

export interface ApiKeyOptions {
  readonly name: string;
  readonly at: Date;
  /** Who makes or revokes it; the command line unless said. */
  readonly actor?: string;
  readonly via?: string;
}

/** @returns the key itself, 32 random bytes in base64url; it cannot be read again. */
export async function createApiKey(
  db: Database,
  options: ApiKeyOptions & {
    /** What it may do; null, the default, is everything but a backup. */
    readonly role?: Role | null;
  },
): Promise<string> {
  const { name, role = null, at } = options;
  const key = PREFIX + randomBytes(32).toString('base64url');
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('api_key')
      .values({ name, sha256: hash(key), created_at: at, role })
      .execute();
    const after = { role };
    await auditKey(tx, options, { action: 'key.create', before: null, after });
  });
  return key;
}

/** Revokes every key of the name. @returns how many there were */
export async function revokeApiKeys(db: Database, options: ApiKeyOptions): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('api_key')
      .set({ revoked_at: options.at })
      .where('name', '=', options.name)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    const keys = Number(numUpdatedRows);
    const change = { action: 'key.revoke', before: { keys }, after: { keys: 0 } };
    if (keys > 0) await auditKey(tx, options, change);
    return keys;
  });
}

export interface ApiKeyOwner {
  readonly name: string;
  /** null: may do everything but make a backup. */
  readonly role: Role | null;
}

/** The name a key was made under; null for a key that is unknown or revoked. */
export async function apiKeyOwner(db: Database, key: string): Promise<ApiKeyOwner | null> {
  const row = await db
    .selectFrom('api_key')
    .select(['name', 'role'])
    .where('sha256', '=', hash(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

async function auditKey(
  db: Database,
  { name, at, actor = 'command line', via = 'command line' }: ApiKeyOptions,
  change: Pick<Parameters<typeof writeAudit>[1], 'action' | 'before' | 'after'>,
): Promise<void> {
  await writeAudit(db, { actor, via, at, subject: `key ${name}`, ...change });
}

// The key is random and long, so a plain hash cannot be searched backwards.
function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
