// sendsale key create | revoke: keys for the HTTP API.

import { ROLES } from '@sendsale/api';
import { systemClock } from '@sendsale/platform/clock';
import { readEnvironment } from '@sendsale/platform/config';
import type { Database } from '@sendsale/store/read';
import { Command } from 'commander';
import { roleOf } from './person.ts';
import { printLine } from './print.ts';

export function keyCommand(): Command {
  const key = new Command('key').description('keys for the HTTP API: create, revoke');
  key
    .command('create')
    .description('make a key and print it; it cannot be read again')
    .argument('<name>', 'whose it is; the actor of what is done with it')
    .option(
      '--role <role>',
      `what it may do: one of ${ROLES.join(', ')}; everything but a backup unless said`,
    )
    .action(async (name: string, flags: { readonly role?: string }) => {
      const { createApiKey } = await import('@sendsale/oms');
      const role = flags.role === undefined ? null : roleOf(flags.role);
      const at = systemClock.now();
      printLine(await withDatabase(async (db) => createApiKey(db, { name, role, at })));
    });
  key
    .command('revoke')
    .description('revoke every key of a name')
    .argument('<name>')
    .action(async (name: string) => {
      const { revokeApiKeys } = await import('@sendsale/oms');
      const count = await withDatabase(async (db) =>
        revokeApiKeys(db, { name, at: systemClock.now() }),
      );
      printLine(`${count} revoked.`);
    });
  return key;
}

// Keys are made on the database itself: whoever may do that may do anything anyway.
async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const { openStore } = await import('../open-store.ts');
  const { database } = await openStore(readEnvironment());
  try {
    return await work(database.kysely);
  } finally {
    await database.close();
  }
}
