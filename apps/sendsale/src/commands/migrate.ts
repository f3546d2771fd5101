// sendsale migrate: brings the database up to date.

import { readEnvironment } from '@sendsale/platform/config';
import { Command } from 'commander';
import { printLine } from './print.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database up to date (serve does it too)')
    .action(async () => {
      const { openStore } = await import('../open-store.ts');
      const { database, applied } = await openStore(readEnvironment());
      await database.close();
      printLine(applied.length === 0 ? 'Nothing to do.' : `Applied ${applied.join(', ')}.`);
    });
}
