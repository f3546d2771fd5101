// How the processes of a world are started: their arguments, and what the OMS is told of the others.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { netsuiteSeed } from '../retailer/netsuite-seed.ts';
import { SHOP, shopSeed } from '../retailer/shop-seed.ts';
import type { StockCell } from '../retailer/stock.ts';
import type { DemoKeys } from './demo-keys.ts';

export interface WorldPlace {
  /** Where everything of the world lives. */
  readonly folder: string;
  /** The SDF project to install. */
  readonly bundle: string;
  readonly stock: readonly StockCell[];
}

/** What the SFTP server says when it is ready. */
export interface SftpReady {
  readonly port: number;
  readonly hostKey: string;
}

const USER = 'sendsale';
const SECRET_ID = 'custsecret_sendsale_sftp';
const CLIENT = { clientId: 'sendsale-demo', clientSecret: 'demo-secret-of-this-machine' };
const OAUTH = { clientId: 'sendsale-oms', certificateId: 'sendsale-certificate' };

export interface WorldArgs {
  /** @param port 0 lets the system choose */
  readonly sftp: (port: number) => string[];
  readonly shopify: () => string[];
  readonly netsuite: (sftp: SftpReady) => string[];
}

/** Writes the seeds the simulators start from, when they are asked for. */
export function worldArgs(place: WorldPlace, keys: DemoKeys): WorldArgs {
  return {
    sftp: (port) => sftpArgs(place, keys, port),
    shopify: () => shopifyArgs(place),
    netsuite: (sftp) => netsuiteArgs(place, { keys, sftp }),
  };
}

function sftpArgs({ folder }: WorldPlace, keys: DemoKeys, port: number): string[] {
  const root = join(folder, 'sftp');
  mkdirSync(join(root, 'home', USER, 'netsuite'), { recursive: true });
  const logins = [keys.omsLogin, keys.netsuiteLogin].flatMap(({ publicFile }) => [
    '--user',
    `${USER}=${publicFile}`,
  ]);
  const hostKey = ['--host-key', join(folder, 'keys', 'sftp-host.pem')];
  return ['simulate', 'sftp', '--port', String(port), '--root', root, ...hostKey, ...logins];
}

function shopifyArgs({ folder, stock }: WorldPlace): string[] {
  const seed = join(folder, 'shopify-seed.json');
  writeFileSync(seed, JSON.stringify(shopSeed(stock, CLIENT)));
  const state = ['--snapshot', join(folder, 'shopify-state.json')];
  return ['simulate', 'shopify', '--port', '0', '--seed', seed, ...state];
}

function netsuiteArgs(
  { folder, bundle, stock }: WorldPlace,
  { keys, sftp }: { keys: DemoKeys; sftp: SftpReady },
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

/** But for the addresses of the others, which are known once they are ready. */
export function omsEnvironment(
  { folder, port }: { readonly folder: string; readonly port: number },
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
