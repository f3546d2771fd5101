// When the books were compared, of which days, and what came of it.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { closeReconciliationRun, openReconciliationRun } from '@sendsale/store/write';
import type { EndedRun, StartedRun } from '@sendsale/store/write';

/** @returns the id of the run */
export async function startComparison(db: Database, run: StartedRun): Promise<number> {
  return inTransaction(db, async (tx) => openReconciliationRun(tx, run));
}

export async function endComparison(db: Database, run: EndedRun): Promise<void> {
  await inTransaction(db, async (tx) => closeReconciliationRun(tx, run));
}
