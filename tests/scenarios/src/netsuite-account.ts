// A NetSuite account with our bundle in the place of the clerk: its scripts read and answer the files on the
// road's own server. An administrator has set it up, and told the OMS the ids.

import { saveMapping } from '@sendsale/oms';
import { SCRIPTS, type ScriptKey } from '@sendsale/netsuite/contract';
import { startNetSuite } from '@sendsale/simulator-netsuite';
import { defined } from '@sendsale/std';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtBundle } from '../../../bundles/suitescript/test/built-bundle.ts';
import { BASE, type Road } from '../../../packages/netsuite/src/test/road.ts';

const SECRET = 'custsecret_sendsale_sftp';

/** The scripts that read what the OMS sends or act by themselves; they start the exports. */
const SCRIPTS_IN_TURN: readonly ScriptKey[] = [
  'importCustomers',
  'importSalesOrders',
  'importCashSales',
  'createCustomerDeposits',
  'updateSalesOrders',
  'createItemFulfillments',
  'createInvoices',
  'createCustomerRefunds',
  'createPosReturns',
];

export interface StoredRecord {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly sublists: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>;
  readonly statusText: string | null;
}

interface Opened {
  readonly url: string;
  readonly scripts: readonly ScriptKey[];
  readonly close: () => Promise<void>;
}

export interface OtherProject {
  readonly folder: string;
  readonly scripts: readonly ScriptKey[];
}

export class NetSuiteAccount {
  /** What the administrator has filled in on the page of the script that books returns. */
  returnParameters: Readonly<Record<string, string>> = {};
  private readonly road: Road;
  private readonly url: string;
  private readonly scripts: readonly ScriptKey[];
  readonly close: () => Promise<void>;

  private constructor(road: Road, opened: Opened) {
    this.road = road;
    this.url = opened.url;
    this.scripts = opened.scripts;
    this.close = opened.close;
  }

  /** Our bundle, or another project with the scripts to run in their turn. */
  static async open(road: Road, other: OtherProject | null = null): Promise<NetSuiteAccount> {
    await mkdir(road.local(''), { recursive: true });
    const folder = await mkdtemp(join(tmpdir(), 'sendsale-account-'));
    const seedFile = join(folder, 'seed.json');
    await writeFile(seedFile, JSON.stringify(seedOf(road)));
    const netsuite = await startNetSuite({
      port: 0,
      projects: [other?.folder ?? (await builtBundle())],
      seedFile,
      secrets: { [SECRET]: road.privateKey },
      schedules: false,
      stopClockAt: road.now().toISOString(),
    });
    const account = new NetSuiteAccount(road, {
      url: netsuite.url,
      scripts: other?.scripts ?? SCRIPTS_IN_TURN,
      close: async () => {
        await netsuite.close();
        await rm(folder, { recursive: true, force: true });
      },
    });
    await account.tellIds();
    return account;
  }

  /** Every script once, at the road's own time. */
  async runScripts(): Promise<void> {
    await this.control('clock', { at: this.road.now().toISOString(), schedules: false });
    for (const key of this.scripts) {
      const parameters = key === 'createPosReturns' ? this.returnParameters : {};
      const { scriptId: script } = SCRIPTS[key];
      await this.control('run', { script, wait: true, parameters });
    }
  }

  async run(script: string): Promise<void> {
    await this.control('run', { script, wait: true });
  }

  async records(type: string): Promise<readonly StoredRecord[]> {
    // The control API's own shape.
    return (await this.control(`records/${type}`)) as readonly StoredRecord[];
  }

  async id(type: string, externalId: string): Promise<string> {
    const found = (await this.records(type)).find((one) => one.fields['externalid'] === externalId);
    return defined(found, `There is a ${type} ${externalId}.`).id;
  }

  async create(records: readonly object[]): Promise<void> {
    await this.control('records', records);
  }

  private async control(path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}/control/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${text}`);
    const answer: unknown = JSON.parse(text);
    return answer;
  }

  /** The ids NetSuite gave, as an administrator types them into the settings. */
  private async tellIds(): Promise<void> {
    const { db } = this.road;
    for (const facility of FACILITIES) {
      await db
        .updateTable('facility')
        .set({
          netsuite_location_id: await this.id('location', facility),
          netsuite_department_id: null,
        })
        .where('id', '=', facility)
        .execute();
    }
    for (const sku of SKUS) {
      await db
        .updateTable('product')
        .set({ netsuite_item_id: await this.id('inventoryitem', sku) })
        .where('sku', '=', sku)
        .execute();
    }
    await db
      .updateTable('shop')
      .set({ netsuite_subsidiary_id: await this.id('subsidiary', 'SUB') })
      .execute();
    const mappings = [
      ['NETSUITE_SHP_MTHD', 'STANDARD', await this.id('shipitem', 'SHIP')],
      ['NETSUITE_PMT_MTHD', 'DEFAULT', await this.id('paymentmethod', 'PAY')],
      ['NETSUITE_ITEM', 'TAX', await this.id('otherchargesaleitem', 'TAX')],
      ['NETSUITE_ITEM', 'SHIPPING', await this.id('otherchargesaleitem', 'SHIPPING')],
      ['NETSUITE_ITEM', 'GOODWILL', await this.id('otherchargesaleitem', 'GOODWILL')],
    ] as const;
    for (const [kind, key, value] of mappings) {
      await saveMapping(db, { kind, key, value, at: this.road.now() });
    }
  }
}

const FACILITIES = ['NYC', 'BOS', 'RNO'];
const SKUS = ['SKU-1', 'SKU-2', 'SKU-3'];

const ref = (externalid: string, type: string): object => ({ $ref: externalid, type });

function seedOf(road: Road): readonly object[] {
  const record = (type: string, externalid: string, fields: object): object => ({
    type,
    externalid,
    fields,
  });
  return [
    record('subsidiary', 'SUB', { name: 'Sample US' }),
    record('account', 'ACC', { acctname: 'Inventory adjustment', accttype: 'Expense' }),
    ...FACILITIES.map((name) =>
      record('location', name, { name, subsidiary: ref('SUB', 'subsidiary') }),
    ),
    record('shipitem', 'SHIP', { itemid: 'Standard' }),
    record('paymentmethod', 'PAY', { name: 'Shopify Payments' }),
    ...['TAX', 'SHIPPING', 'GOODWILL', 'BALANCE'].map((name) =>
      record('otherchargesaleitem', name, { itemid: `Shopify ${name}` }),
    ),
    ...SKUS.map((sku) => record('inventoryitem', sku, { itemid: sku })),
    {
      ...record('inventoryadjustment', 'OPENING', {
        account: ref('ACC', 'account'),
        subsidiary: ref('SUB', 'subsidiary'),
      }),
      sublists: {
        inventory: FACILITIES.flatMap((location) =>
          SKUS.map((sku) => ({
            item: ref(sku, 'inventoryitem'),
            location: ref(location, 'location'),
            adjustqtyby: 100,
          })),
        ),
      },
    },
    record('customrecord_ns_sftp_configuration', 'SFTP', {
      custrecord_ns_sftp_server: '127.0.0.1',
      custrecord_ns_sftp_userid: 'oms',
      custrecord_ns_sftp_port_no: road.server.port,
      custrecord_ns_sftp_host_key: road.server.hostKey,
      custrecord_ns_sftp_guid: SECRET,
      custrecord_ns_sftp_default_file_dir: `${BASE}/`,
    }),
  ];
}
