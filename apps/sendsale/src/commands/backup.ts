// sendsale backup FILE, sendsale restore FILE: everything the OMS knows, out of either engine and into either.

import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recoverExchange } from '@sendsale/netsuite';
import { systemClock } from '@sendsale/platform/clock';
import { readEnvironment } from '@sendsale/platform/config';
import type { Environment } from '@sendsale/platform/config';
import { openDatabase } from '@sendsale/platform/db';
import { makeLog } from '@sendsale/platform/log';
import { connectSftp } from '@sendsale/platform/sftp';
import type { Database } from '@sendsale/store/read';
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
      const environment = readEnvironment();
      const { databaseUrl, dataFolder } = environment;
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
        await recover(database.kysely, environment, backupAt);
        printLine('Start the OMS: it reads what happened since from Shopify and NetSuite.');
      } finally {
        await database.close();
      }
    });
}

/** The clocks of the file server and of this machine may differ by so much. */
const CLOCKS_DIFFER_MS = 60 * 60_000;
const SFTP_TIMEOUT_MS = 30_000;

async function recover(db: Database, { sftp }: Environment, backupAt: Date): Promise<void> {
  if (sftp === null) {
    printLine('No SFTP server is configured, so nothing was exchanged that had to be read again.');
    return;
  }
  const files = {
    connect: async () => connectSftp({ ...sftp, timeoutMs: SFTP_TIMEOUT_MS }),
    baseDirectory: sftp.baseDirectory,
  };
  const log = makeLog({ level: 'error' });
  const context = { database: db, clock: systemClock, log, files, restlets: null };
  const since = new Date(backupAt.getTime() - CLOCKS_DIFFER_MS);
  const recovered = await recoverExchange(context, files, { since });
  printLine(
    `${recovered.numbers} numbers were given since, ${recovered.files} files of NetSuite are read again.`,
  );
}
