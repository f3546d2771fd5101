// sendsale person add | list | disable | password: the people who may use the screens. The first administrator is made
// here; everybody else can be made on the screens.

import { randomBytes } from 'node:crypto';
import { ROLES } from '@sendsale/api';
import type { Role } from '@sendsale/api';
import type { SavePersonOptions } from '@sendsale/oms';
import { systemClock } from '@sendsale/platform/clock';
import { readEnvironment } from '@sendsale/platform/config';
import type { Database, ListedPerson } from '@sendsale/store/read';
import { Command } from 'commander';
import { CommandFailure } from '../failure.ts';
import { printJson, printLine, printTable } from './print.ts';

interface AddFlags {
  readonly role: readonly string[];
  readonly facility: readonly string[];
}

export function personCommand(): Command {
  const person = new Command('person').description(
    'people who may use the screens: add, list, disable, password',
  );
  person
    .command('add')
    .description('add somebody and print a password to begin with')
    .argument('<email>')
    .argument('<name>')
    .requiredOption('--role <role...>', `one or more of ${ROLES.join(', ')}`)
    .option('--facility <id...>', 'where the person works', [])
    .action(async (email: string, name: string, flags: AddFlags) => {
      await withDatabase(async (db) => add(db, { email, name, flags }));
    });
  person
    .command('list')
    .description('everybody, with roles and facilities')
    .option('--json', 'as JSON')
    .action(async (flags: { json?: true }) => {
      const { listPeople } = await import('@sendsale/store/read');
      const people = await withDatabase(async (db) => listPeople(db));
      if (flags.json) printJson(people);
      else printTable(['ID', 'EMAIL', 'NAME', 'ROLES', 'FACILITIES', 'STATE'], people.map(row));
    });
  person
    .command('disable')
    .description('end the sessions of somebody and let in no more')
    .argument('<email>')
    .action(async (email: string) => {
      await withDatabase(async (db) => change(db, email, { disabled: true }));
      printLine('Disabled.');
    });
  person
    .command('password')
    .description('give somebody another password and print it; their sessions end')
    .argument('<email>')
    .action(async (email: string) => {
      const { password, passwordHash } = await newPassword();
      await withDatabase(async (db) => change(db, email, { passwordHash, disabled: false }));
      printLine(password);
    });
  return person;
}

async function add(
  db: Database,
  {
    email,
    name,
    flags,
  }: { readonly email: string; readonly name: string; readonly flags: AddFlags },
): Promise<void> {
  const { password, passwordHash } = await newPassword();
  const roles = flags.role.map(roleOf);
  const rest = { id: null, disabled: false, basedOn: null, facilityIds: flags.facility };
  await save(db, { email, name, roles, passwordHash, ...rest });
  printLine(password);
}

async function change(
  db: Database,
  email: string,
  parts: { readonly passwordHash?: string; readonly disabled: boolean },
): Promise<void> {
  const { listPeople } = await import('@sendsale/store/read');
  const [person] = await listPeople(db, email);
  if (person === undefined) throw new CommandFailure(`There is nobody with the address ${email}.`);
  await save(db, { ...person, ...parts, basedOn: null });
}

async function save(
  db: Database,
  person: Omit<SavePersonOptions, 'actor' | 'via' | 'at'>,
): Promise<void> {
  const { savePerson } = await import('@sendsale/oms');
  const who = { actor: 'command line', via: 'command line', at: systemClock.now() };
  const saved = await savePerson(db, { ...person, ...who });
  if (saved.ok) return;
  const { REFUSALS } = await import('../http/routes/people-routes.ts');
  const { message, whatToDo } = REFUSALS[saved.error];
  throw new CommandFailure(`${message} ${whatToDo}`);
}

async function newPassword(): Promise<{
  readonly password: string;
  readonly passwordHash: string;
}> {
  const { hashPassword } = await import('@sendsale/platform/password');
  const password = randomBytes(12).toString('base64url');
  return { password, passwordHash: await hashPassword(password) };
}

/** @throws CommandFailure when there is no such role */
export function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text.toUpperCase().replaceAll('-', '_'));
  if (role !== undefined) return role;
  throw new CommandFailure(`There is no role ${text}; there are ${ROLES.join(', ')}.`);
}

function row({ id, email, name, roles, facilityIds, disabledAt }: ListedPerson): string[] {
  const state = disabledAt === null ? 'active' : 'disabled';
  return [id, email, name, roles.join(' '), facilityIds.join(' '), state];
}

// People are made on the database itself: whoever may do that may do anything anyway.
async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const { openStore } = await import('../open-store.ts');
  const { database } = await openStore(readEnvironment());
  try {
    return await work(database.kysely);
  } finally {
    await database.close();
  }
}
