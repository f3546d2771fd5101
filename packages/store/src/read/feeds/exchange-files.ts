// The files of the exchange: the ones that wait to be handed over, and the ones that wait to be read.

import type { FeedDirection } from '@sendsale/domain';
import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';

export interface StoredFile {
  readonly fileId: number;
  readonly feed: string;
  readonly directory: string;
  readonly name: string;
  readonly content: Uint8Array;
}

/** Files written and not handed over yet, in the order they were written. */
export async function filesToHandOver(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<StoredFile[]> {
  return storedFiles(db)
    .where('state', '=', 'WRITTEN')
    .orderBy('id')
    .limit(options.limit)
    .execute();
}

/** Files received and not read yet, in the order they came. */
export async function filesToRead(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<StoredFile[]> {
  return storedFiles(db)
    .where('state', '=', 'RECEIVED')
    .orderBy('id')
    .limit(options.limit)
    .execute();
}

/** Read files with rows that could not be taken, the ones tried longest ago first. */
export async function filesToReadAgain(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<StoredFile[]> {
  return storedFiles(db)
    .innerJoin(
      sql<{
        file: number;
        seen: Date;
      }>`(select (detail->>'fileId')::bigint as file, min(last_seen_at) as seen
        from problem where resolved_at is null and code like 'FEED_ROW_%' and detail ? 'fileId'
        group by 1)`.as('again'),
      'again.file',
      'feed_file.id',
    )
    .where('state', '=', 'READ')
    .orderBy('again.seen')
    .limit(options.limit)
    .execute();
}

/** Which of `names` are taken by files that went, or will go, into `directory`. */
export async function takenFileNames(
  db: Database<Tables>,
  options: {
    readonly direction: FeedDirection;
    readonly directory: string;
    readonly names: readonly string[];
  },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('feed_file')
    .select('name')
    .where('direction', '=', options.direction)
    .where('directory', '=', options.directory)
    .where('name', 'in', options.names)
    .execute();
  return new Set(rows.map((row) => row.name));
}

function storedFiles(db: Database<Tables>) {
  return db
    .selectFrom('feed_file')
    .select(['feed_file.id as fileId', 'feed', 'directory', 'name', 'content']);
}
