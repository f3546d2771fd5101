// Makes a new version of the brokering rules. What is in force is never edited.

import { checkRules } from '@sendsale/domain';
import type { BrokeringRules, UnitCall } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { activeRules, facilityGroups } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import { insertRules, lockRules } from '@sendsale/store/write';

export interface SaveRulesOptions {
  readonly rules: BrokeringRules;
  readonly note: string;
  /** The version the change was made from; null takes what is in force, whatever it is. */
  readonly basedOn: number | null;
  readonly actor: string;
  readonly at: Date;
}

/** INVALID: one sentence a fault. CHANGED: somebody made `version` in between. */
export type RulesRefusal =
  | { readonly code: 'INVALID'; readonly faults: readonly string[] }
  | { readonly code: 'CHANGED'; readonly version: number };

export async function saveRules(
  db: Database,
  options: SaveRulesOptions,
): Promise<Result<{ readonly version: number }, RulesRefusal>> {
  const { rules, note, basedOn, actor, at } = options;
  return inTransaction(db, async (tx) => {
    await lockRules(tx);
    const { version } = await activeRules(tx);
    if (basedOn !== null && basedOn !== version) return fail({ code: 'CHANGED', version });
    const faults = await faultsOf(tx, rules);
    if (faults.length > 0) return fail({ code: 'INVALID', faults });
    return ok({ version: await insertRules(tx, { rules, note, madeBy: actor, at }) });
  });
}

/** What is wrong with the rules, facility groups that do not exist included. */
export async function faultsOf(db: Database, rules: BrokeringRules): Promise<readonly string[]> {
  const known = new Set((await facilityGroups(db)).map((group) => group.id));
  const unknown = [...new Set(calls(rules).flatMap(groupsOf))].filter((group) => !known.has(group));
  return [
    ...checkRules(rules),
    ...unknown.map((group) => `There is no facility group ${group}: save the group first.`),
  ];
}

function calls(rules: BrokeringRules): readonly UnitCall[] {
  const batches = rules.runs.flatMap((run) => run.batches);
  return batches.flatMap((batch) => [
    ...batch.filters,
    ...batch.rules.flatMap((rule) => [...rule.filters, ...rule.sorts]),
  ]);
}

function groupsOf({ args }: UnitCall): readonly string[] {
  const { group, groups } = args;
  const list: readonly unknown[] = Array.isArray(groups) ? groups : [];
  const named = [group, ...list];
  return named.filter((one): one is string => typeof one === 'string');
}
