// N/sftp against a real SSH server: what it does, and the code of everything it refuses.

import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SECRET } from '../../test-kit/acme-account.ts';
import { startScriptBench } from '../../test-kit/script-bench.ts';
import type { ScriptBench } from '../../test-kit/script-bench.ts';
import { startTestSftp } from '../../test-kit/start-sftp.ts';
import type { TestSftp } from '../../test-kit/start-sftp.ts';

let sftp: TestSftp;
let bench: ScriptBench;
let folder: string;
let count = 0;
beforeAll(async () => {
  sftp = await startTestSftp();
  bench = startScriptBench({
    secrets: { [SECRET]: sftp.privateKey, custsecret_wrong: 'a password' },
  });
});
afterAll(async () => {
  await bench.close();
  await sftp.close();
});
beforeEach(() => {
  count += 1;
  folder = join(sftp.home, `test${count}`);
  mkdirSync(join(folder, 'archive'), { recursive: true });
});

function options(other: Readonly<Record<string, unknown>> = {}): string {
  const all = {
    username: sftp.user,
    secret: SECRET,
    url: '127.0.0.1',
    port: sftp.port,
    directory: `/home/acme/test${count}`,
    hostKey: sftp.hostKey,
    ...other,
  };
  return JSON.stringify(all);
}

// Runs a body with an open connection `c`; every log line is what was logged, the last one the error's name.
async function withConnection(
  body: string,
  other: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const run = await bench.execute(`var c = sftp.createConnection(${options(other)}); ${body}`);
  return run.error === null ? run.log : [...run.log, run.error.replace(/:.*$/s, '')];
}

test('list gives files and directories, sorted as asked, with wildcards', async () => {
  for (const [name, size, minute] of [
    ['b.csv', 3, 1],
    ['a.csv', 2, 3],
    ['c.txt', 1, 2],
  ] as const) {
    writeFileSync(join(folder, name), 'x'.repeat(size));
    utimesSync(join(folder, name), new Date(), new Date(Date.UTC(2026, 10, 24, 8, minute)));
  }
  const log = await withConnection(`
    function names(list) { return list.filter(function (one) { return !one.directory; }).map(function (one) { return one.name; }).join(); }
    log.debug('all', c.list({ path: '/' }).map(function (one) { return one.name + ' ' + one.directory; }).join());
    ['DATE', 'DATE_DESC', 'SIZE', 'NAME_DESC'].forEach(function (sort) { log.debug(sort, names(c.list({ path: '/', sort: sftp.Sort[sort] }))); });
    log.debug('pattern', names(c.list({ path: '/?.c*' })));
    log.debug('array', c.list({ path: 'archive' }) instanceof Array);`);
  expect(log).toEqual([
    'all: a.csv false,archive true,b.csv false,c.txt false',
    'DATE: b.csv,c.txt,a.csv',
    'DATE_DESC: a.csv,c.txt,b.csv',
    'SIZE: c.txt,a.csv,b.csv',
    'NAME_DESC: c.txt,b.csv,a.csv',
    'pattern: a.csv,b.csv',
    'array: true',
  ]);
});

test('a file goes up, comes down and is moved; a second upload of its name is refused unless told otherwise', async () => {
  const log = await withConnection(`
    var made = file.create({ name: 'grüße.csv', fileType: file.Type.CSV, contents: 'a,b\\n1,ü\\n' });
    c.upload({ directory: '/', file: made });
    var back = c.download({ directory: '/', filename: 'grüße.csv' });
    log.debug('back', back.size + ' ' + back.getContents() + (back.size <= c.MAX_FILE_SIZE));
    c.upload({ directory: '/', file: made, filename: 'other.csv' });
    c.upload({ file: file.create({ name: 'other.csv', fileType: 'CSV', contents: 'new' }), replaceExisting: true });
    c.move({ from: '/grüße.csv', to: '/archive/grüße.csv' });
    c.upload({ directory: '/archive', file: made });`);
  expect(log).toEqual(['back: 9 a,b\n1,ü\ntrue', 'FTP_FILE_ALREADY_EXISTS']);
  expect(readFileSync(join(folder, 'archive', 'grüße.csv'), 'utf8')).toBe('a,b\n1,ü\n');
  expect(readFileSync(join(folder, 'other.csv'), 'utf8')).toBe('new');
});

test('bytes that are no text survive as base64', async () => {
  writeFileSync(join(folder, 'x.pdf'), Buffer.from([0, 255, 10]));
  expect(
    await withConnection(
      `var pdf = c.download({ filename: 'x.pdf' }); log.debug(pdf.getContents(), pdf.size); c.upload({ file: pdf, filename: 'y.pdf' });`,
    ),
  ).toEqual(['AP8K: 3']);
  expect([...readFileSync(join(folder, 'y.pdf'))]).toEqual([0, 255, 10]);
});

test('directories are made and removed', async () => {
  await withConnection(
    `c.makeDirectory({ path: 'new' }); c.makeDirectory({ path: '/new/inner' }); c.makeDirectory({ path: 'gone' }); c.removeDirectory({ path: 'gone' });`,
  );
  expect(existsSync(join(folder, 'new', 'inner'))).toBe(true);
  expect(readdirSync(folder)).toEqual(['archive', 'new']);
});

