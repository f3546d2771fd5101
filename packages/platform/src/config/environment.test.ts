// The environment as people set it: defaults that are safe, and errors that name the variable.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'sendsale-config-'));
const keyFile = join(folder, 'key');
writeFileSync(keyFile, 'the key');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sftp = {
  SENDSALE_SFTP_HOST: 'sftp.example.com',
  SENDSALE_SFTP_USER: 'oms',
  SENDSALE_SFTP_KEY_FILE: keyFile,
  SENDSALE_SFTP_HOST_KEY: `SHA256:${'a'.repeat(43)}`,
};

describe('the environment', () => {
  it('needs nothing: an embedded database, and the loopback address', () => {
    expect(readEnvironment({})).toEqual({
      databaseUrl: null,
      dataFolder: '.sendsale',
      http: { host: '127.0.0.1', port: 8080 },
      publicUrl: null,
      apiKey: null,
      serverUrl: null,
      workers: 8,
      logLevel: 'info',
      isDemo: false,
      sftp: null,
      netsuite: null,
      shops: [],
      smtp: null,
      webhookSecret: null,
    });
  });

  it('reads the SFTP server, with the directory that NetSuite uses', () => {
    expect(readEnvironment(sftp).sftp).toEqual({
      host: 'sftp.example.com',
      port: 22,
      user: 'oms',
      privateKey: 'the key',
      hostKeySha256: `SHA256:${'a'.repeat(43)}`,
      baseDirectory: '/home/oms/netsuite',
    });
  });

  it('makes the hosts of a NetSuite account from its id', () => {
    const netsuite = {
      SENDSALE_NETSUITE_ACCOUNT_ID: '1234567_SB1',
      SENDSALE_NETSUITE_CLIENT_ID: 'client',
      SENDSALE_NETSUITE_CERTIFICATE_ID: 'certificate',
      SENDSALE_NETSUITE_KEY_FILE: keyFile,
    };
    expect(readEnvironment(netsuite).netsuite).toMatchObject({
      restletUrl: 'https://1234567-sb1.restlets.api.netsuite.com',
      tokenUrl: 'https://1234567-sb1.suitetalk.api.netsuite.com',
    });
  });

  it('reads one shop, or a list of them', () => {
    const one = { SENDSALE_SHOPIFY_DOMAIN: 'a.myshopify.com', SENDSALE_SHOPIFY_TOKEN: 'shpat_1' };
    expect(readEnvironment(one).shops).toEqual([
      {
        id: 'a',
        domain: 'a.myshopify.com',
        baseUrl: 'https://a.myshopify.com',
        access: { kind: 'TOKEN', token: 'shpat_1' },
        webhookSecrets: [],
      },
    ]);
    const listed = [
      { domain: 'b', baseUrl: 'http://127.0.0.1:1', clientId: 'i', clientSecret: 's' },
    ];
    expect(readEnvironment({ SENDSALE_SHOPS: JSON.stringify(listed) }).shops).toEqual([
      {
        id: 'b',
        domain: 'b',
        baseUrl: 'http://127.0.0.1:1',
        access: { kind: 'CLIENT', clientId: 'i', clientSecret: 's' },
        webhookSecrets: [],
      },
    ]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readEnvironment({ DATABASE_URL: '', SENDSALE_SFTP_HOST: '' }).databaseUrl).toBeNull();
  });

  const mistakes: [string, Record<string, string>][] = [
    ['DATABASE_URL must be a URL', { DATABASE_URL: 'mysql://host/db' }],
    ['SENDSALE_HTTP_PORT', { SENDSALE_HTTP_PORT: 'eighty' }],
    ['SENDSALE_DEMO must be 1', { SENDSALE_DEMO: 'yes' }],
    ['SENDSALE_SFTP_USER is missing', { SENDSALE_SFTP_HOST: 'host' }],
    ['SENDSALE_SFTP_KEY_FILE names a file', { ...sftp, SENDSALE_SFTP_KEY_FILE: '/nowhere/key' }],
    ['SENDSALE_SFTP_HOST_KEY must be a fingerprint', { ...sftp, SENDSALE_SFTP_HOST_KEY: 'AAAA' }],
    ['SENDSALE_NETSUITE_CLIENT_ID is missing', { SENDSALE_NETSUITE_ACCOUNT_ID: '1' }],
    ['SENDSALE_SHOPS', { SENDSALE_SHOPS: 'not json' }],
    ['SENDSALE_SHOPS.0 needs a token', { SENDSALE_SHOPS: '[{"domain": "a"}]' }],
    ['SENDSALE_SHOPIFY_DOMAIN needs a token', { SENDSALE_SHOPIFY_DOMAIN: 'a' }],
  ];
  it.each(mistakes)('refuses with a line that says: %s', (said, variables) => {
    expect(() => readEnvironment(variables)).toThrow(EnvironmentError);
    expect(() => readEnvironment(variables)).toThrow(said);
  });

  it('names every mistake at once, and no secret', () => {
    const variables = { SENDSALE_DEMO: 'x', SENDSALE_SHOPS: '[{"token": "hush", "domain": ""}]' };
    expect(() => readEnvironment(variables)).toThrow(
      /SENDSALE_DEMO[\s\S]*SENDSALE_SHOPS\.0\.domain/,
    );
    expect(() => readEnvironment(variables)).not.toThrow(/hush/);
  });
});
