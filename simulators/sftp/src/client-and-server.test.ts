// The product's SFTP client against this server over real SSH: what arrives is whole, what is refused has a
// name, and a lost answer is looked up.

import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectSftp, type SftpClient, type SftpOptions } from '@sendsale/platform/sftp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeKeyPair, startSftpServer, type SftpServer } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'sendsale-sftp-'));
const keys = makeKeyPair('oms');
const netsuiteKeys = makeKeyPair('netsuite');
const home = join(root, 'files/home/oms');
const text = (content: string): Buffer => Buffer.from(content, 'utf8');
let server: SftpServer;
let clients: SftpClient[] = [];

async function start(port: number, hostKeyFile = 'host-key'): Promise<SftpServer> {
  const users = [keys, netsuiteKeys].map(({ publicKey }) => ({ name: 'oms', publicKey }));
  return startSftpServer({
    port,
    root: join(root, 'files'),
    users,
    hostKeyFile: join(root, hostKeyFile),
  });
}

function options(changes: Partial<SftpOptions> = {}): SftpOptions {
  const place = { host: '127.0.0.1', port: server.port, hostKeySha256: server.hostKeySha256 };
  return { ...place, user: 'oms', privateKey: keys.privateKey, timeoutMs: 5000, ...changes };
}

async function connect(changes: Partial<SftpOptions> = {}): Promise<SftpClient> {
  const client = await connectSftp(options(changes));
  clients.push(client);
  return client;
}