test('a file over 100 MB is not transferred', async () => {
  writeFileSync(join(folder, 'large.csv'), '');
  truncateSync(join(folder, 'large.csv'), 100_000_001);
  expect(await withConnection(`c.download({ filename: 'large.csv' });`)).toEqual([
    'FTP_MAXIMUM_FILE_SIZE_EXCEEDED',
  ]);
});

test.each([
  [
    'a move onto an existing file',
    `c.upload({ file: file.create({ name: 'a', fileType: 'PLAINTEXT', contents: '1' }) }); c.move({ from: 'a', to: 'archive' });`,
    'FTP_INVALID_MOVE',
  ],
  ['a move of nothing', `c.move({ from: 'none', to: 'b' });`, 'FTP_NO_SUCH_FILE_OR_DIRECTORY'],
  ['a download of nothing', `c.download({ filename: 'none' });`, 'FTP_NO_SUCH_FILE_OR_DIRECTORY'],
  ['a list of nothing', `c.list({ path: '/none' });`, 'FTP_NO_SUCH_FILE_OR_DIRECTORY'],
  [
    'an upload into no directory',
    `c.upload({ directory: '/none', file: file.create({ name: 'a', fileType: 'PLAINTEXT', contents: '1' }) });`,
    'FTP_NO_SUCH_FILE_OR_DIRECTORY',
  ],
  [
    'making a directory that is there',
    `c.makeDirectory({ path: 'archive' });`,
    'FTP_FILE_ALREADY_EXISTS',
  ],
  [
    'removing a directory that is not there',
    `c.removeDirectory({ path: 'none' });`,
    'FTP_DIRECTORY_NOT_FOUND',
  ],
  [
    'removing a directory with something in it',
    `c.makeDirectory({ path: 'archive/x' }); c.removeDirectory({ path: 'archive' });`,
    'FTP_DIRECTORY_NOT_EMPTY',
  ],
  [
    'removing a file that is not there',
    `c.removeFile({ path: 'none' });`,
    'FTP_NO_SUCH_FILE_OR_DIRECTORY',
  ],
  [
    'a transfer over 300 seconds',
    `c.download({ filename: 'x', timeout: 301 });`,
    'FTP_INVALID_TRANSFER_TIMEOUT',
  ],
  [
    'an upload of something else than a file',
    `c.upload({ file: 'text' });`,
    'SSS_INVALID_TYPE_ARG',
  ],
  ['a list sorted by colour', `c.list({ path: '/', sort: 'COLOUR' });`, 'SSS_INVALID_TYPE_ARG'],
])('%s is refused', async (_case, body, code) => {
  expect(await withConnection(body)).toEqual([code]);
});

test.each([
  ['no host key', { hostKey: null }, 'SSS_MISSING_REQD_ARGUMENT'],
  ['a host key that is none', { hostKey: 'AAAA' }, 'FTP_MALFORMED_HOST_KEY'],
  ['a host key of another type than said', { hostKeyType: 'dsa' }, 'FTP_INCORRECT_HOST_KEY_TYPE'],
  ['no credential', { secret: null }, 'SSS_MISSING_REQD_ARGUMENT'],
  ['two credentials', { keyId: 'custkey_x' }, 'MUTUALLY_EXCLUSIVE_ARGUMENTS'],
  ['a secret nobody stored', { secret: 'custsecret_none' }, 'INVALID_SECRET_SCRIPT_ID'],
  [
    'a wrong password',
    { secret: 'custsecret_wrong' },
    'AUTHENTICATION_FAIL_TOO_MANY_INCORRECT_AUTHENTICATION_ATTEMPTS',
  ],
  [
    'an unknown user',
    { username: 'nobody' },
    'AUTHENTICATION_FAIL_TOO_MANY_INCORRECT_AUTHENTICATION_ATTEMPTS',
  ],
  ['a port that is none', { port: 70_000 }, 'FTP_INVALID_PORT_NUMBER'],
  ['a port where nobody listens', { port: 1 }, 'FTP_CANNOT_ESTABLISH_CONNECTION'],
  ['a host that does not exist', { url: 'no-such-host.invalid' }, 'FTP_UNKNOWN_HOST'],
  ['a timeout over 20 seconds', { timeout: 21 }, 'FTP_INVALID_CONNECTION_TIMEOUT'],
  ['a directory that is not there', { directory: '/home/acme/none' }, 'FTP_INVALID_DIRECTORY'],
])('a connection with %s is refused', async (_case, other, code) => {
  expect(await withConnection('', other)).toEqual([code]);
});

test('another host key than the server has is refused before anything secret is sent', async () => {
  const key = Buffer.from(sftp.hostKey, 'base64');
  key[key.length - 1] = (key.at(-1) ?? 0) ^ 1;
  expect(await withConnection('', { hostKey: key.toString('base64') })).toEqual([
    'FTP_INCORRECT_HOST_KEY',
  ]);
});

test('calls cost what NetSuite charges', async () => {
  writeFileSync(join(folder, 'a.csv'), 'x');
  const run = await bench.execute(
    `var c = sftp.createConnection(${options()}); c.list({ path: '/' }); var a = c.download({ filename: 'a.csv' }); c.upload({ file: a, filename: 'b.csv' }); c.move({ from: 'b.csv', to: 'c.csv' });`,
  );
  expect([run.error, run.executions[0]?.units]).toEqual([null, 10 + 100 + 100 + 10]);
});
