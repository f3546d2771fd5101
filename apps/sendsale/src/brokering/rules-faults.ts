// What is wrong with brokering rules, the schedules of their runs included.

import type { BrokeringRules } from '@sendsale/domain';
import { faultsOf } from '@sendsale/oms';
import type { Database } from '@sendsale/store/read';
import { previousSlot } from './previous-slot.ts';

export async function rulesFaults(db: Database, rules: BrokeringRules): Promise<readonly string[]> {
  const faults = await faultsOf(db, rules);
  const schedules = rules.runs.flatMap(({ code, cron, timeZone }) => {
    if (cron === null) return [];
    const read = previousSlot({ cron, timeZone }, new Date(0));
    return read.ok ? [] : [`run ${code}: ${read.error}`];
  });
  return [...faults, ...schedules];
}
