// One way to the database, whatever stands behind it: a PostgreSQL by its URL, or PGlite in a folder or in
// memory, reached through the same pg pool (of one), so that every statement takes the same path.

import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { assert } from '@sendsale/std';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { startUpkeep } from './embedded-upkeep.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { namingPool } from './named-statements.ts';
import { typeParsers } from './parsers.ts';

const CONNECTIONS_MAX = 10;
// Long enough for a busy pool; short enough that code which asks for a second connection while it holds
// the only one fails with a message and does not hang.
const CONNECTION_TIMEOUT_MS = 30_000;

/** What use cases and reads take: the pool, or the transaction they run in. */
export type Database<Tables> = Kysely<Tables>;

export interface DatabaseOptions {
  /** PostgreSQL >= 15; null means embedded. */
  readonly url: string | null;
  /** Where the embedded database lives; null means in memory. */
  readonly folder: string | null;
  /** Applied before the database is handed out. */
  readonly migrations?: { readonly folder: string; readonly at: Date };
  /** A copy made by `image()`, to start an in-memory database from (340 ms; a cold start takes 2-3 s). */
  readonly image?: Blob;
  /** Connections to PostgreSQL; 10 unless said. The embedded database has one. */
  readonly connectionsMax?: number;
  /** Told when an idle connection breaks; the pool makes a new one. */
  readonly onError?: (error: Error) => void;
}

export interface OpenDatabase<Tables> {
  readonly kysely: Kysely<Tables>;
  readonly engine: 'pglite' | 'postgres';
  readonly pool: pg.Pool;
  /** For a connection beside the pool (LISTEN); null when there can be none. */
  readonly url: string | null;
  /** A copy of an embedded database, for `image` of another one. */
  readonly image: () => Promise<Blob>;
  /** Ends the connections, and the embedded engine, and lets go of the folder. */
  readonly close: () => Promise<void>;
}

/**
 * Opens (and with `migrations` brings up to date) the database.
 *
 * The embedded engine survives a crash of the process, not a power cut: it never calls fsync. Its folder is
 * locked; a second process gets FolderInUseError.
 */
export async function openDatabase<Tables>(
  options: DatabaseOptions,
): Promise<OpenDatabase<Tables>> {
  const opened =
    options.url === null
      ? await openEmbedded<Tables>(options)
      : openServer<Tables>(options, options.url);
  try {
    if (options.migrations) await migrate(opened.kysely, options.migrations);
    // A wrong address or password shows here, not in the first use case.
    else await opened.pool.query('select 1');
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function openServer<Tables>(options: DatabaseOptions, url: string): OpenDatabase<Tables> {
  const pool = makePool(options, {
    connectionString: url,
    max: options.connectionsMax ?? CONNECTIONS_MAX,
    keepAlive: true,
    options: '-c timezone=UTC',
    application_name: 'sendsale',
  });
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: namingPool(pool) }) });
  const image = async (): Promise<Blob> => {
    throw new Error('Only an embedded database can be copied as an image.');
  };
  return { kysely, engine: 'postgres', pool, url, image, close: async () => kysely.destroy() };
}

async function openEmbedded<Tables>(options: DatabaseOptions): Promise<OpenDatabase<Tables>> {
  const { folder, image } = options;
  assert(image === undefined || folder === null, 'An image starts a database in memory.');
  const lock = folder === null ? null : lockFolder(join(folder, 'database.lock'));
  try {
    const engine = await startEngine(folder, image);
    // The one connection is never given back: the engine has no second session to offer.
    const single = { max: 1, idleTimeoutMillis: 0 };
    const pool = makePool(options, Object.assign(createPgConfig(engine), single));
    const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: namingPool(pool) }) });
    const upkeep = startUpkeep(pool, { onError: options.onError });
    const close = async (): Promise<void> => {
      upkeep.stop();
      await kysely.destroy();
      await engine.close();
      lock?.release();
    };
    const copy = async (): Promise<Blob> => engine.dumpDataDir('none');
    return { kysely, engine: 'pglite', pool, url: null, image: copy, close };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function startEngine(folder: string | null, image: Blob | undefined): Promise<PGlite> {
  if (folder === null) return PGlite.create(image === undefined ? {} : { loadDataDir: image });
  mkdirSync(folder, { recursive: true });
  return PGlite.create(join(folder, 'database'));
}

function makePool(options: DatabaseOptions, config: pg.PoolConfig): pg.Pool {
  const common = { types: typeParsers, connectionTimeoutMillis: CONNECTION_TIMEOUT_MS };
  const pool = new pg.Pool(Object.assign(config, common));
  pool.on('error', (error) => options.onError?.(error));
  // A connection that breaks while it is in use emits this too, and unheard it would end the process; the
  // statement that was running fails with the same error, so there is nothing more to do.
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

function ignore(): void {
  // See the caller.
}
