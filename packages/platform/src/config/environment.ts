// The only place that reads the environment. What a machine must know before it can ask the database is
// here; everything about the business is a row with a screen. docs: README, "Settings".

import { z } from 'zod';
import type { Shop } from './shops.ts';
import { readShops } from './shops.ts';
import { flag, list, port, readFileNamedBy, text, url, type Variables } from './variables.ts';

export type { Shop } from './shops.ts';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export interface SftpSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The text of the key file. */
  readonly privateKey: string;
  /** `SHA256:…` as ssh-keygen -l prints it; the connection to any other host is refused. */
  readonly hostKeySha256: string;
  /** The directory on the server under which the feeds have theirs; ends without a slash. */
  readonly baseDirectory: string;
}

export interface NetSuiteSettings {
  readonly accountId: string;
  /** `https://<account>.restlets.api.netsuite.com` */
  readonly restletUrl: string;
  /** `https://<account>.suitetalk.api.netsuite.com`, where the token comes from. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly certificateId: string;
  /** The text of the key file that signs the client assertion. */
  readonly privateKey: string;
}

export interface Environment {
  readonly databaseUrl: string | null;
  /** The embedded database and what a running server leaves for the command line. */
  readonly dataFolder: string;
  readonly http: { readonly host: string; readonly port: number };
  /** Where the world reaches this server, without a slash at its end; null: Shopify is not told where to send webhooks. */
  readonly publicUrl: string | null;
  /** Sent by the command line to a server that asks for a key. */
  readonly apiKey: string | null;
  /** The server that the command line talks to; null for the one of the data folder, if it runs. */
  readonly serverUrl: string | null;
  /** How many jobs run at once in this process. */
  readonly workers: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** The demonstration: the HTTP API asks for no key. */
  readonly isDemo: boolean;
  readonly sftp: SftpSettings | null;
  readonly netsuite: NetSuiteSettings | null;
  readonly shops: readonly Shop[];
  /** Where alerts by e-mail leave; null: none are sent. */
  readonly smtp: SmtpSettings | null;
  /** What our own webhooks (alerts) are signed with. */
  readonly webhookSecret: string | null;
}

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…:465`. */
  readonly url: string;
  readonly from: string;
}

/** Every wrong variable at once, one line each. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly code = 'ENVIRONMENT_INVALID';
}

const Basics = z.object({
  DATABASE_URL: url(['postgres:', 'postgresql:']).nullable().default(null),
  SENDSALE_DATA_FOLDER: text().default('.sendsale'),
  SENDSALE_HTTP_HOST: text().default('127.0.0.1'),
  SENDSALE_HTTP_PORT: port().default(8080),
  SENDSALE_PUBLIC_URL: url(['https:']).nullable().default(null),
  SENDSALE_API_KEY: text().nullable().default(null),
  SENDSALE_SERVER_URL: url(['http:', 'https:']).nullable().default(null),
  SENDSALE_WEBHOOK_SECRET: text().nullable().default(null),
  SENDSALE_WORKERS: z.coerce.number().int().min(0).max(100).default(8),
  SENDSALE_LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  SENDSALE_DEMO: flag().default(false),
});

const Sftp = z.object({
  SENDSALE_SFTP_HOST: text(),
  SENDSALE_SFTP_PORT: port().default(22),
  SENDSALE_SFTP_USER: text(),
  SENDSALE_SFTP_KEY_FILE: readFileNamedBy(),
  SENDSALE_SFTP_HOST_KEY: z
    .string()
    .regex(
      /^SHA256:[A-Za-z0-9+/]{43}=?$/,
      'must be a fingerprint such as ssh-keygen -l prints: SHA256:…',
    ),
  SENDSALE_SFTP_BASE: text().optional(),
});

const Smtp = z.object({
  SENDSALE_SMTP_URL: url(['smtp:', 'smtps:']),
  SENDSALE_SMTP_FROM: text(),
});

const NetSuite = z.object({
  SENDSALE_NETSUITE_ACCOUNT_ID: text(),
  SENDSALE_NETSUITE_RESTLET_URL: url(['http:', 'https:']).optional(),
  SENDSALE_NETSUITE_TOKEN_URL: url(['http:', 'https:']).optional(),
  SENDSALE_NETSUITE_CLIENT_ID: text(),
  SENDSALE_NETSUITE_CERTIFICATE_ID: text(),
  SENDSALE_NETSUITE_KEY_FILE: readFileNamedBy(),
});

/**
 * The settings of this process.
 * @param variables the environment; the process's own unless a test gives another
 * @throws EnvironmentError that names each variable that is wrong or missing
 */
export function readEnvironment(variables: Variables = process.env): Environment {
  const basics = read(Basics, variables);
  const sftp = readGroup(Sftp, 'SENDSALE_SFTP_', variables);
  const netsuite = readGroup(NetSuite, 'SENDSALE_NETSUITE_', variables);
  const smtp = readGroup(Smtp, 'SENDSALE_SMTP_', variables);
  const shops = readShops(variables);
  const wrong = [basics, sftp, netsuite, smtp, shops].flatMap((part) => part.wrong);
  if (wrong.length > 0 || basics.value === null || shops.value === null) {
    throw new EnvironmentError(`The environment is not complete:\n${list(wrong)}`);
  }
  return {
    databaseUrl: basics.value.DATABASE_URL,
    dataFolder: basics.value.SENDSALE_DATA_FOLDER,
    http: { host: basics.value.SENDSALE_HTTP_HOST, port: basics.value.SENDSALE_HTTP_PORT },
    publicUrl: basics.value.SENDSALE_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    apiKey: basics.value.SENDSALE_API_KEY,
    serverUrl: basics.value.SENDSALE_SERVER_URL,
    workers: basics.value.SENDSALE_WORKERS,
    logLevel: basics.value.SENDSALE_LOG_LEVEL,
    isDemo: basics.value.SENDSALE_DEMO,
    sftp: sftp.value === null ? null : sftpSettings(sftp.value),
    netsuite: netsuite.value === null ? null : netsuiteSettings(netsuite.value),
    shops: shops.value,
    smtp:
      smtp.value === null
        ? null
        : { url: smtp.value.SENDSALE_SMTP_URL, from: smtp.value.SENDSALE_SMTP_FROM },
    webhookSecret: basics.value.SENDSALE_WEBHOOK_SECRET,
  };
}

/** The PostgreSQL that the tests may make databases on, or null. */
export function readTestDatabaseUrl(): string | null {
  return process.env['TEST_DATABASE_URL'] ?? null;
}

function sftpSettings(group: z.infer<typeof Sftp>): SftpSettings {
  const user = group.SENDSALE_SFTP_USER;
  const base = group.SENDSALE_SFTP_BASE ?? `/home/${user}/netsuite`;
  return {
    host: group.SENDSALE_SFTP_HOST,
    port: group.SENDSALE_SFTP_PORT,
    user,
    privateKey: group.SENDSALE_SFTP_KEY_FILE,
    hostKeySha256: group.SENDSALE_SFTP_HOST_KEY,
    baseDirectory: base.replace(/\/+$/, ''),
  };
}

// Hosts as NetSuite makes them of an account id: 1234567_SB1 is 1234567-sb1.
function netsuiteSettings(group: z.infer<typeof NetSuite>): NetSuiteSettings {
  const account = group.SENDSALE_NETSUITE_ACCOUNT_ID;
  const host = account.toLowerCase().replaceAll('_', '-');
  return {
    accountId: account,
    restletUrl: group.SENDSALE_NETSUITE_RESTLET_URL ?? `https://${host}.restlets.api.netsuite.com`,
    tokenUrl: group.SENDSALE_NETSUITE_TOKEN_URL ?? `https://${host}.suitetalk.api.netsuite.com`,
    clientId: group.SENDSALE_NETSUITE_CLIENT_ID,
    certificateId: group.SENDSALE_NETSUITE_CERTIFICATE_ID,
    privateKey: group.SENDSALE_NETSUITE_KEY_FILE,
  };
}

interface Part<T> {
  readonly value: T | null;
  readonly wrong: readonly string[];
}

function read<T>(schema: z.ZodType<T>, variables: Variables): Part<T> {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined && value !== '');
  const result = schema.safeParse(Object.fromEntries(set));
  if (result.success) return { value: result.data, wrong: [] };
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  return { value: null, wrong };
}

// A group is absent as a whole, or complete.
function readGroup<T>(schema: z.ZodType<T>, prefix: string, variables: Variables): Part<T> {
  const isSet = Object.entries(variables).some(([name, value]) => name.startsWith(prefix) && value);
  return isSet ? read(schema, variables) : { value: null, wrong: [] };
}
