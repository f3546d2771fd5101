// A database and an SFTP server for tests, and the test in the part of NetSuite's scripts: it reads what lies
// in the directories and answers with files as the published bundle writes them.

import { acceptOrder, saveMapping } from '@sendsale/oms';
import { makeLog } from '@sendsale/platform/log';
import { connectSftp } from '@sendsale/platform/sftp';
import { makeKeyPair, startSftpServer } from '@sendsale/simulator-sftp';
import type { SftpServer } from '@sendsale/simulator-sftp';
import { assert, defined } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { buildOrder, createTestDatabase, seedNetwork, T0 } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { FileExchange, NetSuiteContext } from '../context.ts';
import { exportFeed } from '../exchange/export-feed.ts';
import { handOverFiles } from '../exchange/hand-over-files.ts';
import { importFiles } from '../exchange/import-files.ts';
import { EXPORT_FEEDS } from '../feeds/export-catalogue.ts';

export const BASE = '/home/oms/netsuite';
export const NETSUITE_DATE = 'Tue Nov 24 2026 05:00:12 GMT-0800 (PST)';

export const HEADERS = {
  customer: 'partyId,partyIdentificationTypeId,idValue',
  order: 'orderId,orderIdentificationTypeId,idValue',
  line: 'orderId,orderItemSeqId,attrName,attrValue',
  deposit: 'orderId,internalId,manualRefNumber',
  acknowledgement:
    'rowId,outcome,recordType,internalId,externalId,amount,status,code,message,sourceFile,at',
} as const;

interface Opened {
  readonly server: SftpServer;
  readonly privateKey: string;
  readonly folder: string;
  readonly context: NetSuiteContext & { readonly files: FileExchange };
}

/** Makes a database for the test file and a server for each test; before each test all is as fresh as new. */
export function useRoad(): Road {
  const road = new Road();
  beforeAll(async () => road.openDatabase());
  beforeEach(async () => road.open());
  afterEach(async () => road.close());
  afterAll(async () => road.closeDatabase());
  return road;
}

export class Road {
  private database: TestDatabase | null = null;
  private opened: Opened | null = null;
  private instant = T0;

  get db(): Database {
    return defined(this.database, 'The database is open.').db;
  }

  get context(): NetSuiteContext & { readonly files: FileExchange } {
    return this.world.context;
  }

  get server(): SftpServer {
    return this.world.server;
  }

  /** Who logs in to the server as `oms`. */
  get privateKey(): string {
    return this.world.privateKey;
  }

  private get world(): Opened {
    return defined(this.opened, 'The road is open.');
  }

  now(): Date {
    return this.instant;
  }

  minutesLater(minutes: number): void {
    this.instant = new Date(this.instant.getTime() + minutes * 60_000);
  }

  async openDatabase(): Promise<void> {
    this.database = await createTestDatabase();
  }

  async closeDatabase(): Promise<void> {
    await this.database?.close();
  }

  async open(): Promise<void> {
    await emptyDatabase(defined(this.database, 'The database is open.'));
    this.instant = T0;
    const folder = mkdtempSync(join(tmpdir(), 'sendsale-netsuite-'));
    const keys = makeKeyPair('oms');
    const server = await startSftpServer({
      port: 0,
      root: join(folder, 'root'),
      users: [{ name: 'oms', publicKey: keys.publicKey }],
      hostKeyFile: join(folder, 'host-key'),
    });
    const { port, hostKeySha256 } = server;
    const { privateKey } = keys;
    const options = {
      host: '127.0.0.1',
      port,
      user: 'oms',
      privateKey,
      hostKeySha256,
      timeoutMs: 5_000,
    };
    const context = {
      database: this.db,
      clock: { now: () => this.instant, sleep: async () => {} },
      log: makeLog({ level: 'silent' }),
      files: { connect: async () => connectSftp(options), baseDirectory: BASE },
      restlets: null,
    };
    this.opened = { server, privateKey, folder, context };
    await seedSettings(this.db);
  }

  async close(): Promise<void> {
    const { server, folder } = this.world;
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }

  /** The database as a new one; the file server stays as it is. */
  async forgetEverything(): Promise<void> {
    await emptyDatabase(defined(this.database, 'The database is open.'));
  }

  /** Writes what is due. @returns rows by feed */
  async exportAll(): Promise<Record<string, number>> {
    const written: Record<string, number> = {};
    for (const feed of EXPORT_FEEDS) {
      const run = await exportFeed(this.db, feed, this.instant);
      if (run.rows > 0) written[feed.name] = run.rows;
    }
    return written;
  }

  async handOver(): Promise<void> {
    const run = await handOverFiles(this.context, this.context.files);
    assert(run.isReached, 'The server is reached.');
  }

  /** Writes what is due, hands it over, and lets a minute pass. */
  async sendAll(): Promise<Record<string, number>> {
    const written = await this.exportAll();
    await this.handOver();
    this.minutesLater(1);
    return written;
  }

  /** Where a file of the base directory lies on this machine. */
  local(path: string): string {
    return join(this.world.folder, 'root', BASE, path);
  }

  /** Puts a file there as NetSuite would. */
  answer(path: string, text: string): void {
    mkdirSync(dirname(this.local(path)), { recursive: true });
    writeFileSync(this.local(path), text);
  }

  filesIn(directory: string): string[] {
    if (!existsSync(this.local(directory))) return [];
    return readdirSync(this.local(directory)).filter((name) => name.includes('.'));
  }

