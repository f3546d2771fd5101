// The systems we are connected to, how each is, and the webhooks Shopify sends us. No secret is ever among it.

import { z } from 'zod';

export const CONNECTION_KINDS = ['SHOPIFY', 'NETSUITE', 'SFTP', 'SMTP', 'WEBHOOK'] as const;

export const ConnectionView = z.object({
  /** E.g. `shopify:main`, `netsuite`, `alert:ops`. */
  id: z.string(),
  kind: z.enum(CONNECTION_KINDS),
  name: z.string(),
  /** Host, account or address; null where nothing is configured. */
  address: z.string().nullable(),
  /** What is set up besides, e.g. the user; never a secret. */
  more: z.string().nullable(),
  /** PROBLEM: the jobs that use it met one that is open. */
  state: z.enum(['READY', 'PROBLEM', 'NOT_CONFIGURED']),
  problems: z.array(z.object({ id: z.number(), code: z.string(), message: z.string() })),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

/** What a real call came to. */
export const ConnectionTest = z.object({
  ok: z.boolean(),
  /** In words: what was asked, and the answer. */
  words: z.string(),
  tookMs: z.number(),
});
export type ConnectionTest = z.infer<typeof ConnectionTest>;

export const WebhooksView = z.object({
  shopId: z.string(),
  /** Where Shopify should send them; null: no public address is configured. */
  uri: z.string().nullable(),
  /** Why the shop could not be asked; null when it answered. */
  failure: z.string().nullable(),
  topics: z.array(
    z.object({
      topic: z.string(),
      isWanted: z.boolean(),
      /** Where it goes; null: it is missing. */
      uri: z.string().nullable(),
      lastReceivedAt: z.string().nullable(),
    }),
  ),
});
export type WebhooksView = z.infer<typeof WebhooksView>;
