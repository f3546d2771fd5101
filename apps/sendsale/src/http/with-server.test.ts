// A server that cannot start leaves nothing open: what stays open would keep its process alive, and whoever
// watches over it would never start it again.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '@sendsale/platform/config';
import { afterAll, expect, test } from 'vitest';
import { withServer } from './with-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'sendsale-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = readEnvironment({
  SENDSALE_DATA_FOLDER: folder,
  SENDSALE_LOG_LEVEL: 'silent',
});
const options = { workers: 1, name: 'test', open: false };
const isLocked = () => existsSync(join(folder, 'db', 'database.lock'));

test('a part of the server that does not start: the reason is thrown, and nothing is left open', async () => {
  const onRoute = ({ url }: { readonly url: string }) => {
    if (url === '/health') throw new Error('It did not start in time');
  };
  const work = async () => expect.unreachable('No server was made.');
  await expect(withServer(environment, { ...options, onRoute }, work)).rejects.toThrow('in time');
  expect(isLocked()).toBe(false);
});

test('a port that somebody else has: the same', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  // An address of the network, as it was listened to with a port.
  const { port } = other.address() as AddressInfo;
  const listening = withServer(environment, options, async (server) => {
    expect(isLocked()).toBe(true);
    await server.listen({ host: '127.0.0.1', port });
  });
  await expect(listening).rejects.toThrow('EADDRINUSE');
  other.close();
  await once(other, 'close');
  expect(isLocked()).toBe(false);
});
