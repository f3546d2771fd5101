// Statements that come again get a name, so that each connection parses and plans them once and not every
// time: planning is more than half of what a short statement costs, on the embedded engine above all.

import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

// A text seen this often is worth a name.
const NAMED_FROM = 3;
// Texts with lists of varying length never come again; the oldest unnamed ones are forgotten.
const TEXTS_MAX = 500;
const NAMES_MAX = 300;

/** A pool for Kysely whose clients name repeated statements. */
export function namingPool(pool: pg.Pool): PostgresPool {
  const names = makeNames();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    end: async () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const known = clients.get(client) ?? namingClient(client, names);
      clients.set(client, known);
      return known;
    },
  };
}

interface Names {
  /** The name of the text, or null while it has none. */
  readonly nameOf: (text: string) => string | null;
  /** The server cannot use the plan any more: the text gets another name. */
  readonly forget: (text: string) => void;
}

function makeNames(): Names {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  let generation = 0;
  return {
    nameOf: (text) => {
      const name = names.get(text);
      if (name !== undefined) return name;
      const count = (counts.get(text) ?? 0) + 1;
      counts.delete(text);
      counts.set(text, count);
      const [oldest] = counts.keys();
      if (counts.size > TEXTS_MAX && oldest !== undefined) counts.delete(oldest);
      if (count < NAMED_FROM || names.size >= NAMES_MAX) return null;
      counts.delete(text);
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
      const made = `s${generation}_${hash}`;
      names.set(text, made);
      return made;
    },
    forget: (text) => {
      generation += 1;
      names.delete(text);
    },
  };
}

function namingClient(client: pg.PoolClient, names: Names): PostgresPoolClient {
  async function query<R>(
    text: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(
    statement: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    // A cursor is submitted as it is; pg gives it back.
    if (typeof statement !== 'string') return client.query(statement as never);
    return queryText<R>(client, names, { text: statement, values: [...parameters] });
  }
  return { query, release: () => client.release() };
}

async function queryText<R>(
  client: pg.PoolClient,
  names: Names,
  query: { readonly text: string; readonly values: unknown[] },
): Promise<PostgresQueryResult<R>> {
  // Without parameters it is begin, commit, or a script of several statements: these have no plan to keep.
  const name = query.values.length === 0 ? null : names.nameOf(query.text);
  try {
    const config = name === null ? query : { ...query, name };
    return (await client.query(config)) as unknown as PostgresQueryResult<R>;
  } catch (error) {
    // A table changed under the plan (a migration by another process). The caller's retry plans it anew.
    if (name !== null && isStalePlan(error)) names.forget(query.text);
    throw error;
  }
}

// SQLSTATE feature_not_supported, "cached plan must not change result type".
function isStalePlan(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000';
}
