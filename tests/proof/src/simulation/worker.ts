// One process of the product: the production jobs, connectors and use cases, composed by hand as compose.ts
// does, on the simulated clock, network, file server and database door. Composing anew is a restart.

import { makeLog } from '@sendsale/platform/log';
import { runJob } from '@sendsale/platform/jobs';
import type { JobDefinition, RunPlace, Waiting } from '@sendsale/platform/jobs';
import { sftpClientOver } from '@sendsale/platform/sftp';
import { makeRestlets } from '@sendsale/netsuite';
import { openShop } from '@sendsale/shopify';
import { seededRandom } from '@sendsale/std';
import type { Clock } from '@sendsale/std';
import type { Tables } from '@sendsale/store/tables';
import type { JobContext } from 'sendsale/jobs';
import type { PostgresPool } from 'kysely';
import { generateKeyPairSync } from 'node:crypto';
import { BASE } from './netsuite/account.ts';
import { SECRET, SHOP_ID, TOKEN } from './retailer.ts';
import { openDoor } from './sim-database.ts';
import type { SimDisk } from './sim-disk.ts';
import { carryOver } from './sim-network.ts';
import type { Serve } from './sim-network.ts';
import { openSession } from './sim-sftp.ts';
import type { SimProcess } from './incarnation.ts';

export const SHOPIFY_HOST = 'shopify.simulation';
export const NETSUITE_HOST = 'netsuite.simulation';

export interface Outside {
  readonly clock: Clock;
  readonly database: PostgresPool;
  readonly disk: SimDisk;
  readonly servers: ReadonlyMap<string, Serve>;
}

/** Where the waiting runs of jobs are kept; they outlive a process, as pg-boss's rows do. */
export interface Waits {
  readonly wake: (name: string) => Promise<void>;
  readonly wakeLater: (name: string, waiting: Waiting, delayMs: number) => Promise<void>;
}

export interface Worker {
  readonly place: RunPlace<Tables, JobContext>;
  readonly run: (job: JobDefinition<JobContext>, waiting: Waiting) => Promise<void>;
}

// Any key signs: the simulated token endpoint looks at none.
const PRIVATE_KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

export function startWorker(outside: Outside, process: SimProcess, waits: Waits): Worker {
  const { clock, database, disk, servers } = outside;
  const kysely = openDoor(database, process);
  const fetch = carryOver(servers, process);
  const log = makeLog({ level: 'silent' });
  const shop = openShop({
    shopId: SHOP_ID,
    webhookSecrets: [SECRET],
    webhookUri: `https://oms.simulation/webhooks/shopify/${SHOP_ID}`,
    connection: {
      baseUrl: `https://${SHOPIFY_HOST}`,
      credentials: { kind: 'static', token: TOKEN },
      clock,
      fetch,
    },
  });
  const account = { accountId: 'SIMULATION', clientId: 'client', certificateId: 'certificate' };
  const urls = {
    restletUrl: `https://${NETSUITE_HOST}`,
    tokenUrl: `https://${NETSUITE_HOST}`,
  };
  const context: JobContext = {
    database: kysely,
    clock,
    log,
    random: seededRandom(1),
    alerting: { mailer: null, webhookSecret: null, publicUrl: null },
    files: {
      connect: async () => sftpClientOver(async () => openSession(disk, process)),
      baseDirectory: BASE,
    },
    restlets: makeRestlets({ ...account, ...urls, privateKey: PRIVATE_KEY, fetch }, clock),
    shopify: { database: kysely, clock, shops: [shop] },
  };
  const place: RunPlace<Tables, JobContext> = { kysely, clock, log, context, ...waits };
  const { signal } = new AbortController();
  return { place, run: async (job, waiting) => runJob(place, job, { waiting, signal }) };
}
