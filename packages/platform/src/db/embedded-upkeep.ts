// The embedded engine has no autovacuum: without statistics it plans for empty tables, and a query over some hundred
// orders takes seconds instead of milliseconds. Tables that have grown since they were last looked at are vacuumed and
// analysed here, each in a statement of its own, so that the one session is free in between.

import type pg from 'pg';

const EVERY_MS = 15_000;
/** A table is looked at again when it is so much larger: the effort stays a small part of the writing. */
const GROWTH = 1.25;
/** Below this many pages any plan will do. */
const PAGES_MIN = 2;

export interface Upkeep {
  readonly stop: () => void;
}

/** Runs in the background until it is stopped; a failure is the next round's. */
export function startUpkeep(
  pool: pg.Pool,
  options: { readonly onError?: ((error: Error) => void) | undefined } = {},
): Upkeep {
  let isStopped = false;
  let timer = setTimeout(round, EVERY_MS).unref();
  function round(): void {
    void refreshStatistics(pool, () => isStopped)
      .catch((error: unknown) => {
        if (!isStopped && error instanceof Error) options.onError?.(error);
      })
      .finally(() => {
        if (!isStopped) timer = setTimeout(round, EVERY_MS).unref();
      });
  }
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** @returns the tables that had grown, as they are written in SQL */
export async function refreshStatistics(
  pool: pg.Pool,
  isStopped: () => boolean = () => false,
): Promise<string[]> {
  const grown = await run<{ name: string }>(
    pool,
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
        and pg_relation_size(c.oid) >= $1 * 8192
        and pg_relation_size(c.oid) > c.relpages * 8192::bigint * $2::float8
      order by pg_relation_size(c.oid) desc`,
    [PAGES_MIN, GROWTH],
  );
  const done: string[] = [];
  for (const { name } of grown) {
    if (isStopped()) break;
    await run(pool, `vacuum (analyze) ${name}`);
    done.push(name);
  }
  return done;
}

// Not pool.query: it ends the connection after a failed statement, and the embedded engine has only one.
async function run<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values?: readonly unknown[],
): Promise<Row[]> {
  const client = await pool.connect();
  try {
    return (await client.query<Row>(text, values === undefined ? undefined : [...values])).rows;
  } finally {
    client.release();
  }
}
