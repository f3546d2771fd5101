// One transaction around a use case; a use case called by another joins the transaction that is open.

import type { Kysely, Transaction } from 'kysely';

/**
 * Runs `work` in one transaction and returns what it returns; when it throws, nothing is kept. Inside an
 * open transaction it just runs in it. Nothing inside `work` may use another handle than the one it is
 * given: an embedded database has a single connection, which is taken.
 */
export async function inTransaction<Tables, T>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  if (isTransaction(db)) return work(db);
  return db.transaction().execute(work);
}

function isTransaction<Tables>(db: Kysely<Tables>): db is Transaction<Tables> {
  return db.isTransaction;
}
