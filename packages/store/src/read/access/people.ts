// People, their roles and places, and when each was last here.

import type { Role } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface ListedPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly facilityIds: readonly string[];
  readonly hasPassword: boolean;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly seenAt: Date | null;
  readonly revision: number;
}

const LISTED_MAX = 5000;

/** By name; all of them, or the one with this id or address. */
export async function listPeople(db: Database, idOrEmail?: string): Promise<ListedPerson[]> {
  const which =
    idOrEmail === undefined
      ? sql`true`
      : sql`(p.id = ${idOrEmail} or lower(p.email) = lower(${idOrEmail}))`;
  const { rows } = await sql<ListedPerson>`
    select p.id, p.email, p.name, p.password_hash is not null as "hasPassword",
      p.created_at as "createdAt", p.disabled_at as "disabledAt", p.revision,
      array(select r.role from person_role r where r.person_id = p.id order by r.role) as roles,
      array(select f.facility_id from person_facility f where f.person_id = p.id order by f.facility_id) as "facilityIds",
      (select max(s.seen_at) from session s where s.person_id = p.id) as "seenAt"
    from person p
    where ${which}
    order by lower(p.name), p.id
    limit ${LISTED_MAX}`.execute(db);
  return rows;
}

/** What signing in needs: the person of an address, with the hash; null when there is none. */
export async function signInFacts(
  db: Database,
  email: string,
): Promise<{ readonly id: string; readonly passwordHash: string | null } | null> {
  const { rows } = await sql<{ id: string; passwordHash: string | null }>`
    select id, password_hash as "passwordHash" from person
    where lower(email) = lower(${email}) and disabled_at is null`.execute(db);
  return rows[0] ?? null;
}
