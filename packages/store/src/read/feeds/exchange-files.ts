// The files of the exchange: the ones that wait to be handed over, and the ones that wait to be read.

import type { FeedDirection, ProblemCode } from '@sendsale/domain';
import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';

/** A file to be handed over; `wasBegun`: an earlier try may have got it there. */
export interface FileToHandOver extends StoredFile {
  readonly wasBegun: boolean;
}

export interface StoredFile {
  readonly fileId: number;
  readonly feed: string;
  readonly directory: string;
  readonly name: string;
  readonly content: Uint8Array;
  /** When it was written, or came. */
  readonly receivedAt: Date;
}

/** Files written and not handed over yet, in the order they were written. */
export async function filesToHandOver(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<FileToHandOver[]> {
  return storedFiles(db)
    .select(sql<boolean>`hand_over_began_at is not null`.as('wasBegun'))
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

/** Read files with rows that left one of these problems, last tried before `before`, the longest ago first. */
export async function filesToReadAgain(
  db: Database<Tables>,
  options: {
    readonly codes: readonly ProblemCode[];
    readonly before: Date;
    readonly limit: number;
  },
): Promise<StoredFile[]> {
  const faulty = db
    .selectFrom('problem')
    .select([
      sql<number>`(detail->>'fileId')::bigint`.as('file'),
      sql<Date>`max(last_seen_at)`.as('seen'),
    ])
    .where('resolved_at', 'is', null)
    .where('code', 'in', options.codes)
    .where(sql<boolean>`detail->>'fileId' is not null`)
    .groupBy('file');
  return storedFiles(db)
    .innerJoin(faulty.as('faulty'), 'faulty.file', 'feed_file.id')
    .where('state', '=', 'READ')
    .where('direction', '=', 'IN')
    .where('faulty.seen', '<', options.before)
    .orderBy('faulty.seen')
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
    .select([
      'feed_file.id as fileId',
      'feed',
      'directory',
      'name',
      'content',
      'feed_file.created_at as receivedAt',
    ]);
}
