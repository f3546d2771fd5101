// sendsale serve: HTTP API and worker in one process. sendsale worker: another worker on the same database.

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '@sendsale/platform/config';
import { Command } from 'commander';
import { CommandFailure } from '../failure.ts';
import { interruption } from './interruption.ts';
import { printLine } from './print.ts';
import { SERVER_FILE } from './with-api.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('the HTTP API, with a worker inside')
    .option('--json', 'print one JSON line with the URL when it is ready')
    .action(async ({ json }: { json?: true }) => {
      const stopped = interruption();
      const { withServer } = await import('../http/with-server.ts');
      const environment = readEnvironment();
      await buildScreens();
      const { dataFolder, http, isDemo: open, workers } = environment;
      await withServer(environment, { workers, name: 'serve', open }, async (server) => {
        const url = await server.listen(http);
        mkdirSync(dataFolder, { recursive: true });
        const file = join(dataFolder, SERVER_FILE);
        writeFileSync(file, JSON.stringify({ url, pid: process.pid, open }));
        const said = `Sendsale listens on ${url}; its API is described at ${url}/docs`;
        printLine(json ? JSON.stringify({ url }) : said);
        await stopped;
        rmSync(file, { force: true });
      });
    });
}

// From sources, the screens are built when they are missing or older than theirs; an installed product has them.
async function buildScreens(): Promise<void> {
  const script = new URL('../../../../tools/ensure-web.mjs', import.meta.url);
  if (!existsSync(script)) return;
  // The path is not known to the compiler: a script of the repository, outside of the product.
  const { ensureWeb } = (await import(script.href)) as { readonly ensureWeb: () => Promise<void> };
  await ensureWeb();
}

export function workerCommand(): Command {
  return new Command('worker')
    .description('another worker on the same PostgreSQL, on this or another machine')
    .action(async () => {
      const stopped = interruption();
      const environment = readEnvironment();
      if (environment.databaseUrl === null) {
        throw new CommandFailure(
          'Workers of their own share a PostgreSQL: set DATABASE_URL. The embedded database has its worker inside "sendsale serve".',
        );
      }
      const { composeOms } = await import('../compose.ts');
      const oms = await composeOms(environment, { workers: environment.workers, name: 'worker' });
      printLine('Working; Ctrl-C ends it.');
      await stopped;
      await oms.close();
    });
}
