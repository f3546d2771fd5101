// The product's own database behind a door that can fail: statements are refused, answers to commits are lost,
// and a process that has ended can do nothing but have its transaction rolled back.

import type { Tables } from '@sendsale/store/tables';
import { Kysely, PostgresDialect } from 'kysely';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { SimProcess } from './incarnation.ts';

const ROLLBACK = 'rollback';
const COMMIT = 'commit';

/** A handle for one process; all of them share the one connection of the embedded engine. */
export function openDoor(inner: PostgresPool, process: SimProcess): Kysely<Tables> {
  const pool: PostgresPool = {
    end: async () => undefined,
    connect: async () => {
      await process.yield('database');
      return guardedClient(await inner.connect(), process);
    },
  };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function guardedClient(client: PostgresPoolClient, process: SimProcess): PostgresPoolClient {
  const query = async <R>(
    text: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<R>> => {
    if (text === ROLLBACK) return client.query<R>(text, parameters);
    before(process, text);
    const result = await client.query<R>(text, parameters);
    if (text === COMMIT) after(process);
    return result;
  };
  // The product reads no cursors; Kysely's type has room for them.
  return { query: query as PostgresPoolClient['query'], release: () => client.release() };
}

function before(process: SimProcess, text: string): void {
  process.pass(text === COMMIT ? 'before commit' : `sql ${said(text)}`);
  if (text !== COMMIT && process.meets('DATABASE', `sql ${said(text)}`)) {
    throw refusal(process);
  }
}

function said(text: string): string {
  return text.slice(0, 80).replaceAll(/\s+/g, ' ');
}

function after(process: SimProcess): void {
  process.pass('after commit');
  if (process.meets('DATABASE', 'commit')) {
    throw databaseError('08006', 'Connection terminated unexpectedly');
  }
}

function refusal(process: SimProcess): Error {
  const [code, message] = process.pick([
    ['40001', 'could not serialize access due to concurrent update'],
    ['40P01', 'deadlock detected'],
    ['57P01', 'terminating connection due to administrator command'],
    ['53100', 'could not extend file: No space left on device'],
  ] as const);
  return databaseError(code, message);
}

function databaseError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
