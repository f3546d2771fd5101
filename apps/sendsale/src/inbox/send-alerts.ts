// Sends the alerts that are due, between transactions: a crash after sending sends the same message once more,
// with the same id.

import { nextRetryAt } from '@sendsale/domain';
import { planAlerts, recordAlertFailed, recordAlertSent } from '@sendsale/oms';
import { sendWebhook } from '@sendsale/platform/mail';
import type { Mailer } from '@sendsale/platform/mail';
import { fail } from '@sendsale/std';
import type { Clock, Random, Result } from '@sendsale/std';
import { alertsToSend } from '@sendsale/store/read';
import type { Database, ListedAlert } from '@sendsale/store/read';
import { alertMessage } from './alert-message.ts';

export interface Alerting {
  /** null where no mail server is configured. */
  readonly mailer: Mailer | null;
  /** What webhooks are signed with; null: they are not. */
  readonly webhookSecret: string | null;
  /** Where people find the inbox; null where it is not known. */
  readonly publicUrl: string | null;
}

interface AlertContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly alerting: Alerting;
}

const SENT_AT_ONCE = 50;
const TRIES_MAX = 12;

/** Plans and sends. @returns how many messages were sent */
export async function sendAlerts(
  context: AlertContext,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const { database, clock, random, alerting } = context;
  await planAlerts(database, { at: clock.now() });
  const due = await alertsToSend(database, { at: clock.now(), limit: SENT_AT_ONCE });
  let sent = 0;
  for (const alert of due) {
    const result = await send(alerting, alert, clock.now());
    const { id, tries } = alert;
    const at = clock.now();
    if (result.ok) {
      await recordAlertSent(database, { id, isRecovery: alert.recoveredAt !== null, at });
      sent += 1;
      continue;
    }
    const isGivenUp = tries + 1 >= TRIES_MAX;
    const nextTryAt = isGivenUp ? null : nextRetryAt({ retries: tries, at, random });
    await recordAlertFailed(database, { id, error: result.error, nextTryAt });
  }
  return { sent, failed: due.length - sent };
}

async function send(
  { mailer, webhookSecret, publicUrl }: Alerting,
  alert: ListedAlert,
  at: Date,
): Promise<Result<null, string>> {
  const message = alertMessage(alert, publicUrl);
  if (alert.channel === 'WEBHOOK') {
    const { target: url } = alert;
    return sendWebhook({ url, body: message.body, id: message.id, secret: webhookSecret, at });
  }
  if (mailer === null) return fail('No mail server is configured: set SENDSALE_SMTP_URL.');
  return mailer.send({ to: alert.target, ...message });
}
