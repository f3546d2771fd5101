// sendsale alerts: who is told of which problems, and what was sent.

import { AlertRuleView } from '@sendsale/api';
import type { AlertView } from '@sendsale/api';
import { Command } from 'commander';
import { CommandFailure } from '../failure.ts';
import { printJson, printLine, printTable } from './print.ts';
import { withApi } from './with-api.ts';

export function alertsCommand(): Command {
  const alerts = new Command('alerts')
    .description('who is told of which problems by e-mail or webhook, and what was sent')
    .option('--json', 'print JSON')
    .action(async (options: { json?: true }) => {
      const sent = await withApi(async (api) => api.alerts());
      return options.json ? printJson(sent) : printAlerts(sent);
    });
  alerts
    .command('rules')
    .description('the rules')
    .option('--json', 'print JSON')
    .action(async (options: { json?: true }) => {
      const rules = await withApi(async (api) => api.alertRules());
      return options.json ? printJson(rules) : printRules(rules);
    });
  alerts
    .command('set')
    .description(
      'make or change a rule, e.g. "alerts set night-watch --email ops@example.com --severity HIGH"',
    )
    .argument('<rule>', 'a name of lower-case words')
    .option('--email <address>', 'tell by e-mail')
    .option('--webhook <url>', 'tell by a signed webhook')
    .option('--code <codes...>', 'only these codes; every code without')
    .option('--severity <severity>', 'LOW, MEDIUM or HIGH: at least so bad', 'LOW')
    .option('--after <minutes>', 'only when it has been there so long', '0')
    .option('--money <minor>', 'only when at least so much is at stake, in minor units', '0')
    .option('--off', 'keep the rule, but tell nobody')
    .action(async (id: string, flags: RuleFlags) => setRule(id, flags));
  alerts
    .command('remove')
    .description('remove a rule')
    .argument('<rule>')
    .action(async (id: string) => {
      await withApi(async (api) => api.removeAlertRule(id));
      printLine(`${id}: removed`);
    });
  return alerts;
}

interface RuleFlags {
  readonly email?: string;
  readonly webhook?: string;
  readonly code?: readonly string[];
  readonly severity: string;
  readonly after: string;
  readonly money: string;
  readonly off?: true;
}

async function setRule(id: string, flags: RuleFlags): Promise<void> {
  const { email, webhook, code, severity, after, money, off } = flags;
  const target = email ?? webhook;
  if (target === undefined || (email !== undefined && webhook !== undefined)) {
    throw new CommandFailure('Say whom to tell: --email ADDRESS or --webhook URL.');
  }
  const rule = AlertRuleView.safeParse({
    id,
    codes: [...(code ?? [])],
    severity,
    afterMinutes: Number(after),
    moneyMinor: Number(money),
    channel: email === undefined ? 'WEBHOOK' : 'EMAIL',
    target,
    enabled: off !== true,
  });
  if (!rule.success) {
    const faults = rule.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new CommandFailure(faults.join('; '));
  }
  await withApi(async (api) => api.saveAlertRule(rule.data));
  printLine(`${id}: saved`);
}

function printRules(rules: readonly AlertRuleView[]): void {
  if (rules.length === 0) return printLine('No rules: nobody is told of anything.');
  return printTable(
    ['rule', 'codes', 'at least', 'after', 'money', 'to', ''],
    rules.map((rule) => [
      rule.id,
      rule.codes.length === 0 ? 'every code' : rule.codes.join(', '),
      rule.severity.toLowerCase(),
      `${rule.afterMinutes} min`,
      rule.moneyMinor === 0 ? '' : `≥ ${rule.moneyMinor}`,
      `${rule.channel.toLowerCase()} ${rule.target}`,
      rule.enabled ? '' : 'off',
    ]),
  );
}

function printAlerts(alerts: readonly AlertView[]): void {
  if (alerts.length === 0) return printLine('Nobody was told of anything yet.');
  return printTable(
    ['alert', 'rule', 'cause', 'opened', 'sent', 'gone', 'told', 'error'],
    alerts.map((alert) => [
      String(alert.id),
      alert.ruleId,
      alert.cause,
      alert.openedAt,
      alert.sentAt ?? '',
      alert.recoveredAt ?? '',
      alert.recoverySentAt ?? '',
      alert.error ?? '',
    ]),
  );
}
