// Our bundle, built and installed in the NetSuite simulator, with a real SFTP server between it and the
// test: the test writes and reads files as the OMS does, and looks at the records as a user does.

import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNetSuite } from '@sendsale/simulator-netsuite';
import { makeKeyPair, startSftpServer, type SftpServer } from '@sendsale/simulator-sftp';
import { builtBundle } from './built-bundle.ts';
import { readTable, type Row } from '../src/lib/table.ts';
import { accountSeed } from './account-seed.ts';

export interface StoredRecord {
  readonly type: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly sublists: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>;
  readonly subrecords: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly statusText: string | null;
}

export interface InstalledBundle {
  readonly sftp: SftpServer;
  /** Hands a file over, below the base directory. */
  readonly put: (directory: string, name: string, text: string) => void;
  /** Where a path below the base directory lies on this machine. */
  readonly local: (path: string) => string;
  /** Names of the files in a directory, sorted. */
  readonly files: (directory: string) => string[];
  /** Text of the only file in a directory whose name ends so. */
  readonly read: (directory: string, suffix: string) => string;
  /** All acknowledgement rows of a feed so far, oldest first. */
  readonly answers: (feed: string) => readonly Row[];
  /** Runs a script's first deployment, and all that follows from it, to the end. */
  readonly run: (scriptId: string) => Promise<void>;
  readonly records: (type: string) => Promise<readonly StoredRecord[]>;
  /** Internal id by external id. */
  readonly id: (type: string, externalId: string) => Promise<string>;
  readonly control: (path: string, body?: unknown) => Promise<unknown>;
  /** Puts right whatever a test ordered to go wrong. */
  readonly clearFaults: () => Promise<void>;
  /** Stops the account's clock at an instant; nothing is started by it. */
  readonly clockAt: (at: string) => Promise<void>;
  readonly restlet: (scriptId: string, body: unknown) => Promise<unknown>;
  /** As restlet, by GET. */
  readonly restletGet: (
    scriptId: string,
    query: Readonly<Record<string, string>>,
  ) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

const USER = 'sendsale';
const SECRET = 'custsecret_sendsale_sftp';

export async function installBundle(): Promise<InstalledBundle> {
  const folder = await mkdtemp(join(tmpdir(), 'sendsale-installed-'));
  const outDir = await builtBundle();
  const keys = makeKeyPair('netsuite');
  const root = join(folder, 'sftp');
  const base = join(root, 'home', USER, 'netsuite');
  mkdirSync(base, { recursive: true });
  const sftp = await startSftpServer({
    port: 0,
    root,
    users: [{ name: USER, publicKey: keys.publicKey }],
    hostKeyFile: join(folder, 'host.pem'),
  });
  const seedFile = join(folder, 'seed.json');
  writeFileSync(seedFile, JSON.stringify(accountSeed({ port: sftp.port, hostKey: sftp.hostKey })));
  const oauth = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const netsuite = await startNetSuite({
    port: 0,
    projects: [outDir],
    seedFile,
    secrets: { [SECRET]: keys.privateKey },
    schedules: false,
    oauthClients: [
      {
        clientId: 'oms',
        certificateId: 'cert',
        publicKey: oauth.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      },
    ],
  });
  const account = connectAccount(
    netsuite.url,
    oauth.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  return {
    sftp,
    ...filesIn(base),
    ...account,
    close: async () => {
      await netsuite.close();
      await sftp.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Files = Pick<InstalledBundle, 'put' | 'local' | 'files' | 'read' | 'answers'>;

function filesIn(base: string): Files {
  const files = (directory: string): string[] => {
    const path = join(base, directory);
    if (!existsSync(path)) return [];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort((a, b) => (a < b ? -1 : 1));
  };
  const text = (directory: string, name: string): string =>
    readFileSync(join(base, directory, name), 'utf8');
  return {
    files,
    local: (path) => join(base, path),
    put: (directory, name, content) => {
      mkdirSync(join(base, directory), { recursive: true });
      writeFileSync(join(base, directory, name), content);
    },
    read: (directory, suffix) => {
      const names = files(directory).filter((name) => name.endsWith(suffix));
      const [name] = names;
      if (name === undefined || names.length > 1) {
        throw new Error(`${directory} has ${String(names.length)} files *${suffix}`);
      }
      return text(directory, name);
    },
    answers: (feed) =>
      files('acknowledgement')
        .filter((name) => new RegExp(`^[\\d-]{23}-${feed}-\\d+\\.csv$`).test(name))
        .flatMap((name) => readTable(text('acknowledgement', name), ['rowId', 'outcome']).rows),
  };
}

type Account = Pick<
  InstalledBundle,
  'run' | 'records' | 'id' | 'control' | 'clearFaults' | 'clockAt' | 'restlet' | 'restletGet'
>;

function connectAccount(url: string, privateKey: string): Account {
  const control = async (path: string, body?: unknown): Promise<unknown> =>
    call(`${url}/control/${path}`, body);
  const records = async (type: string): Promise<readonly StoredRecord[]> =>
    // The control API's own shape.
    (await control(`records/${type}`)) as readonly StoredRecord[];
  return {
    control,
    clearFaults: async () => {
      await fetch(`${url}/control/faults`, { method: 'DELETE' });
    },
    clockAt: async (at) => {
      await control('clock', { at, schedules: false });
    },
    records,
    run: async (script) => {
      await control('run', { script, wait: true });
    },
    id: async (type, externalId) => {
      const found = (await records(type)).find(({ fields }) => fields['externalid'] === externalId);
      if (found === undefined) throw new Error(`There is no ${type} ${externalId}`);
      return found.id;
    },
    restlet: async (scriptId, body) =>
      call(restletAddress(url, scriptId), body, await accessToken(url, privateKey)),
    restletGet: async (scriptId, query) => {
      const address = `${restletAddress(url, scriptId)}&${new URLSearchParams(query).toString()}`;
      return call(address, undefined, await accessToken(url, privateKey));
    },
  };
}

function restletAddress(url: string, scriptId: string): string {
  const deploy = scriptId.replace('customscript', 'customdeploy');
  return `${url}/app/site/hosting/restlet.nl?script=${scriptId}&deploy=${deploy}`;
}

async function call(address: string, body?: unknown, token?: string): Promise<unknown> {
  const response = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${address}: ${String(response.status)} ${text}`);
  const answer: unknown = JSON.parse(text);
  return answer;
}

/** OAuth 2.0 client credentials with a signed assertion, as the OMS has it. */
async function accessToken(url: string, privateKey: string): Promise<string> {
  const tokenUrl = `${url}/services/rest/auth/oauth2/v1/token`;
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const unsigned = `${encode({ typ: 'JWT', alg: 'ES256', kid: 'cert' })}.${encode({
    iss: 'oms',
    scope: 'restlets',
    aud: tokenUrl,
    iat: now,
    exp: now + 600,
  })}`;
  const key = { key: createPrivateKey(privateKey), dsaEncoding: 'ieee-p1363' } as const;
  const signature = sign('sha256', Buffer.from(unsigned), key).toString('base64url');
  const response = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${unsigned}.${signature}`,
    }),
  });
  const answer: unknown = await response.json();
  return String(Reflect.get(Object(answer), 'access_token'));
}
