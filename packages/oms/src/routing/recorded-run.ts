// A run with its record: what asked for it, which version of the rules decided, and what came of it.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { finishRun, insertRun } from '@sendsale/store/write';
import type { NewRun } from '@sendsale/store/write';
import { runBrokering } from './run-brokering.ts';
import type { BrokeringOutcome, RunBrokeringOptions } from './run-brokering.ts';

export type RecordedRunOptions = RunBrokeringOptions & Pick<NewRun, 'trigger' | 'slot' | 'actor'>;

/**
 * A scheduled or asked-for run is recorded before it starts, so that no slot runs twice (null: it was run
 * before); one at once only when it found something to do.
 */
export async function recordedRun(
  db: Database,
  options: RecordedRunOptions,
): Promise<BrokeringOutcome | null> {
  const { rules, run, at, trigger, slot, actor } = options;
  const record = { runCode: run.code, rulesVersion: rules.version, trigger, slot, actor, at };
  const first = trigger === 'AT_ONCE' ? null : await insertRun(db, record);
  if (trigger !== 'AT_ONCE' && first === null) return null;
  const outcome = await runBrokering(db, options);
  if (trigger === 'AT_ONCE' && outcome.committed.length + outcome.moved.length === 0)
    return outcome;
  await inTransaction(db, async (tx) => {
    const id = first ?? (await insertRun(tx, record));
    if (id !== null) await finishRun(tx, id, { ...countsOf(outcome), at });
  });
  return outcome;
}

function countsOf({ committed, contended, moved, perBatch, optimized }: BrokeringOutcome) {
  const allocated = committed
    .flatMap((plan) => plan.parts)
    .reduce((sum, part) => sum + part.itemSeqs.length, 0);
  const queued = committed.reduce((sum, plan) => sum + plan.left.length, 0);
  return {
    orders: committed.length,
    attempted: allocated + queued,
    allocated,
    queued,
    contended: contended.length,
    moved: moved.length,
    perBatch,
    optimized,
  };
}
