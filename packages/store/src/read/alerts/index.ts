// Alert rules, and the alerts that were and are to be sent.

import type { AlertChannel, AlertRule, JsonObject, ProblemCode } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export async function alertRules(db: Database): Promise<AlertRule[]> {
  const rows = await db.selectFrom('alert_rule').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    // Checked when the rule was saved.
    codes: row.codes as ProblemCode[],
    severity: row.severity,
    afterMinutes: row.after_minutes,
    moneyMinor: row.money_minor,
    channel: row.channel,
    target: row.target,
    enabled: row.enabled,
  }));
}

export interface ListedAlert {
  readonly id: number;
  readonly ruleId: string;
  readonly cause: string;
  readonly code: ProblemCode;
  readonly channel: AlertChannel;
  readonly target: string;
  readonly facts: JsonObject;
  readonly openedAt: Date;
  readonly sentAt: Date | null;
  readonly recoveredAt: Date | null;
  readonly recoverySentAt: Date | null;
  readonly tries: number;
  readonly nextTryAt: Date | null;
  readonly error: string | null;
}

/** The latest first. */
export async function listAlerts(
  db: Database,
  options: { readonly limit: number },
): Promise<ListedAlert[]> {
  return alertRows(db).orderBy('id', 'desc').limit(options.limit).execute();
}

/** Alerts whose message is due, the longest due first. */
export async function alertsToSend(
  db: Database,
  options: { readonly at: Date; readonly limit: number },
): Promise<ListedAlert[]> {
  return alertRows(db)
    .where('next_try_at', '<=', options.at)
    .orderBy('next_try_at')
    .limit(options.limit)
    .execute();
}

/** Alerts that are open, each with when the last problem of its cause ended; null while one is open. */
export async function openAlerts(db: Database): Promise<
  Array<{
    readonly id: number;
    readonly ruleId: string;
    readonly cause: string;
    readonly sentAt: Date | null;
    readonly goneSince: Date | null;
  }>
> {
  return db
    .selectFrom('alert as a')
    .select([
      'a.id',
      'a.rule_id as ruleId',
      'a.cause',
      'a.sent_at as sentAt',
      sql<Date | null>`(select case when bool_or(p.resolved_at is null) then null
        else coalesce(max(p.resolved_at), a.opened_at) end from problem p where p.cause = a.cause)`.as(
        'goneSince',
      ),
    ])
    .where('a.recovered_at', 'is', null)
    .execute();
}

function alertRows(db: Database) {
  return db
    .selectFrom('alert')
    .select([
      'id',
      'rule_id as ruleId',
      'cause',
      'code',
      'channel',
      'target',
      'facts',
      'opened_at as openedAt',
      'sent_at as sentAt',
      'recovered_at as recoveredAt',
      'recovery_sent_at as recoverySentAt',
      'tries',
      'next_try_at as nextTryAt',
      'error',
    ]);
}
