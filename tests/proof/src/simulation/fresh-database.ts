// One embedded database for many runs: starting one takes seconds, emptying one milliseconds.

import type { OpenDatabase } from '@sendsale/platform/db';
import { createTestDatabase } from '@sendsale/test-kit';
import type { Tables } from '@sendsale/store/tables';
import { setUp } from './retailer.ts';

const CLEARED_EVERY = 40;

export interface ReusedDatabase {
  readonly database: OpenDatabase<Tables>;
  /** As it was after the set-up: rows, sequences and all. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openReusedDatabase(): Promise<ReusedDatabase> {
  const { db, database, close } = await createTestDatabase();
  await setUp(db);
  await database.pool.query(KEEP);
  let count = 0;
  const reset = async (): Promise<void> => {
    count += 1;
    await database.pool.query(resetBy(count % CLEARED_EVERY === 0 ? 'TRUNCATE' : 'DELETE'));
  };
  return { database, reset, close };
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
