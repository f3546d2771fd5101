// Chooses, for each approved item without one, the facility that ships it, and promises its stock to it: the
// runs of the rules that wait for no clock, and of the others what cannot wait.

import type { PlannedOrder, RunRules } from '@sendsale/domain';
import { activeRules } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import { recordedRun } from './recorded-run.ts';

export interface BrokerOrdersOptions {
  readonly at: Date;
  /** At most this many items in this call. */
  readonly limit: number;
}

/**
 * Runs without a schedule look at all that waits; those with one only at rejected items and send sales, which
 * go on at once. Items that were given up (UNFILLABLE, PRE_ORDER, BACK_ORDER) come again where stock appeared.
 * @returns order ids: `allocated` had at least one item allocated, `unfilled` has at least one that nobody can ship
 */
export async function brokerOrders(
  db: Database,
  options: BrokerOrdersOptions,
): Promise<{ readonly allocated: readonly string[]; readonly unfilled: readonly string[] }> {
  const { at, limit } = options;
  const rules = await activeRules(db);
  const committed: PlannedOrder[] = [];
  const moved: string[] = [];
  for (const run of rules.rules.runs.filter(goesAtOnce)) {
    const outcome = await recordedRun(db, {
      rules,
      run,
      at,
      limit,
      onlyUrgent: run.cron !== null,
      onlyWithHope: true,
      trigger: 'AT_ONCE',
      slot: null,
      actor: 'OMS',
    });
    committed.push(...(outcome?.committed ?? []));
    moved.push(...(outcome?.moved ?? []));
  }
  const ids = (plans: readonly PlannedOrder[]): readonly string[] => [
    ...new Set(plans.map((plan) => plan.orderId)),
  ];
  return {
    allocated: [...new Set([...ids(committed.filter((plan) => plan.parts.length > 0)), ...moved])],
    unfilled: ids(committed.filter((plan) => plan.left.length > 0)),
  };
}

function goesAtOnce(run: RunRules): boolean {
  return run.active && (run.cron === null || run.urgentAtOnce);
}
