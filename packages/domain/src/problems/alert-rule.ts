// Who is told of which causes: a rule says how bad, how old and how much money a cause must be.

import { SEVERITIES, severityOf } from './treatment.ts';
import type { Severity } from './treatment.ts';
import type { ProblemCode } from './catalogue.ts';

export const ALERT_CHANNELS = ['EMAIL', 'WEBHOOK'] as const;
export type AlertChannel = (typeof ALERT_CHANNELS)[number];

export interface AlertRule {
  /** kebab-case, given by a person. */
  readonly id: string;
  /** None: every code. */
  readonly codes: readonly ProblemCode[];
  /** The least severity. */
  readonly severity: Severity;
  /** How long the cause must have been there. */
  readonly afterMinutes: number;
  /** The least sum at stake in any one currency, in minor units. */
  readonly moneyMinor: number;
  readonly channel: AlertChannel;
  /** An e-mail address, or an https URL. */
  readonly target: string;
  readonly enabled: boolean;
}

export interface OpenCause {
  readonly code: ProblemCode;
  readonly since: Date;
  /** At stake, the largest sum of one currency, in minor units. */
  readonly moneyMinor: number;
}

/** Whether the rule's people are told of the cause now. */
export function isToldOf(rule: AlertRule, cause: OpenCause, at: Date): boolean {
  if (!rule.enabled) return false;
  if (rule.codes.length > 0 && !rule.codes.includes(cause.code)) return false;
  if (SEVERITIES.indexOf(severityOf(cause.code)) < SEVERITIES.indexOf(rule.severity)) return false;
  if (at.getTime() - cause.since.getTime() < rule.afterMinutes * 60_000) return false;
  return cause.moneyMinor >= rule.moneyMinor;
}
