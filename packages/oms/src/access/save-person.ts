// Adds people and changes them: name, roles, places, password, whether they may come in.

import type { JsonObject, Role } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { listPeople } from '@sendsale/store/read';
import type { Database, ListedPerson } from '@sendsale/store/read';
import { sql } from 'kysely';
import { endSessions } from './sessions.ts';
import { writeAudit } from './write-audit.ts';

/** Why a person was not saved. */
export type PersonRefusal =
  'EMAIL_TAKEN' | 'PERSON_UNKNOWN' | 'PERSON_CHANGED' | 'LAST_ADMINISTRATOR' | 'FACILITY_UNKNOWN';

interface Change {
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

export interface SavePersonOptions extends Change {
  /** null: somebody new. */
  readonly id: string | null;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly facilityIds: readonly string[];
  /** Left out: the password stays. */
  readonly passwordHash?: string;
  readonly disabled: boolean;
  /** The revision the change was made from; another one in between is PERSON_CHANGED. */
  readonly basedOn: number | null;
}

/**
 * Ends the sessions of somebody who is disabled or gets another password. The last administrator who can come
 * in can be neither disabled nor lose the role.
 */
export async function savePerson(
  db: Database,
  options: SavePersonOptions,
): Promise<Result<ListedPerson, PersonRefusal>> {
  const { id, email, roles, facilityIds, disabled, basedOn, at } = options;
  return inTransaction(db, async (tx) => {
    // Two changes at once must not both take the last administrator away.
    await sql`lock table person in share row exclusive mode`.execute(tx);
    const [before = null] = id === null ? [] : await listPeople(tx, id);
    if (id !== null && before === null) return fail('PERSON_UNKNOWN');
    if (basedOn !== null && before?.revision !== basedOn) return fail('PERSON_CHANGED');
    const [same] = await listPeople(tx, email);
    if (same !== undefined && same.id !== before?.id) return fail('EMAIL_TAKEN');
    if (await hasUnknownFacility(tx, facilityIds)) return fail('FACILITY_UNKNOWN');
    const isAdministrator = roles.includes('ADMINISTRATOR') && !disabled;
    if (before !== null && !isAdministrator && (await isLastAdministrator(tx, before))) {
      return fail('LAST_ADMINISTRATOR');
    }
    const personId = await savePersonRow(tx, options, before);
    await replaceParts(tx, personId, options);
    if (disabled || (before !== null && options.passwordHash !== undefined)) {
      await endSessions(tx, { personId, at });
    }
    const [after] = await listPeople(tx, personId);
    if (after === undefined) return fail('PERSON_UNKNOWN');
    await auditPerson(tx, options, { before, after });
    return ok(after);
  });
}

async function savePersonRow(
  db: Database,
  options: SavePersonOptions,
  before: ListedPerson | null,
): Promise<string> {
  const { email, name, passwordHash, disabled, at } = options;
  const disabledAt = disabled ? (before?.disabledAt ?? at) : null;
  const password = passwordHash === undefined ? {} : { password_hash: passwordHash };
  if (before === null) {
    const row = await db
      .insertInto('person')
      .values({ email, name, ...password, created_at: at, disabled_at: disabledAt })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  }
  await db
    .updateTable('person')
    .set({ email, name, ...password, disabled_at: disabledAt, revision: before.revision + 1 })
    .where('id', '=', before.id)
    .execute();
  return before.id;
}

async function replaceParts(
  db: Database,
  personId: string,
  { roles, facilityIds }: SavePersonOptions,
): Promise<void> {
  await db.deleteFrom('person_role').where('person_id', '=', personId).execute();
  await db.deleteFrom('person_facility').where('person_id', '=', personId).execute();
  const givenRoles = [...new Set(roles)].map((role) => ({ person_id: personId, role }));
  if (givenRoles.length > 0) await db.insertInto('person_role').values(givenRoles).execute();
  const places = [...new Set(facilityIds)].map((id) => ({ person_id: personId, facility_id: id }));
  if (places.length > 0) await db.insertInto('person_facility').values(places).execute();
}

async function hasUnknownFacility(db: Database, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const known = await db
    .selectFrom('facility')
    .where('id', 'in', [...ids])
    .select('id')
    .execute();
  return known.length < new Set(ids).size;
}

async function isLastAdministrator(db: Database, person: ListedPerson): Promise<boolean> {
  if (person.disabledAt !== null || !person.roles.includes('ADMINISTRATOR')) return false;
  const others = await db
    .selectFrom('person as p')
    .innerJoin('person_role as r', 'r.person_id', 'p.id')
    .where('r.role', '=', 'ADMINISTRATOR')
    .where('p.disabled_at', 'is', null)
    .where('p.password_hash', 'is not', null)
    .where('p.id', '<>', person.id)
    .select('p.id')
    .executeTakeFirst();
  return others === undefined;
}

async function auditPerson(
  db: Database,
  { actor, via, at, passwordHash }: SavePersonOptions,
  { before, after }: { readonly before: ListedPerson | null; readonly after: ListedPerson },
): Promise<void> {
  const password: JsonObject = passwordHash === undefined ? {} : { password: 'set' };
  await writeAudit(db, {
    actor,
    via,
    at,
    action: before === null ? 'person.add' : 'person.change',
    subject: `person ${after.id}`,
    before: before === null ? null : shown(before),
    after: { ...shown(after), ...password },
  });
}

function shown({ email, name, roles, facilityIds, disabledAt }: ListedPerson): JsonObject {
  return { email, name, roles, facilities: facilityIds, disabled: disabledAt !== null };
}
