// sendsale backup FILE, sendsale restore FILE: everything the OMS knows, out of either engine and into either.

import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '@sendsale/platform/config';
import { openDatabase } from '@sendsale/platform/db';
import type { Tables } from '@sendsale/store/tables';
import { Command } from 'commander';
import { CommandFailure } from '../failure.ts';
import { restoreFile } from '../keeping/restore-file.ts';
import { printLine } from './print.ts';
import { withApi } from './with-api.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description('write everything the OMS knows into a file, while it goes on working')
    .argument('<file>', 'e.g. sendsale-2026-11-24.backup.gz')
    .action(async (file: string) => {
      if (existsSync(file)) throw new CommandFailure(`${file} is there already.`);
      const bytes = await withApi(async (api) => api.backup());
      writeFileSync(file, bytes, { mode: 0o600, flag: 'wx' });
      printLine(`${file}: ${bytes.length} bytes. Keep it like a password: it holds personal data.`);
    });
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a backup into an empty database; no OMS may run on it')
    .argument('<file>')
    .option('--replace', 'move an embedded database that is there aside first')
    .action(async (file: string, options: { replace?: true }) => {
      const { databaseUrl, dataFolder } = readEnvironment();
      const folder = join(dataFolder, 'db');
      const at = new Date();
      if (databaseUrl === null && options.replace && existsSync(folder)) {
        // The lock of a running process moves with the folder; opening it tells whether there is one.
        await (await openDatabase({ url: null, folder })).close();
        const aside = `${folder}-before-${at.toISOString().replaceAll(/[:.]/g, '-')}`;
        renameSync(folder, aside);
        printLine(`The database that was there is ${aside} now.`);
      }
      const database = await openDatabase<Tables>({ url: databaseUrl, folder });
      try {
        const { rows, backupAt } = await restoreFile(database.kysely, { file, at });
        printLine(`${rows} rows restored, as they were at ${backupAt.toISOString()}.`);
        printLine('Start the OMS: it reads what happened since from Shopify and NetSuite.');
      } finally {
        await database.close();
      }
    });
}
