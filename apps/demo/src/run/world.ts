// Starts the world of the demo, each part a process of its own: SFTP server, Shopify, NetSuite, the OMS.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiClient } from '@sendsale/api';
import type { ApiClient } from '@sendsale/api';
import { z } from 'zod';
import { startPart } from '../processes/start-process.ts';
import type { Part } from '../processes/start-process.ts';
import { netsuiteSeed } from '../retailer/netsuite-seed.ts';
import { SHOP, shopSeed } from '../retailer/shop-seed.ts';
import type { StockCell } from '../retailer/stock.ts';
import { netsuiteAccount } from '../wire/netsuite-account.ts';
import type { NetsuiteAccount } from '../wire/netsuite-account.ts';
import { demoKeys } from './demo-keys.ts';
import type { DemoKeys } from './demo-keys.ts';

export interface World {
  readonly omsUrl: string;
  readonly shopifyUrl: string;
  readonly netsuiteUrl: string;
  readonly api: ApiClient;
  readonly netsuite: NetsuiteAccount;
  readonly stop: () => Promise<void>;
}

export interface WorldOptions {
  /** Where everything of the demo lives. */
  readonly folder: string;
  /** The product's command: the interpreter and the script. */
  readonly command: readonly string[];
  /** The SDF project to install. */
  readonly bundle: string;
  /** The OMS's port; 0 lets the system choose. */
  readonly port: number;
  readonly stock: readonly StockCell[];
}

const USER = 'sendsale';
const SECRET_ID = 'custsecret_sendsale_sftp';
const CLIENT = { clientId: 'sendsale-demo', clientSecret: 'demo-secret-of-this-machine' };
const OAUTH = { clientId: 'sendsale-oms', certificateId: 'sendsale-certificate' };

const SftpReady = z.object({ port: z.number(), hostKey: z.string(), hostKeySha256: z.string() });
const UrlReady = z.object({ url: z.string() });

