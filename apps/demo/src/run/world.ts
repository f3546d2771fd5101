// Starts the world of the demo, each part a process of its own: SFTP server, Shopify, NetSuite, the OMS.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiClient } from '@sendsale/api';
import type { ApiClient } from '@sendsale/api';
import { z } from 'zod';
import { startPart } from '../processes/start-process.ts';
import type { Part } from '../processes/start-process.ts';
import type { StockCell } from '../retailer/stock.ts';
import { netsuiteAccount } from '../wire/netsuite-account.ts';
import type { NetsuiteAccount } from '../wire/netsuite-account.ts';
import { demoKeys } from './demo-keys.ts';
import { omsEnvironment, worldArgs } from './world-args.ts';

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
    const args = worldArgs(options, keys);
    const sftp = await start('sftp', SftpReady, { args: args.sftp(lastPort(options.folder)) });
    writeFileSync(portFile(options.folder), String(sftp.port));
    const [shopify, netsuite] = await bothStarted([
      start('shopify', UrlReady, { args: args.shopify() }),
      start('netsuite', UrlReady, { args: args.netsuite(sftp) }),
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

/** Whether the bundle has answered any row, by what lies on the server. */
export function hasAcknowledgements(folder: string): boolean {
  const directory = join(folder, 'sftp/home/sendsale/netsuite/acknowledgement');
  if (!existsSync(directory)) return false;
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).some((name) =>
    name.endsWith('.csv'),
  );
}

// NetSuite's configuration record names the port, so that an account kept from an earlier run finds the server.
function lastPort(folder: string): number {
  const file = portFile(folder);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}

function portFile(folder: string): string {
  return join(folder, 'sftp-port');
}