beforeAll(async () => {
  server = await start(0);
});
beforeEach(() => {
  for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true });
});
afterEach(async () => {
  await Promise.all(clients.map(async (client) => client.close()));
  clients = [];
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

describe('an upload', () => {
  it('appears under its name with all its bytes', async () => {
    const client = await connect();
    const bytes = Buffer.alloc(1_000_003, 'order,');
    await client.ensureDirectory('/home/oms/netsuite/salesorder/export');
    const outcome = await client.put('/home/oms/netsuite/salesorder/export', 'feed.csv', bytes);
    expect(outcome).toBe('WRITTEN');
    expect(readFileSync(join(home, 'netsuite/salesorder/export/feed.csv')).equals(bytes)).toBe(
      true,
    );
    const back = await client.read('netsuite/salesorder/export/feed.csv');
    expect(back.equals(bytes)).toBe(true);
    expect(readdirSync(join(home, 'netsuite/salesorder/export'))).toEqual(['feed.csv']);
  });

  it('may be empty', async () => {
    const client = await connect();
    await client.put('.', 'empty.csv', text(''));
    expect(await client.read('empty.csv')).toEqual(text(''));
  });

  it('is a success when the same bytes are there already', async () => {
    const client = await connect();
    await client.put('/home/oms', 'a.csv', text('same'));
    expect(await client.put('/home/oms', 'a.csv', text('same'))).toBe('ALREADY_THERE');
  });

  it('is refused by name when other bytes are there, and leaves them', async () => {
    const client = await connect();
    await client.put('/home/oms', 'a.csv', text('first'));
    const second = client.put('/home/oms', 'a.csv', text('other'));
    await expect(second).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(readFileSync(join(home, 'a.csv'), 'utf8')).toBe('first');
  });

  it.each([1, 100_000, 262_144, 299_999])(
    'that is cut after %i bytes is never seen under its name, and the next one succeeds',
    async (cutAfter) => {
      const bytes = Buffer.alloc(300_000, 'row\n');
      const client = await connect();
      server.cutTransferAfter(cutAfter);
      const cut = client.put('/home/oms', 'big.csv', bytes);
      await expect(cut).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
      expect(existsSync(join(home, 'big.csv'))).toBe(false);
      const again = await connect();
      expect(await again.list('/home/oms')).toEqual([]);
      expect(await again.put('/home/oms', 'big.csv', bytes)).toBe('WRITTEN');
      expect(readFileSync(join(home, 'big.csv')).equals(bytes)).toBe(true);
    },
  );

  it('whose rename lost its answer is found to have happened', async () => {
    const client = await connect();
    server.loseNextRenameAnswer();
    expect(await client.put('/home/oms', 'a.csv', text('once'))).toBe('WRITTEN');
    expect(readdirSync(home)).toEqual(['a.csv']);
    // The client connected again by itself.
    expect(await client.read('a.csv')).toEqual(text('once'));
  });

  it('whose rename lost its answer is not repeated when the reader has taken it already', async () => {
    const client = await connect();
    await client.ensureDirectory('archive');
    server.loseNextRenameAnswer();
    const put = client.put('/home/oms', 'a.csv', text('once'));
    while (!existsSync(join(home, 'a.csv'))) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    renameSync(join(home, 'a.csv'), join(home, 'archive/a.csv'));
    expect(await put).toBe('WRITTEN');
    expect(readdirSync(home)).toEqual(['archive']);
  });
});

describe('files and directories', () => {
  it('are listed by name with size, without those still being written', async () => {
    const client = await connect();
    await client.ensureDirectory('/home/oms/in/archive');
    for (let number = 100; number < 250; number += 1) {
      writeFileSync(join(home, 'in', `file-${number}.csv`), 'x'.repeat(number));
    }
    writeFileSync(join(home, 'in/.file-999.csv.tmp'), 'half');
    const entries = await client.list('/home/oms/in');
    expect(entries).toHaveLength(151);
    expect(entries[0]).toMatchObject({ name: 'archive', kind: 'DIRECTORY' });
    expect(entries[1]).toMatchObject({ name: 'file-100.csv', kind: 'FILE', bytes: 100 });
  });

  it('move to another directory, once', async () => {
    const client = await connect();
    await client.ensureDirectory('archive');
    await client.put('.', 'a.csv', text('a'));
    await client.move('a.csv', 'archive/a.csv');
    expect(readdirSync(join(home, 'archive'))).toEqual(['a.csv']);
    await expect(client.move('a.csv', 'archive/a.csv')).rejects.toMatchObject({
      code: 'NO_SUCH_FILE',
    });
  });

  it('do not move onto a taken name', async () => {
    const client = await connect();
    await client.put('.', 'a.csv', text('a'));
    await client.put('.', 'b.csv', text('b'));
    await expect(client.move('a.csv', 'b.csv')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(readFileSync(join(home, 'b.csv'), 'utf8')).toBe('b');
  });

  it('are found moved when the answer was lost', async () => {
    const client = await connect();
    await client.put('.', 'a.csv', text('a'));
    server.loseNextRenameAnswer();
    await client.move('a.csv', 'b.csv');
    expect(readdirSync(home)).toEqual(['b.csv']);
  });

  it('are removed, also twice', async () => {
    const client = await connect();
    await client.put('.', 'a.csv', text('a'));
    await client.remove('a.csv');
    await client.remove('a.csv');
    expect(readdirSync(home)).toEqual([]);
  });

  it('have names when they are missing, refused or too long', async () => {
    const client = await connect();
    await client.put('.', 'a.csv', text('12345'));
    await expect(client.list('nowhere')).rejects.toMatchObject({ code: 'NO_SUCH_FILE' });
    await expect(client.read('nowhere.csv')).rejects.toMatchObject({ code: 'NO_SUCH_FILE' });
    await expect(client.read('a.csv', 4)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});

describe('a connection', () => {
  it('is not made when the host key is another', async () => {
    const hostKeySha256 = `SHA256:${'A'.repeat(43)}`;
    const refused = connect({ hostKeySha256 });
    await expect(refused).rejects.toMatchObject({ code: 'HOST_KEY_MISMATCH' });
    await expect(refused).rejects.toThrow(server.hostKeySha256);
  });

  it('is not made again after the server changed its host key', async () => {
    const pinned = server.hostKeySha256;
    const { port } = server;
    await server.close();
    server = await start(port, 'other-host-key');
    await expect(connect({ hostKeySha256: pinned })).rejects.toMatchObject({
      code: 'HOST_KEY_MISMATCH',
    });
    await server.close();
    server = await start(port);
    expect(server.hostKeySha256).toBe(pinned);
  });

  it('is not made for another key or another user', async () => {
    const stranger = makeKeyPair('stranger').privateKey;
    const code = 'AUTHENTICATION_FAILED';
    await expect(connect({ privateKey: stranger })).rejects.toMatchObject({ code });
    await expect(connect({ user: 'root' })).rejects.toMatchObject({ code });
    await expect(connect({ privateKey: 'no key' })).rejects.toMatchObject({ code });
  });

  it('is made with any of the keys of a user', async () => {
    const client = await connect({ privateKey: netsuiteKeys.privateKey });
    expect(await client.list('.')).toEqual([]);
  });

  it('is not made while logins are refused, and made after', async () => {
    server.refuseLogins(true);
    await expect(connect()).rejects.toMatchObject({ code: 'AUTHENTICATION_FAILED' });
    server.refuseLogins(false);
    expect(await (await connect()).list('.')).toEqual([]);
  });

  it('fails by name while the server is away, and works again after', async () => {
    const before = await connect();
    await server.goDown();
    await expect(before.list('.')).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
    await expect(connect()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await server.comeUp();
    expect(await (await connect()).list('.')).toEqual([]);
  });
});
