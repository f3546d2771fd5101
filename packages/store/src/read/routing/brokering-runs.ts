// The latest brokering runs: when, by which version of the rules, and what they did.

import type { BatchCounts, Prices } from '@sendsale/domain';
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
  readonly movedOrders: number;
  readonly perBatch: BatchCounts;
  readonly mode: string;
  /** Of a run planned as one batch; null otherwise. */
  readonly objective: number | null;
  readonly rulesObjective: number | null;
  readonly jointOrders: number | null;
  readonly jointCost: number | null;
  readonly jointBound: number | null;
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
      'moved_orders as movedOrders',
      'per_batch as perBatch',
      'mode',
      'objective',
      'rules_objective as rulesObjective',
      'joint_orders as jointOrders',
      'joint_cost as jointCost',
      'joint_bound as jointBound',
    ])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The prices of the latest run that found any since then; null when there is none. */
export async function latestPrices(db: Database, since: Date): Promise<Prices | null> {
  const run = await db
    .selectFrom('brokering_run as r')
    .select('r.id')
    .where('r.finished_at', '>=', since)
    .where((eb) =>
      eb.exists(
        eb.selectFrom('brokering_price as p').select('p.run_id').whereRef('p.run_id', '=', 'r.id'),
      ),
    )
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return run === undefined ? null : runPrices(db, run.id);
}

/** What contested stock and places were worth in one run, the dearest first. */
export async function runPrices(db: Database, runId: number): Promise<Prices> {
  const rows = await db
    .selectFrom('brokering_price')
    .select(['facility_id', 'product_id', 'price'])
    .where('run_id', '=', runId)
    .orderBy('price', 'desc')
    .orderBy('facility_id')
    .orderBy('product_id')
    .execute();
  return {
    stock: rows.flatMap(({ facility_id: facility, product_id: product, price }) =>
      product === null ? [] : [[facility, product, price] as const],
    ),
    capacity: rows.flatMap(({ facility_id: facility, product_id: product, price }) =>
      product === null ? [[facility, price] as const] : [],
    ),
  };
}
