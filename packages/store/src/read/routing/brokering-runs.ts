// The latest brokering runs: when, by which version of the rules, and what they did.

import type { BatchCounts } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface ListedRun {
  readonly id: number;
  readonly runCode: string;
  readonly rulesVersion: number;
  readonly trigger: string;
  readonly actor: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly orders: number;
  readonly attemptedItems: number;
  readonly allocatedItems: number;
  readonly queuedItems: number;
  readonly contendedOrders: number;
  readonly perBatch: BatchCounts;
}

/** Newest first. */
export async function brokeringRuns(db: Database, limit: number): Promise<readonly ListedRun[]> {
  return db
    .selectFrom('brokering_run')
    .select([
      'id',
      'run_code as runCode',
      'rules_version as rulesVersion',
      'trigger',
      'actor',
      'started_at as startedAt',
      'finished_at as finishedAt',
      'orders',
      'attempted_items as attemptedItems',
      'allocated_items as allocatedItems',
      'queued_items as queuedItems',
      'contended_orders as contendedOrders',
      'per_batch as perBatch',
    ])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
