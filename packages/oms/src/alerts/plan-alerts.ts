// Which alerts are due: each rule is held against the open causes, and whoever was told of a cause hears once that
// it is gone. Nothing is sent here.

import { isToldOf, PROBLEMS } from '@sendsale/domain';
import type { JsonObject } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { alertRules, openAlerts, problemCauses } from '@sendsale/store/read';
import type { Database, ProblemCause } from '@sendsale/store/read';
import { alertFailed, alertWasSent, closeAlert, openAlert } from '@sendsale/store/write';

/** A cause that comes back within this time is the same one: a connection that flickers is told once. */
const CALM_MS = 5 * 60_000;

/** @returns how many alerts were opened and how many ended */
export async function planAlerts(
  db: Database,
  options: { readonly at: Date },
): Promise<{ readonly opened: number; readonly ended: number }> {
  const { at } = options;
  return inTransaction(db, async (tx) => {
    const rules = await alertRules(tx);
    const causes = await problemCauses(tx);
    let opened = 0;
    for (const rule of rules) {
      for (const cause of causes) {
        const moneyMinor = Math.max(0, ...cause.money.map(({ minor }) => minor));
        const facts = { code: cause.code, since: cause.firstSeenAt, moneyMinor };
        if (!isToldOf(rule, facts, at)) continue;
        const { code } = cause;
        if (await openAlert(tx, { rule, cause: cause.cause, code, facts: alertFacts(cause), at })) {
          opened += 1;
        }
      }
    }
    const known = new Set(rules.map((rule) => rule.id));
    let ended = 0;
    for (const alert of await openAlerts(tx)) {
      const hasRule = known.has(alert.ruleId);
      const { goneSince } = alert;
      const isGone = goneSince !== null && at.getTime() - goneSince.getTime() >= CALM_MS;
      if (hasRule && !isGone) continue;
      await closeAlert(tx, { id: alert.id, isTold: hasRule && alert.sentAt !== null, at });
      ended += 1;
    }
    return { opened, ended };
  });
}

/** What an alert says. No personal data: texts of the other side may name people, so they stay in the inbox. */
function alertFacts(cause: ProblemCause): JsonObject {
  const { title, whatToDo } = PROBLEMS[cause.code];
  return {
    title,
    whatToDo,
    about: aboutOf(cause),
    problems: cause.problems,
    orders: cause.orders,
    money: cause.money.map(({ currency, minor }) => ({ currency, minor })),
    since: cause.firstSeenAt.toISOString(),
  };
}

// Of a refusal only the feed and NetSuite's code: its sentence may name a customer.
function aboutOf({ cause, code }: Pick<ProblemCause, 'cause' | 'code'>): string {
  const words = cause.split(' ');
  return (code === 'NETSUITE_ROW_REFUSED' ? words.slice(0, 3) : words).join(' ');
}

/** Records what became of a message that was due. */
export async function recordAlertSent(
  db: Database,
  sent: { readonly id: number; readonly isRecovery: boolean; readonly at: Date },
): Promise<void> {
  await alertWasSent(db, sent);
}

/** @param failed.nextTryAt null: it is given up */
export async function recordAlertFailed(
  db: Database,
  failed: { readonly id: number; readonly error: string; readonly nextTryAt: Date | null },
): Promise<void> {
  await alertFailed(db, failed);
}
