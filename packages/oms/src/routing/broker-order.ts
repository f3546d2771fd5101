// Brokers one order at once because a person says so: every run in its place, whatever its schedule.

import type { Problem } from '@sendsale/domain';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { activeRules } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import { stepNotAllowed } from '../problems/refusals.ts';
import { recordedRun } from './recorded-run.ts';

export interface BrokerOrderOptions {
  readonly orderId: string;
  readonly actor: string;
  readonly at: Date;
}

const ITEMS_MAX = 5000;

/**
 * How many items got a facility, and how many were looked at and wait on. STEP_NOT_ALLOWED when nothing of the order
 * waits for brokering, or no batch takes it.
 */
export async function brokerOrder(
  db: Database,
  { orderId, actor, at }: BrokerOrderOptions,
): Promise<Result<{ readonly allocated: number; readonly left: number }, Problem>> {
  const rules = await activeRules(db);
  let allocated = 0;
  let left = 0;
  for (const run of rules.rules.runs.filter(({ active }) => active)) {
    const outcome = await recordedRun(db, {
      rules,
      run,
      at,
      limit: ITEMS_MAX,
      orderIds: [orderId],
      onlyUrgent: false,
      onlyWithHope: false,
      trigger: 'AT_ONCE',
      slot: null,
      actor,
    });
    for (const plan of outcome?.committed ?? []) {
      allocated += plan.parts.flatMap(({ itemSeqs }) => itemSeqs).length;
      ({ length: left } = plan.left);
    }
  }
  if (allocated + left === 0) {
    const why = `Nothing of order ${orderId} waits for a facility, or no batch of the rules takes it.`;
    return fail(stepNotAllowed(orderId, 'broker', why));
  }
  return ok({ allocated, left });
}
