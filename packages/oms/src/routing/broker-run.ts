// Carries out one run of the rules by its code, because its hour has come or because a person says so.

import { activeRules } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import { recordedRun } from './recorded-run.ts';
import type { BrokeringOutcome } from './run-brokering.ts';

export interface BrokerRunOptions {
  readonly runCode: string;
  /** The instant of the schedule it stands for, which never runs twice; null for a person's wish. */
  readonly slot: Date | null;
  readonly actor: string;
  readonly at: Date;
  /** At most this many items. */
  readonly limit: number;
}

/** All that waits is looked at, given up or not. @returns null without such a run, or when the slot was run before */
export async function brokerRun(
  db: Database,
  options: BrokerRunOptions,
): Promise<BrokeringOutcome | null> {
  const { runCode, slot, actor, at, limit } = options;
  const rules = await activeRules(db);
  const run = rules.rules.runs.find((one) => one.code === runCode && one.active);
  if (run === undefined) return null;
  const trigger = slot === null ? 'PERSON' : 'SCHEDULE';
  const all = { onlyUrgent: false, onlyWithHope: false };
  return recordedRun(db, { rules, run, at, limit, ...all, trigger, slot, actor });
}
