// The composition root: configuration → database → connectors → jobs, by hand and in one place.

import { randomInt } from 'node:crypto';
import { systemClock } from '@sendsale/platform/clock';
import type { Environment } from '@sendsale/platform/config';
import type { OpenDatabase } from '@sendsale/platform/db';
import { startJobs } from '@sendsale/platform/jobs';
import type { JobDefinition, Jobs } from '@sendsale/platform/jobs';
import { makeLog } from '@sendsale/platform/log';
import type { Logger } from '@sendsale/platform/log';
import { makeMailer } from '@sendsale/platform/mail';
import { connectSftp } from '@sendsale/platform/sftp';
import { makeRestlets } from '@sendsale/netsuite';
import { openShop } from '@sendsale/shopify';
import type { ShopifyShop } from '@sendsale/shopify';
import { seededRandom } from '@sendsale/std';
import type { Clock } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import type { Tables } from '@sendsale/store/tables';
import { JOB_CATALOGUE } from './job-catalogue.ts';
import type { JobContext } from './job-context.ts';
import { openStore } from './open-store.ts';

export interface Oms {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly context: JobContext;
  readonly jobs: Jobs;
  readonly jobDefinitions: readonly JobDefinition<JobContext>[];
  readonly environment: Environment;
  readonly health: () => Promise<{ readonly status: 'ok' }>;
  readonly close: () => Promise<void>;
}

export interface ComposeOptions {
  /** How many jobs run at once in this process; 0 for one that only wakes them. */
  readonly workers: number;
  /** Stands on every line of the log. */
  readonly name: string;
}

const SFTP_TIMEOUT_MS = 30_000;

export async function composeOms(environment: Environment, options: ComposeOptions): Promise<Oms> {
  const log = makeLog({ level: environment.logLevel, name: options.name });
  const { database, applied } = await openStore(environment);
  if (applied.length > 0) log.info({ applied }, 'The database was brought up to date.');
  try {
    const context = jobContext(environment, { database, log });
    const definitions = JOB_CATALOGUE;
    const jobs = await startJobs({
      database,
      clock: systemClock,
      log,
      definitions,
      context,
      workers: options.workers,
    });
    return {
      db: database.kysely,
      clock: systemClock,
      log,
      context,
      jobs,
      jobDefinitions: definitions,
      environment,
      health: async () => {
        await database.pool.query('select 1');
        return { status: 'ok' };
      },
      close: async () => {
        await jobs.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function jobContext(
  environment: Environment,
  { database, log }: { database: OpenDatabase<Tables>; log: Logger },
): JobContext {
  const { sftp, netsuite, shops } = environment;
  const clock = systemClock;
  return {
    database: database.kysely,
    clock,
    log,
    random: seededRandom(randomInt(2 ** 31)),
    alerting: {
      mailer: environment.smtp === null ? null : makeMailer(environment.smtp),
      webhookSecret: environment.webhookSecret,
      publicUrl: environment.publicUrl,
    },
    files:
      sftp === null
        ? null
        : {
            connect: async () => connectSftp({ ...sftp, timeoutMs: SFTP_TIMEOUT_MS }),
            baseDirectory: sftp.baseDirectory,
          },
    restlets: netsuite === null ? null : makeRestlets(netsuite, clock),
    shopify: {
      database: database.kysely,
      clock,
      shops: shops.map((shop) => shopOf(shop, { clock, publicUrl: environment.publicUrl })),
    },
  };
}

function shopOf(
  shop: Environment['shops'][number],
  { clock, publicUrl }: { readonly clock: Clock; readonly publicUrl: string | null },
): ShopifyShop {
  const { access } = shop;
  const secrets = access.kind === 'CLIENT' ? [access.clientSecret] : [];
  return openShop({
    shopId: shop.id,
    webhookSecrets: [...secrets, ...shop.webhookSecrets],
    webhookUri: publicUrl === null ? null : `${publicUrl}/webhooks/shopify/${shop.id}`,
    connection: {
      baseUrl: shop.baseUrl,
      clock,
      credentials:
        access.kind === 'TOKEN'
          ? { kind: 'static', token: access.token }
          : {
              kind: 'client-credentials',
              clientId: access.clientId,
              clientSecret: access.clientSecret,
            },
    },
  });
}