  onlyFile(directory: string, name: RegExp): string {
    const found = this.filesIn(directory).filter((one) => name.test(one));
    assert(found.length === 1, `One file in ${directory} has a name like ${name}.`);
    return this.text(`${directory}/${found[0]}`);
  }

  text(path: string): string {
    return readFileSync(this.local(path), 'utf8');
  }

  /** Open problems: code and subject. */
  async problems(): Promise<Array<[string, string]>> {
    const rows = await this.db
      .selectFrom('problem')
      .select(['code', 'subject'])
      .where('resolved_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map((row) => [row.code, row.subject]);
  }

  async steps(orderId: string): Promise<string[]> {
    const rows = await this.db
      .selectFrom('order_timeline')
      .select('step')
      .where('order_id', '=', orderId)
      .orderBy('id')
      .execute();
    return rows.map((row) => row.step);
  }

  /** Feed, subject and state of every ledger row. */
  async ledger(): Promise<Array<[string, string, string]>> {
    const rows = await this.db
      .selectFrom('ledger')
      .select(['feed', 'subject', 'state'])
      .orderBy('id')
      .execute();
    return rows.map((row) => [row.feed, row.subject, row.state]);
  }

  async take(parts: OrderParts): Promise<string> {
    const incoming = buildOrder(parts);
    const accepted = await acceptOrder(this.db, { incoming, messageId: null, at: this.instant });
    assert(accepted.ok, 'The order is accepted.');
    return accepted.value.orderId;
  }

  /** Brings an order as far as NetSuite having it: customer, order and lines answered. */
  async bookOrder(parts: OrderParts): Promise<string> {
    const orderId = await this.take(parts);
    await this.sendAll();
    const customers = `${HEADERS.customer}\nC10001,NETSUITE_CUSTOMER_ID,5314749\n`;
    this.answer(`customer/import/${NETSUITE_DATE}-CustomerExport.csv`, customers);
    await importFiles(this.context);
    await this.sendAll();
    const orders = `${HEADERS.order}\n${orderId},NETSUITE_ORDER_ID,8812345\n`;
    const orderIds = 'salesorder/import/orderidentification';
    this.answer(`${orderIds}/${NETSUITE_DATE}-SalesOrderExport.csv`, orders);
    const lineIds = 'salesorder/import/orderitemattribute';
    const lines = await this.lineFile(orderId);
    this.answer(`${lineIds}/${NETSUITE_DATE}-SalesOrderItemExport.csv`, lines);
    await importFiles(this.context);
    return orderId;
  }

  private async lineFile(orderId: string): Promise<string> {
    const lines = await this.db
      .selectFrom('posting_line')
      .selectAll()
      .where('posting_id', '=', orderId)
      .orderBy('key')
      .orderBy('kind', 'desc')
      .execute();
    const rows = lines.map((line, index) => {
      const isDiscount = line.kind === 'DISCOUNT';
      const attribute = isDiscount ? 'NetsuiteDiscountItemLineId' : 'NetsuiteItemLineId';
      return `${orderId},${line.key},${attribute},${index + 1}\n`;
    });
    return `${HEADERS.line}\n${rows.join('')}`;
  }
}

type OrderParts = Parameters<typeof buildOrder>[0];

/** As fresh as a new database, at a tenth of the price. */
async function emptyDatabase({ database }: TestDatabase): Promise<void> {
  await database.pool.query(`do $$ declare named record; begin
    for named in select tablename from pg_tables
      where schemaname = 'public' and tablename not like '%migration%' loop
      execute 'truncate ' || quote_ident(named.tablename) || ' restart identity cascade';
    end loop;
    for named in select sequencename from pg_sequences
      where schemaname = 'public' and right(sequencename, 7) = '_number' loop
      execute 'alter sequence ' || quote_ident(named.sequencename) || ' restart';
    end loop;
  end $$`);
}

/** New York sells, Boston ships SKU-2, and NetSuite's warehouse in Reno ships SKU-1. */
async function seedSettings(db: Database): Promise<void> {
  await seedNetwork(db, {
    facilities: [
      {
        id: 'NYC',
        netsuiteLocationId: '1',
        netsuiteDepartmentId: '2',
        latitude: 40.75,
        longitude: -73.98,
        shopifyLocations: [{ shopId: 'shop', locationId: 'L1' }],
      },
      { id: 'BOS', netsuiteLocationId: '3', latitude: 42.36, longitude: -71.06 },
      {
        id: 'RNO',
        netsuiteLocationId: '4',
        kind: 'WAREHOUSE',
        fulfilledBy: 'NETSUITE',
        latitude: 39.53,
        longitude: -119.81,
      },
    ],
    stock: { BOS: { 'SKU-2': 5 }, RNO: { 'SKU-1': 5 } },
  });
  const mappings = [
    ['NETSUITE_SHP_MTHD', 'STANDARD', '3456'],
    ['NETSUITE_PMT_MTHD', 'DEFAULT', '7'],
    ['NETSUITE_PRICE_LEVEL', 'PRICE_LEVEL', 'Custom'],
    ['NETSUITE_ITEM', 'TAX', '902'],
    ['NETSUITE_CHANNEL', 'POS', 'POS Channel'],
  ] as const;
  for (const [kind, key, value] of mappings) {
    await saveMapping(db, { kind, key, value, at: T0 });
  }
}
