// Sessions of people: a random token in a cookie, its hash in the database. A session ends by signing out, after
// some hours without a call, at the latest after a week, and when its person is disabled or gets another password.

import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { sql } from 'kysely';

const HOUR_MS = 3_600_000;
const LIFE_MS = 7 * 24 * HOUR_MS;
const IDLE_MS = 12 * HOUR_MS;
const ROTATE_AFTER_MS = HOUR_MS;
/** Calls that were under way when the token changed still carry the one before. */
const PREVIOUS_COUNTS_MS = 60_000;
/** Looking is written down at most this often. */
const SEEN_STEP_MS = 60_000;

export interface OpenSessionOptions {
  readonly personId: string;
  readonly address: string;
  readonly agent: string;
  readonly at: Date;
}

/** @returns the token for the cookie */
export async function openSession(db: Database, options: OpenSessionOptions): Promise<string> {
  const { personId, address, agent, at } = options;
  const token = newToken();
  const row = {
    person_id: personId,
    token_sha256: hashOf(token),
    csrf: newToken(),
    created_at: at,
    seen_at: at,
    rotated_at: at,
    expires_at: new Date(at.getTime() + LIFE_MS),
    address,
    agent: agent.slice(0, 200),
  };
  await db.insertInto('session').values(row).execute();
  return token;
}

export interface SessionPerson {
  readonly sessionId: number;
  /** What a change must carry besides the cookie. */
  readonly csrf: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly facilityIds: readonly string[];
  /** The token to put into the cookie from now on; null: the one it has. */
  readonly newToken: string | null;
}

interface SessionRow {
  readonly id: number;
  readonly csrf: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly seenAt: Date;
  readonly rotatedAt: Date;
  readonly isCurrent: boolean;
  readonly roles: readonly Role[];
  readonly facilityIds: readonly string[];
}

/** Whose session a token is; null when it is unknown, over, or its person may not come in any more. */
export async function findSession(
  db: Database,
  { token, at }: { readonly token: string; readonly at: Date },
): Promise<SessionPerson | null> {
  const row = await readSession(db, token, at);
  if (row === null) return null;
  const { id, seenAt, rotatedAt, isCurrent, ...person } = row;
  const rotates = isCurrent && at.getTime() - rotatedAt.getTime() > ROTATE_AFTER_MS;
  const newOne = rotates ? await rotate(db, { id, token, at }) : null;
  if (newOne === null && at.getTime() - seenAt.getTime() > SEEN_STEP_MS) {
    await db.updateTable('session').set({ seen_at: at }).where('id', '=', id).execute();
  }
  return { ...person, sessionId: id, newToken: newOne };
}

async function readSession(db: Database, token: string, at: Date): Promise<SessionRow | null> {
  const sha256 = hashOf(token);
  const idleSince = new Date(at.getTime() - IDLE_MS);
  const { rows } = await sql<SessionRow>`
    select s.id, s.csrf, s.person_id as "personId", p.name, p.email, s.seen_at as "seenAt",
      s.rotated_at as "rotatedAt", s.token_sha256 = ${sha256} as "isCurrent",
      array(select r.role from person_role r where r.person_id = p.id order by r.role) as roles,
      array(select f.facility_id from person_facility f where f.person_id = p.id order by f.facility_id) as "facilityIds"
    from session s join person p on p.id = s.person_id
    where (s.token_sha256 = ${sha256} or (s.previous_sha256 = ${sha256} and s.previous_until > ${at}))
      and s.ended_at is null and s.expires_at > ${at} and s.seen_at > ${idleSince}
      and p.disabled_at is null`.execute(db);
  return rows[0] ?? null;
}

// Of two calls at once only one rotates; the other goes on with the token before.
async function rotate(
  db: Database,
  { id, token, at }: { readonly id: number; readonly token: string; readonly at: Date },
): Promise<string | null> {
  const next = newToken();
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set({
      token_sha256: hashOf(next),
      previous_sha256: hashOf(token),
      previous_until: new Date(at.getTime() + PREVIOUS_COUNTS_MS),
      rotated_at: at,
      seen_at: at,
    })
    .where('id', '=', id)
    .where('token_sha256', '=', hashOf(token))
    .executeTakeFirst();
  return numUpdatedRows === 1n ? next : null;
}

/** Ends one session; ending it again changes nothing. */
export async function endSession(
  db: Database,
  { sessionId, at }: { readonly sessionId: number; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: at })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends every session of a person. */
export async function endSessions(
  db: Database,
  { personId, at }: { readonly personId: string; readonly at: Date },
): Promise<void> {
  await inTransaction(db, async (tx) =>
    tx
      .updateTable('session')
      .set({ ended_at: at })
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .execute(),
  );
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

// The token is random and long, so a plain hash cannot be searched backwards.
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
