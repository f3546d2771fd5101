// The inbox: problems one by one and by cause, and what people do about them. Money is decimal text.

import { z } from 'zod';

export const ProblemView = z.object({
  id: z.number(),
  code: z.string(),
  /** The code in words. */
  title: z.string(),
  subject: z.string(),
  /** Problems of one cause go away together. */
  cause: z.string(),
  orderId: z.string().nullable(),
  orderName: z.string().nullable(),
  message: z.string(),
  whatToDo: z.string(),
  /** HIGH: records wait for it. MEDIUM: a person has to act. LOW: it goes away by itself. */
  severity: z.enum(['LOW', 'MEDIUM', 'HIGH']),
  /** RETRY: it is tried again by itself. DATA: it waits for a change of data. PERSON: somebody has to act. */
  treatment: z.enum(['RETRY', 'DATA', 'PERSON']),
  /** What the order comes to; null for a problem of no order. */
  money: z.string().nullable(),
  currency: z.string().nullable(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  occurrences: z.number(),
  assignedTo: z.string().nullable(),
  retries: z.number(),
  /** When it is tried again by itself. */
  nextRetryAt: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  resolution: z.string().nullable(),
  /** The person who settled it; null when it healed. */
  resolvedBy: z.string().nullable(),
});
export type ProblemView = z.infer<typeof ProblemView>;

export const ProblemDetailView = ProblemView.extend({
  meaning: z.string(),
  /** Facts: ids, codes, texts of the other side. */
  detail: z.record(z.string(), z.unknown()),
  events: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      kind: z.enum(['NOTED', 'ASSIGNED', 'RETRIED', 'SETTLED']),
      text: z.string(),
    }),
  ),
});
export type ProblemDetailView = z.infer<typeof ProblemDetailView>;

/** The open problems of one cause. */
export const CauseView = z.object({
  cause: z.string(),
  code: z.string(),
  title: z.string(),
  meaning: z.string(),
  whatToDo: z.string(),
  severity: z.enum(['LOW', 'MEDIUM', 'HIGH']),
  treatment: z.enum(['RETRY', 'DATA', 'PERSON']),
  problems: z.number(),
  /** Orders that have one of them, or wait for what the cause holds back. */
  orders: z.number(),
  /** What these orders come to, by currency. */
  money: z.array(z.object({ currency: z.string(), amount: z.string() })),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  nextRetryAt: z.string().nullable(),
  assignedTo: z.array(z.string()),
  /** What the oldest one says. */
  message: z.string(),
});
export type CauseView = z.infer<typeof CauseView>;

/** Which problems an act is about: some by their ids, or every open one of a cause. */
export const ChosenProblems = z.union([
  z.object({ ids: z.array(z.number().int()).min(1).max(1000) }).strict(),
  z.object({ cause: z.string().min(1) }).strict(),
]);
export type ChosenProblems = z.infer<typeof ChosenProblems>;

const TEXT_MAX = 2000;
const someText = z.string().trim().min(1).max(TEXT_MAX);

export const RetryRequest = z.object({ chosen: ChosenProblems });
export type RetryRequest = z.infer<typeof RetryRequest>;

/** `to` null: nobody any more. */
export const AssignRequest = z.object({ chosen: ChosenProblems, to: someText.nullable() });
export type AssignRequest = z.infer<typeof AssignRequest>;

export const NoteRequest = z.object({ chosen: ChosenProblems, text: someText });
export type NoteRequest = z.infer<typeof NoteRequest>;

export const SettleRequest = z.object({
  chosen: ChosenProblems,
  reason: someText,
  /** The internal id of the record somebody made in NetSuite by hand; with one problem only. */
  netsuiteId: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});
export type SettleRequest = z.infer<typeof SettleRequest>;

/** How many open problems the act found. */
export const ActAnswer = z.object({ problems: z.number() });
export type ActAnswer = z.infer<typeof ActAnswer>;

export const ALERT_CHANNELS = ['EMAIL', 'WEBHOOK'] as const;

/** Who is told of which causes. Money is a decimal text in any one currency. */
export const AlertRuleView = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  /** None: every code. */
  codes: z.array(z.string()).default([]),
  severity: z.enum(['LOW', 'MEDIUM', 'HIGH']).default('LOW'),
  afterMinutes: z.number().int().min(0).max(525_600).default(0),
  /** The least sum at stake, in minor units. */
  moneyMinor: z.number().int().min(0).default(0),
  channel: z.enum(ALERT_CHANNELS),
  /** An e-mail address, or an https URL (http on the loopback). */
  target: z.string().min(3).max(2000),
  enabled: z.boolean().default(true),
});
export type AlertRuleView = z.infer<typeof AlertRuleView>;

export const AlertView = z.object({
  id: z.number(),
  ruleId: z.string(),
  cause: z.string(),
  code: z.string(),
  channel: z.enum(ALERT_CHANNELS),
  target: z.string(),
  openedAt: z.string(),
  sentAt: z.string().nullable(),
  recoveredAt: z.string().nullable(),
  recoverySentAt: z.string().nullable(),
  tries: z.number(),
  nextTryAt: z.string().nullable(),
  error: z.string().nullable(),
});
export type AlertView = z.infer<typeof AlertView>;
