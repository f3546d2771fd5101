// One embedded database for many runs: starting one takes seconds, emptying one milliseconds.

import { namingPool } from '@sendsale/platform/db';
import { createTestDatabase } from '@sendsale/test-kit';
import type { PostgresPool } from 'kysely';
import { setUp } from './retailer.ts';

const CLEARED_EVERY = 40;

export interface ReusedDatabase {
  /** One for all processes and runs: their statements are parsed and planned once. */
  readonly pool: PostgresPool;
  /** As it was after the set-up: rows, sequences and all. */
  readonly reset: () => Promise<void>;
  /** Without any rows, as a new one is. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param server where to make it (`testEngines()`); null is embedded */
export async function openReusedDatabase(server: string | null = null): Promise<ReusedDatabase> {
  const { db, database, close } = await createTestDatabase(server);
  await setUp(db);
  await database.pool.query(KEEP);
  // A plan for any values is good enough for a handful of rows, and is made once.
  await database.pool.query('set plan_cache_mode = force_generic_plan; set enable_seqscan = off');
  let count = 0;
  const reset = async (): Promise<void> => {
    count += 1;
    await database.pool.query(resetBy(count % CLEARED_EVERY === 0 ? 'TRUNCATE' : 'DELETE'));
  };
  const empty = async (): Promise<void> => void (await database.pool.query(EMPTY_ALL));
  return { pool: namingPool(database.pool), reset, empty, close };
}

// A copy of every table that has rows, and where each sequence stands.
const KEEP = `
  create schema kept;
  create table kept.sequence_at as select schemaname, sequencename, last_value from pg_sequences;
  do $$ declare named record; has boolean; begin
    for named in select tablename from pg_tables where schemaname = 'public' loop
      execute format('select exists (select from public.%I)', named.tablename) into has;
      if has then
        execute format('create table kept.%I as table public.%I', named.tablename, named.tablename);
      end if;
    end loop;
  end $$`;

// Deleting is faster than truncating, and leaves dead rows; every so often they are cleared away.
const EMPTY = { DELETE: 'delete from public.%I', TRUNCATE: 'truncate public.%I cascade' } as const;

const EMPTY_ALL = `
  do $$ declare named record; begin
    for named in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' loop
      execute format('${EMPTY.TRUNCATE}', named.tablename);
    end loop;
  end $$`;

const resetBy = (way: keyof typeof EMPTY): string => `
  do $$ declare named record; has boolean; columns text; begin
    set local session_replication_role = replica;
    for named in select tablename from pg_tables where schemaname = 'public' loop
      execute format('select exists (select from public.%I)', named.tablename) into has;
      if has then execute format('${EMPTY[way]}', named.tablename); end if;
    end loop;
    for named in select tablename from pg_tables where schemaname = 'kept' and tablename <> 'sequence_at' loop
      select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into columns
        from information_schema.columns where table_schema = 'public'
        and table_name = named.tablename and is_generated = 'NEVER';
      execute format('insert into public.%I (%s) overriding system value select %s from kept.%I',
        named.tablename, columns, columns, named.tablename);
    end loop;
    perform setval(format('%I.%I', schemaname, sequencename)::regclass, coalesce(last_value, 1),
      last_value is not null) from kept.sequence_at;
  end $$`;
