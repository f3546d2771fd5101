// How a problem goes away, and how bad it is: what decides whether it is tried again by itself and who hears of it.

import { PROBLEMS } from './catalogue.ts';
import type { ProblemCode, ProblemDefinition } from './catalogue.ts';
import type { JsonObject } from '../json.ts';

/** RETRY: time heals it; it is tried again. DATA: it waits for a change of data. PERSON: somebody has to act. */
export const TREATMENTS = ['RETRY', 'DATA', 'PERSON'] as const;
export type Treatment = (typeof TREATMENTS)[number];

export const SEVERITIES = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const PROBLEM_EVENT_KINDS = ['NOTED', 'ASSIGNED', 'RETRIED', 'SETTLED'] as const;
export type ProblemEventKind = (typeof PROBLEM_EVENT_KINDS)[number];

/** Causes that pass: a connection, a throttle, a file that is on its way, a record somebody has open. */
const PASSING = [
  'SFTP_UNREACHABLE',
  'SFTP_AUTHENTICATION_FAILED',
  'SFTP_FILE_CONFLICT',
  'NETSUITE_UNREACHABLE',
  'NETSUITE_ANSWER_OVERDUE',
  'SHOPIFY_UNREACHABLE',
  'SHOPIFY_BULK_FAILED',
  'SHOPIFY_WEBHOOKS_REFUSED',
  'FEED_ROW_ORDER_UNKNOWN',
  'RECORD_UNKNOWN',
] as const satisfies readonly ProblemCode[];

/** Codes some or all of whose problems are tried again by themselves. */
export const RETRIED_CODES = [
  ...PASSING,
  'NETSUITE_ROW_REFUSED',
] as const satisfies readonly ProblemCode[];

/** NetSuite's codes for what another try may get past (SuiteScript error reference). */
const PASSING_REFUSALS: ReadonlySet<string> = new Set([
  'RCRD_HAS_BEEN_CHANGED',
  'RCRD_LOCKED_BY_WF',
  'RECORD_LOCKED',
  'SSS_REQUEST_LIMIT_EXCEEDED',
  'SSS_TIME_LIMIT_EXCEEDED',
  'SSS_USAGE_LIMIT_EXCEEDED',
  'SSS_CONNECTION_TIME_OUT',
  'SSS_CONNECTION_CLOSED',
  'SUITELET_TIMEOUT',
  'UNEXPECTED_ERROR',
  'SERVER_ERROR',
]);

/** @param detail the problem's facts: a refusal of NetSuite is judged by its code */
export function treatmentOf(code: ProblemCode, detail: JsonObject): Treatment {
  if (PASSING.some((one) => one === code)) return 'RETRY';
  if (code === 'NETSUITE_ROW_REFUSED' && isPassingRefusal(detail['code'])) return 'RETRY';
  return PROBLEMS[code].heals ? 'DATA' : 'PERSON';
}

export function isPassingRefusal(code: unknown): boolean {
  return typeof code === 'string' && PASSING_REFUSALS.has(code);
}

/** HIGH: records wait for it. MEDIUM: a person has to act. LOW: it goes away by itself. */
export function severityOf(code: ProblemCode): Severity {
  const definition: ProblemDefinition = PROBLEMS[code];
  if (definition.blocks) return 'HIGH';
  return definition.heals ? 'LOW' : 'MEDIUM';
}