export async function startWorld(options: WorldOptions): Promise<World> {
  const parts: Array<Part<unknown>> = [];
  const stop = async (): Promise<void> => {
    // The OMS first, so that it does not see the others go.
    for (const part of [...parts].reverse()) await part.stop();
  };
  const start = starter(options, parts);
  try {
    const keys = demoKeys(join(options.folder, 'keys'));
    const sftp = await start('sftp', SftpReady, { args: sftpArgs(options, keys) });
    writeFileSync(portFile(options.folder), String(sftp.port));
    const [shopify, netsuite] = await bothStarted([
      start('shopify', UrlReady, { args: shopifyArgs(options) }),
      start('netsuite', UrlReady, { args: netsuiteArgs(options, { keys, sftp }) }),
    ]);
    const oms = await start('oms', UrlReady, {
      args: ['serve', '--json'],
      environment: {
        ...omsEnvironment(options, keys),
        SENDSALE_SFTP_PORT: String(sftp.port),
        SENDSALE_SFTP_HOST_KEY: sftp.hostKeySha256,
        SENDSALE_SHOPIFY_BASE_URL: shopify.url,
        SENDSALE_NETSUITE_RESTLET_URL: netsuite.url,
        SENDSALE_NETSUITE_TOKEN_URL: netsuite.url,
      },
    });
    return {
      omsUrl: oms.url,
      shopifyUrl: shopify.url,
      netsuiteUrl: netsuite.url,
      api: apiClient({ baseUrl: oms.url, apiKey: null }),
      netsuite: netsuiteAccount(netsuite.url),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

// When one fails, the other is waited for all the same: only what has started can be stopped.
async function bothStarted<T>(starting: readonly [Promise<T>, Promise<T>]): Promise<[T, T]> {
  await Promise.allSettled(starting);
  return Promise.all(starting);
}

function starter(options: WorldOptions, parts: Array<Part<unknown>>) {
  const logs = join(options.folder, 'logs');
  mkdirSync(logs, { recursive: true });
  return async <Ready>(
    name: string,
    schema: z.ZodType<Ready>,
    run: { args: readonly string[]; environment?: Readonly<Record<string, string>> },
  ): Promise<Ready> => {
    const part = await startPart({
      name,
      command: options.command,
      args: run.args,
      environment: run.environment ?? {},
      logFile: join(logs, `${name}.log`),
      parseReady: (line) => schema.parse(line),
    });
    parts.push(part);
    return part.ready;
  };
}

function sftpArgs({ folder }: WorldOptions, keys: DemoKeys): string[] {
  const root = join(folder, 'sftp');
  mkdirSync(join(root, 'home', USER, 'netsuite'), { recursive: true });
  const logins = [keys.omsLogin, keys.netsuiteLogin].flatMap(({ publicFile }) => [
    '--user',
    `${USER}=${publicFile}`,
  ]);
  const hostKey = ['--host-key', join(folder, 'keys', 'sftp-host.pem')];
  return ['simulate', 'sftp', '--port', lastPort(folder), '--root', root, ...hostKey, ...logins];
}

// NetSuite's configuration record names the port, so that an account kept from an earlier run finds the server.
function lastPort(folder: string): string {
  const file = portFile(folder);
  return existsSync(file) ? readFileSync(file, 'utf8') : '0';
}

function portFile(folder: string): string {
  return join(folder, 'sftp-port');
}

function shopifyArgs({ folder, stock }: WorldOptions): string[] {
  const seed = join(folder, 'shopify-seed.json');
  writeFileSync(seed, JSON.stringify(shopSeed(stock, CLIENT)));
  const state = ['--snapshot', join(folder, 'shopify-state.json')];
  return ['simulate', 'shopify', '--port', '0', '--seed', seed, ...state];
}

function netsuiteArgs(
  { folder, bundle, stock }: WorldOptions,
  { keys, sftp }: { keys: DemoKeys; sftp: z.infer<typeof SftpReady> },
): string[] {
  const seed = join(folder, 'netsuite-seed.json');
  const records = netsuiteSeed(stock, {
    host: '127.0.0.1',
    port: sftp.port,
    user: USER,
    hostKey: sftp.hostKey,
    secretId: SECRET_ID,
    baseDirectory: `/home/${USER}/netsuite/`,
  });
  writeFileSync(seed, JSON.stringify(records));
  const { clientId, certificateId } = OAUTH;
  const options = [
    ['--project', bundle],
    ['--seed', seed],
    ['--state', join(folder, 'netsuite-state.json')],
    ['--secret', `${SECRET_ID}=${keys.netsuiteLogin.privateFile}`],
    ['--oauth-client', `${clientId},${certificateId},${keys.oauth.publicFile}`],
  ];
  return ['simulate', 'netsuite', '--json', ...options.flat()];
}

function omsEnvironment(
  { folder, port }: WorldOptions,
  keys: DemoKeys,
): Readonly<Record<string, string>> {
  return {
    SENDSALE_DEMO: 'true',
    SENDSALE_DATA_FOLDER: join(folder, 'oms'),
    SENDSALE_HTTP_PORT: String(port),
    SENDSALE_LOG_LEVEL: 'info',
    SENDSALE_SFTP_HOST: '127.0.0.1',
    SENDSALE_SFTP_USER: USER,
    SENDSALE_SFTP_KEY_FILE: keys.omsLogin.privateFile,
    SENDSALE_SHOPIFY_DOMAIN: SHOP.domain,
    SENDSALE_SHOPIFY_CLIENT_ID: CLIENT.clientId,
    SENDSALE_SHOPIFY_CLIENT_SECRET: CLIENT.clientSecret,
    SENDSALE_NETSUITE_ACCOUNT_ID: 'TSTDRV0000001',
    SENDSALE_NETSUITE_CLIENT_ID: OAUTH.clientId,
    SENDSALE_NETSUITE_CERTIFICATE_ID: OAUTH.certificateId,
    SENDSALE_NETSUITE_KEY_FILE: keys.oauth.privateFile,
  };
}
