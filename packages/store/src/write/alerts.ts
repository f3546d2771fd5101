// Alert rules, and what is to be sent and was sent by them.

import type { AlertRule, JsonObject, ProblemCode } from '@sendsale/domain';
import type { Database } from '../database.ts';

export async function upsertAlertRule(
  db: Database,
  change: { readonly rule: AlertRule; readonly actor: string; readonly at: Date },
): Promise<void> {
  const { rule, actor, at } = change;
  const row = {
    codes: [...rule.codes],
    severity: rule.severity,
    after_minutes: rule.afterMinutes,
    money_minor: rule.moneyMinor,
    channel: rule.channel,
    target: rule.target,
    enabled: rule.enabled,
    changed_by: actor,
    changed_at: at,
  };
  await db
    .insertInto('alert_rule')
    .values({ id: rule.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** @returns whether there was one */
export async function deleteAlertRule(db: Database, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('alert_rule')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewAlert {
  readonly rule: AlertRule;
  readonly cause: string;
  readonly code: ProblemCode;
  readonly facts: JsonObject;
  readonly at: Date;
}

/** Opens an alert whose message is due at once. @returns false when the rule's people know of the cause already */
export async function openAlert(db: Database, alert: NewAlert): Promise<boolean> {
  const { rule, cause, code, facts, at } = alert;
  const row = await db
    .insertInto('alert')
    .values({
      rule_id: rule.id,
      cause,
      code,
      channel: rule.channel,
      target: rule.target,
      facts,
      opened_at: at,
      next_try_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The cause is gone. Who was told of it is told of that too; who was not hears nothing any more. */
export async function closeAlert(
  db: Database,
  end: { readonly id: number; readonly isTold: boolean; readonly at: Date },
): Promise<void> {
  const { id, isTold, at } = end;
  await db
    .updateTable('alert')
    .set({ recovered_at: at, tries: 0, next_try_at: isTold ? at : null, error: null })
    .where('id', '=', id)
    .where('recovered_at', 'is', null)
    .execute();
}

/** The message that was due was sent: the alert, or its recovery. */
export async function alertWasSent(
  db: Database,
  sent: { readonly id: number; readonly isRecovery: boolean; readonly at: Date },
): Promise<void> {
  const { id, isRecovery, at } = sent;
  const when = isRecovery ? { recovery_sent_at: at } : { sent_at: at };
  const update = db
    .updateTable('alert')
    .set({ ...when, tries: 0, next_try_at: null, error: null })
    .where('id', '=', id);
  // An alert whose cause went away while it was being sent has its recovery due: that stays.
  await (isRecovery ? update : update.where('recovered_at', 'is', null)).execute();
}

export async function alertFailed(
  db: Database,
  failed: { readonly id: number; readonly error: string; readonly nextTryAt: Date | null },
): Promise<void> {
  const { id, error, nextTryAt } = failed;
  await db
    .updateTable('alert')
    .set((eb) => ({ tries: eb('tries', '+', 1), error, next_try_at: nextTryAt }))
    .where('id', '=', id)
    .execute();
}
