// Nobody gets out of the folder that is served, and what a server of this kind refuses, it refuses.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2, { type SFTPWrapper } from 'ssh2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKeyPair, startSftpServer, type SftpServer } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'sendsale-confined-'));
const root = join(folder, 'served');
const keys = makeKeyPair('netsuite');
const client = new ssh2.Client();
let server: SftpServer;
let sftp: SFTPWrapper;

beforeAll(async () => {
  mkdirSync(join(root, 'home/ns'), { recursive: true });
  mkdirSync(join(folder, 'served-too'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(folder, join(root, 'home/ns/out'));
  symlinkSync(join(folder, 'secret.txt'), join(root, 'home/ns/secret.txt'));
  const users = [{ name: 'ns', publicKey: keys.publicKey }];
  server = await startSftpServer({ port: 0, root, users, hostKeyFile: join(folder, 'key') });
  // NetSuite offers these ciphers only.
  const algorithms = { cipher: ['aes128-ctr', 'aes192-ctr', 'aes256-ctr'] } as const;
  await new Promise<void>((resolve, reject) => {
    client.once('ready', resolve).once('error', reject);
    const login = { host: '127.0.0.1', username: 'ns', privateKey: keys.privateKey };
    client.connect({ ...login, port: server.port, algorithms: { cipher: [...algorithms.cipher] } });
  });
  sftp = await new Promise((resolve, reject) => {
    client.sftp((error, opened) => (error ? reject(error) : resolve(opened)));
  });
});
afterAll(async () => {
  client.end();
  await server.close();
  rmSync(folder, { recursive: true });
});

type Step = (done: (error?: Error | null) => void) => void;

async function failureOf(step: Step): Promise<string> {
  return new Promise((resolve) => {
    step((error) => resolve(error ? error.message : 'none'));
  });
}

describe('a client', () => {
  it('starts in its home and takes / for the root', async () => {
    const path = await new Promise((resolve) => {
      sftp.realpath('.', (_error, absolute) => resolve(absolute));
    });
    expect(path).toBe('/home/ns');
    const above = await new Promise((resolve) => {
      sftp.realpath('../../../..', (_error, absolute) => resolve(absolute));
    });
    expect(above).toBe('/');
  });

  const attempts: [string, Step][] = [
    ['read through dots', (done) => sftp.readFile('../../../../secret.txt', done)],
    ['read through a link', (done) => sftp.readFile('secret.txt', done)],
    ['read below a link', (done) => sftp.readFile('out/secret.txt', done)],
    ['list through a link', (done) => sftp.readdir('out', done)],
    ['look through a link', (done) => sftp.stat('out', done)],
    ['write below a link', (done) => sftp.writeFile('out/new.txt', 'x', done)],
    ['make a directory below a link', (done) => sftp.mkdir('out/new', done)],
    ['rename out', (done) => sftp.rename('out/secret.txt', 'mine.txt', done)],
    ['reach a sibling with the same beginning', (done) => sftp.readdir('/../served-too', done)],
    ['make a link', (done) => sftp.symlink('/', 'link', done)],
  ];
  it.each(attempts)('cannot %s', async (_title, step) => {
    expect(await failureOf(step)).not.toBe('none');
  });

  it('does not overwrite by renaming, and is told so as version 3 does', async () => {
    for (const name of ['a', 'b']) {
      expect(await failureOf((done) => sftp.writeFile(name, name, done))).toBe('none');
    }
    expect(await failureOf((done) => sftp.rename('a', 'b', done))).toBe('The new name is taken');
  });

  it('does not learn where the folder lies on the disk', async () => {
    const said = await failureOf((done) => sftp.readFile('missing.txt', done));
    expect(said).toMatch(/no such file/i);
    expect(said).not.toContain(folder);
  });
});
