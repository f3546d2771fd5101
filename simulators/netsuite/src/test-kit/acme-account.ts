// An account with the fixture project, the records its scripts need, and an SFTP server to talk to.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installProjects } from '../runtime/install-projects.ts';
import { createRecords } from '../runtime/seed.ts';
import type { RecordSpec } from '../runtime/seed.ts';
import { createSimulator } from '../runtime/simulator.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { startTestSftp } from './start-sftp.ts';
import type { TestSftp } from './start-sftp.ts';

export const ACME_PROJECT = fileURLToPath(new URL('../../fixtures/orders', import.meta.url));
export const SECRET = 'custsecret_acme_sftp';

/** The fixture project in an account whose clock stands still at noon UTC. */
export function acmeSimulator(secrets: Readonly<Record<string, string>> = {}): Simulator {
  const simulator = createSimulator({ stopClockAt: new Date('2026-11-24T12:00:00Z'), secrets });
  installProjects(simulator.host, [ACME_PROJECT], { warn: false });
  return simulator;
}

export interface AcmeAccount {
  readonly simulator: Simulator;
  readonly sftp: TestSftp;
  /** A folder of the integration on this machine. */
  readonly folder: (path: string) => string;
  readonly close: () => Promise<void>;
}

/** With a customer, an item, a location with stock, and the SFTP configuration. */
export async function startAcmeAccount(): Promise<AcmeAccount> {
  const sftp = await startTestSftp();
  const simulator = acmeSimulator({ [SECRET]: sftp.privateKey });
  createRecords(simulator.host.account, acmeRecords(sftp));
  const folder = (path: string): string => join(sftp.home, 'netsuite', 'orders', path);
  for (const path of ['export/archive', 'export/error', 'export/failed', 'import']) {
    mkdirSync(folder(path), { recursive: true });
  }
  return {
    simulator,
    sftp,
    folder,
    close: async () => {
      await simulator.close();
      await sftp.close();
    },
  };
}

function acmeRecords(sftp: TestSftp): RecordSpec[] {
  return [
    spec('account', 'ADJUSTMENT', { acctname: 'Adjustment', accttype: 'Expense' }),
    spec('location', 'RENO', { name: 'Reno', subsidiary: '1' }),
    spec('customer', 'ANN', { isperson: true, firstname: 'Ann', lastname: 'Lee', subsidiary: '1' }),
    spec('inventoryitem', 'SHIRT', { itemid: 'SHIRT', baseprice: 10 }),
    {
      ...spec('inventoryadjustment', 'OPENING', {
        account: { $ref: 'ADJUSTMENT', type: 'account' },
        subsidiary: '1',
      }),
      sublists: {
        inventory: [
          {
            item: { $ref: 'SHIRT', type: 'inventoryitem' },
            location: { $ref: 'RENO', type: 'location' },
            adjustqtyby: 50,
          },
        ],
      },
    },
    spec('customrecord_acme_sftp', 'SFTP', {
      name: 'Acme',
      custrecord_acme_server: '127.0.0.1',
      custrecord_acme_user: sftp.user,
      custrecord_acme_port: sftp.port,
      custrecord_acme_host_key: sftp.hostKey,
      custrecord_acme_secret: SECRET,
      custrecord_acme_directory: `/home/${sftp.user}/netsuite/`,
    }),
  ];
}

export function spec(type: string, externalid: string, fields: RecordSpec['fields']): RecordSpec {
  return { type, externalid, fields, sublists: {}, subrecords: {} };
}
