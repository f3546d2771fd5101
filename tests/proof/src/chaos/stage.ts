// The stage: a real PostgreSQL, a real SSH server, both simulators, a server and two workers, each a process.

import {
  callJson,
  demoKeys,
  netsuiteAccount,
  omsEnvironment,
  sampleStock,
  setScene,
  worldArgs,
} from '@sendsale/demo/parts';
import type { Scene } from '@sendsale/demo/parts';
import { apiClient } from '@sendsale/api';
import { buildBundle } from '@sendsale/suitescript/build';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { startPostgres } from './postgres-server.ts';
import type { PostgresServer } from './postgres-server.ts';
import { Supervised } from './supervised.ts';

export interface Stage extends Scene {
  readonly postgres: PostgresServer;
  /** What may be killed: workers, the server, the file server. */
  readonly victims: readonly Supervised[];
  readonly all: readonly Supervised[];
  readonly close: () => Promise<void>;
}

const Sftp = z.object({ port: z.number(), hostKey: z.string(), hostKeySha256: z.string() });
const Url = z.object({ url: z.string() });
const STOCK_SEED = 20261124;
/** The retailer of the demo has little stock; this one is asked for thousands of units. */
const STOCK_TIMES = 200;
const SYNC_PATIENCE_MS = 180_000;

export const STOCK = sampleStock(STOCK_SEED).map((cell) => ({
  ...cell,
  quantity: cell.quantity * STOCK_TIMES,
}));

export async function openStage(root: string, folder: string): Promise<Stage> {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const { outDir: bundle } = await buildBundle({ outDir: join(folder, 'bundle') });
  const command = [process.execPath, join(root, 'apps/sendsale/bin/sendsale.js')];
  const [sftpPort, omsPort, postgresPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const postgres = startPostgres(root, postgresPort);
  const all: Supervised[] = [];
  const make = (name: string, args: readonly string[], environment = {}): Supervised => {
    const logFile = join(folder, 'logs', `${name}.log`);
    const one = new Supervised({ name, command: [...command, ...args], environment, logFile });
    all.push(one);
    return one;
  };
  const close = async (): Promise<void> => {
    for (const one of [...all].reverse()) await one.stop();
    postgres.stop();
  };
  try {
    const keys = demoKeys(join(folder, 'keys'));
    const args = worldArgs({ folder, bundle, stock: STOCK }, keys);
    const sftp = make('sftp', args.sftp(sftpPort));
    const sftpReady = Sftp.parse(JSON.parse(await sftp.start()));
    const shopifyUrl = await urlOf(make('shopify', args.shopify()));
    const netsuiteUrl = await urlOf(make('netsuite', args.netsuite(sftpReady)));
    const environment = {
      ...omsEnvironment({ folder, port: omsPort }, keys),
      DATABASE_URL: postgres.url,
      SENDSALE_SFTP_PORT: String(sftpReady.port),
      SENDSALE_SFTP_HOST_KEY: sftpReady.hostKeySha256,
      SENDSALE_SHOPIFY_BASE_URL: shopifyUrl,
      SENDSALE_NETSUITE_RESTLET_URL: netsuiteUrl,
      SENDSALE_NETSUITE_TOKEN_URL: netsuiteUrl,
    };
    const server = make('server', ['serve', '--json'], environment);
    const omsUrl = await urlOf(server);
    const workers = ['worker-1', 'worker-2'].map((name) => make(name, ['worker'], environment));
    for (const worker of workers) await worker.start();
    const api = apiClient({ baseUrl: omsUrl, apiKey: null });
    const netsuite = netsuiteAccount(netsuiteUrl);
    const world = { omsUrl, shopifyUrl, netsuiteUrl, api, netsuite, stop: close };
    const scene = await setScene(world, SYNC_PATIENCE_MS);
    return { ...scene, postgres, victims: [server, ...workers, sftp], all, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function urlOf(one: Supervised): Promise<string> {
  return Url.parse(JSON.parse(await one.start())).url;
}

/** One that is free now; a process that is killed takes it again. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  // A server that listens on TCP has an address record.
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** Asks a simulator or the server; null when it does not answer now. */
export async function tryCall(url: string, body?: unknown): Promise<unknown> {
  try {
    return await callJson(url, body);
  } catch {
    return null;
  }
}
