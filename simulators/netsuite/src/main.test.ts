// The program's options.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from './main.ts';
import { ACME_PROJECT } from './test-kit/acme-account.ts';

const folder = mkdtempSync(join(tmpdir(), 'netsuite-main-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('with --json the first line says where it listens; secrets, seed and address reach the account', async () => {
  const printed: string[] = [];
  const seed = file('seed.json', JSON.stringify([{ type: 'location', fields: { name: 'Reno' } }]));
  const served = await main(
    [
      '--json',
      '--project',
      ACME_PROJECT,
      '--seed',
      seed,
      '--secret',
      `custsecret_x=${file('secret', 'password\n')}`,
      '--sftp',
      'sftp://127.0.0.1:2222',
      '--clock',
      '2026-11-24T12:00:00Z',
      '--no-schedules',
    ],
    (text) => printed.push(text),
  );
  expect(JSON.parse(printed.join(''))).toEqual({ url: served?.url, problems: [], notes: [] });
  const host = served?.simulator.host;
  expect(host?.secrets.get('custsecret_x')).toBe('password');
  expect(host?.sftpHostOverride).toEqual({ host: '127.0.0.1', port: 2222 });
  expect(host?.account.now().toISOString()).toBe('2026-11-24T12:00:00.000Z');
  expect(host?.account.records.list('location')).toHaveLength(1);
  await served?.close();
});

test('--help prints the options and starts nothing', async () => {
  const printed: string[] = [];
  expect(await main(['--help'], (text) => printed.push(text))).toBeNull();
  expect(printed.join('')).toContain('--oauth-client');
});

test.each([
  ['a secret without a file', ['--secret', 'custsecret_x'], /--secret must be ID=FILE/],
  [
    'an OAuth client in two parts',
    ['--oauth-client', 'a,b'],
    /--oauth-client must be CLIENT,CERTIFICATE,FILE/,
  ],
  ['a port that is no number', ['--port', 'x'], /--port must be a number/],
  ['an unknown option', ['--nonsense'], /nonsense/],
  ['a folder that is no project', ['--project', folder], /MANIFEST_MISSING manifest\.xml/],
])('%s is refused', async (_case, args, message) => {
  const refused: unknown = await main(args, () => undefined).catch((error: unknown) => error);
  expect(refused).toHaveProperty('message', expect.stringMatching(message));
  // With a code it is told as a sentence, without one it is a bug and shows its stack.
  expect(refused).toHaveProperty('code', expect.any(String));
});

test('--warn installs what can be installed and lists the rest', async () => {
  const printed: string[] = [];
  const served = await main(['--warn', '--project', folder], (text) => printed.push(text));
  expect(printed.join('')).toMatch(
    /^MANIFEST_MISSING .*\nDEPLOY_MISSING .*\nNetSuite simulator at http:/,
  );
  await served?.close();
});
