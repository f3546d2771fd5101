// Who may come in and do what: sessions, people, keys, the audit log, saved views.

import { PERMISSIONS, ROLE_DEFINITIONS, ROLES } from '@sendsale/domain';
import { z } from 'zod';

export { PERMISSIONS, ROLE_DEFINITIONS, ROLES };
export type { Permission, Role } from '@sendsale/domain';

/** The password of the people of the demonstration, which listens on this machine only. */
export const DEMO_PASSWORD = 'over the fells';

const RoleName = z.enum(ROLES);
const Json = z.record(z.string(), z.json());

export const SessionView = z.object({
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      roles: RoleName.array(),
      permissions: z.enum(PERMISSIONS).array(),
      /** The places the person works at. */
      facilityIds: z.string().array(),
      /** Whether a role looks beyond them. */
      seesEveryFacility: z.boolean(),
    })
    .nullable(),
  /** Sent as `x-sendsale-csrf` with every change. */
  csrf: z.string().nullable(),
  /** The sample people, where this is the demonstration. */
  demo: z
    .object({ name: z.string(), email: z.string(), roles: RoleName.array() })
    .array()
    .nullable(),
});
export type SessionView = z.infer<typeof SessionView>;

export const SignInRequest = z.object({
  email: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
});

const Password = z.string().min(12).max(200);
export const ChangePasswordRequest = z.object({
  current: z.string().min(1).max(200),
  next: Password,
});

export const PersonView = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  roles: RoleName.array(),
  facilityIds: z.string().array(),
  hasPassword: z.boolean(),
  createdAt: z.string(),
  disabledAt: z.string().nullable(),
  seenAt: z.string().nullable(),
  revision: z.number(),
});
export type PersonView = z.infer<typeof PersonView>;

export const SavePersonRequest = z.object({
  email: z.email().max(200),
  name: z.string().trim().min(1).max(100),
  roles: RoleName.array().min(1),
  facilityIds: z.string().array().max(5000).default([]),
  /** Left out: it stays as it is. */
  password: Password.optional(),
  disabled: z.boolean().default(false),
  /** The revision the change was made from; another one in between is answered 409. */
  basedOn: z.number().int().nullable().default(null),
});
export type SavePersonRequest = z.input<typeof SavePersonRequest>;

export const ApiKeyView = z.object({
  id: z.number(),
  name: z.string(),
  /** null: everything but a backup, and giving somebody the right to make one. */
  role: RoleName.nullable(),
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
});
export type ApiKeyView = z.infer<typeof ApiKeyView>;
export const CreateKeyRequest = z.object({
  name: z.string().trim().min(1).max(100),
  role: RoleName.nullable().default(null),
});
export const CreatedKey = z.object({ key: z.string() });

export const AuditEntryView = z.object({
  id: z.number(),
  at: z.string(),
  actor: z.string(),
  via: z.string(),
  action: z.string(),
  subject: z.string(),
  before: Json.nullable(),
  after: Json.nullable(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;
export const AuditPage = z.object({
  entries: AuditEntryView.array(),
  /** Give it as `beforeId` for the older ones; null: there are none. */
  next: z.number().nullable(),
});
export const AuditQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  beforeId: z.coerce.number().int().optional(),
  actor: z.string().max(200).optional(),
  subject: z.string().max(200).optional(),
});

export const SavedViewView = z.object({ id: z.number(), name: z.string(), query: Json });
export type SavedViewView = z.infer<typeof SavedViewView>;
export const SaveViewRequest = z.object({ name: z.string().trim().min(1).max(60), query: Json });

/** What a stream of `/api/events` says: what was changed, so that screens read it again. */
export const TOPICS = [
  'orders',
  'problems',
  'jobs',
  'feeds',
  'brokering',
  'audit',
  'sales',
  'floor',
] as const;
export type Topic = (typeof TOPICS)[number];
export const LiveEvent = z.object({
  topics: z.enum(TOPICS).array(),
  /** The orders that something happened to; null: too many to name. */
  orderIds: z.string().array().nullable(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;
