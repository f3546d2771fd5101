// sendsale person add | list | disable | password: the people who may use the screens. The first administrator is made
// here; everybody else can be made on the screens.

import { randomBytes } from 'node:crypto';
import { ROLES } from '@sendsale/api';
import type { ApiClient, PersonView, Role } from '@sendsale/api';
import { Command } from 'commander';
import { CommandFailure } from '../failure.ts';
import { printJson, printLine, printTable } from './print.ts';
import { withApi } from './with-api.ts';

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
      const password = newPassword();
      const roles = flags.role.map(roleOf);
      const facilityIds = [...flags.facility];
      await withApi(async (api) => api.addPerson({ email, name, roles, facilityIds, password }));
      printLine(password);
    });
  person
    .command('list')
    .description('everybody, with roles and facilities')
    .option('--json', 'as JSON')
    .action(async (flags: { json?: true }) => {
      const people = await withApi(async (api) => api.people());
      if (flags.json) printJson(people);
      else printTable(['ID', 'EMAIL', 'NAME', 'ROLES', 'FACILITIES', 'STATE'], people.map(row));
    });
  person
    .command('disable')
    .description('end the sessions of somebody and let in no more')
    .argument('<email>')
    .action(async (email: string) => {
      await withApi(async (api) => change(api, email, { disabled: true }));
      printLine('Disabled.');
    });
  person
    .command('password')
    .description('give somebody another password and print it; their sessions end')
    .argument('<email>')
    .action(async (email: string) => {
      const password = newPassword();
      await withApi(async (api) => change(api, email, { password, disabled: false }));
      printLine(password);
    });
  return person;
}

/** @throws CommandFailure when nobody has the address */
async function change(
  api: ApiClient,
  email: string,
  parts: { readonly password?: string; readonly disabled: boolean },
): Promise<void> {
  const person = (await api.people()).find((one) => isSame(one.email, email));
  if (person === undefined) throw new CommandFailure(`There is nobody with the address ${email}.`);
  const { id, name, roles, facilityIds, revision } = person;
  await api.savePerson(id, {
    email: person.email,
    name,
    roles,
    facilityIds,
    basedOn: revision,
    ...parts,
  });
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function newPassword(): string {
  return randomBytes(12).toString('base64url');
}

/** @throws CommandFailure when there is no such role */
export function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text.toUpperCase().replaceAll('-', '_'));
  if (role !== undefined) return role;
  throw new CommandFailure(`There is no role ${text}; there are ${ROLES.join(', ')}.`);
}

function row({ id, email, name, roles, facilityIds, disabledAt }: PersonView): string[] {
  const state = disabledAt === null ? 'active' : 'disabled';
  return [id, email, name, roles.join(' '), facilityIds.join(' '), state];
}
