// Carries out the brokering runs whose hour has come since they were last carried out.

import { brokerRun } from '@sendsale/oms';
import { activeRules } from '@sendsale/store/read';
import type { Database, RulesVersion } from '@sendsale/store/read';
import { previousSlot } from './previous-slot.ts';

const ITEMS_MAX = 50_000;

/**
 * A slot runs once, whoever asks; slots missed while nothing ran are made up for by one run; slots from before
 * the rules were made are none of theirs. @returns the orders that were looked at
 */
export async function scheduledRuns(
  db: Database,
  { at }: { readonly at: Date },
): Promise<{ readonly orders: number; readonly runs: readonly string[] }> {
  const runs: string[] = [];
  let orders = 0;
  for (const { runCode, slot } of dueRuns(await activeRules(db), at)) {
    const outcome = await brokerRun(db, { runCode, slot, actor: 'OMS', at, limit: ITEMS_MAX });
    if (outcome === null) continue;
    runs.push(runCode);
    orders += outcome.committed.length + outcome.moved.length;
  }
  return { orders, runs };
}

interface DueRun {
  readonly runCode: string;
  readonly slot: Date;
}

export function dueRuns({ rules, madeAt }: RulesVersion, at: Date): readonly DueRun[] {
  return rules.runs.flatMap(({ code, active, cron, timeZone }): readonly DueRun[] => {
    if (!active || cron === null) return [];
    const slot = previousSlot({ cron, timeZone }, at);
    if (!slot.ok || slot.value === null) return [];
    const isTheirs = madeAt === null || slot.value > madeAt;
    return isTheirs ? [{ runCode: code, slot: slot.value }] : [];
  });
}
