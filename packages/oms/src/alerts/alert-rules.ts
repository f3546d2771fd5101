// The rules of who is told of which causes.

import type { AlertRule } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';
import { deleteAlertRule, upsertAlertRule } from '@sendsale/store/write';

/** Makes or changes the rule of that id. Alerts that are open stay with the target they were opened for. */
export async function saveAlertRule(
  db: Database,
  options: { readonly rule: AlertRule; readonly actor: string; readonly at: Date },
): Promise<void> {
  await upsertAlertRule(db, options);
}

/** @returns whether there was such a rule; its open alerts end without a word */
export async function removeAlertRule(db: Database, id: string): Promise<boolean> {
  return deleteAlertRule(db, id);
}

/** Why the target cannot be one of its channel; null when it can. */
export function targetFault({
  channel,
  target,
}: Pick<AlertRule, 'channel' | 'target'>): string | null {
  if (channel === 'EMAIL') {
    return /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(target)
      ? null
      : `${target} is no e-mail address.`;
  }
  if (!URL.canParse(target)) return `${target} is no URL.`;
  const { protocol, hostname } = new URL(target);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLocal)
    ? null
    : 'A webhook needs an https address.';
}
