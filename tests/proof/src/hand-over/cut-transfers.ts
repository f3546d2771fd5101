// A feed file whose transfer is cut again and again on a real SSH server: whoever looks sees no file, or the
// whole file under its name, and never a second one.

import { connectSftp, isSftpFailure } from '@sendsale/platform/sftp';
import type { SftpOptions } from '@sendsale/platform/sftp';
import { makeKeyPair, startSftpServer } from '@sendsale/simulator-sftp';
import type { SftpServer } from '@sendsale/simulator-sftp';
import { seededRandom } from '@sendsale/std';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CutOptions {
  readonly fileBytes: number;
  /** A cut after each so many bytes. */
  readonly everyBytes: number;
  readonly randomCuts: number;
  readonly seed: number;
}

export interface CutResult {
  readonly cuts: number;
  /** What a reader saw that it should not have seen. */
  readonly faults: readonly string[];
}

const DIRECTORY = '/home/oms/salesorder/export';

export async function cutTransfers(options: CutOptions): Promise<CutResult> {
  const folder = mkdtempSync(join(tmpdir(), 'sendsale-cuts-'));
  const keys = makeKeyPair('oms');
  const server = await startSftpServer({
    port: 0,
    root: join(folder, 'root'),
    users: [{ name: 'oms', publicKey: keys.publicKey }],
    hostKeyFile: join(folder, 'host-key'),
  });
  const { port, hostKeySha256 } = server;
  const login = { host: '127.0.0.1', port, user: 'oms', privateKey: keys.privateKey };
  const sftp = { ...login, hostKeySha256, timeoutMs: 30_000 };
  const random = seededRandom(options.seed);
  const bytes = Buffer.from(
    Array.from({ length: options.fileBytes }, () => random.integer(32, 126)),
  );
  const points = cutPoints(options, random);
  const faults: string[] = [];
  try {
    const client = await connectSftp(sftp);
    await client.ensureDirectory(DIRECTORY);
    await client.close();
    for (const [index, point] of points.entries()) {
      const name = `Feed-${index}.csv`;
      const look = (): string[] => filesSeen(join(folder, 'root', DIRECTORY), name, bytes);
      await cutOnce({ server, sftp, point, name, bytes });
      faults.push(...look().map((fault) => `cut at ${point}: ${fault}`));
      await handOver(sftp, name, bytes);
      await handOver(sftp, name, bytes);
      const after = look();
      if (after.length > 0 || !isThere(join(folder, 'root', DIRECTORY), name)) {
        faults.push(`cut at ${point}, then repeated: ${after.join('; ') || 'no file'}`);
      }
      rmSync(join(folder, 'root', DIRECTORY, name), { force: true });
    }
    return { cuts: points.length, faults };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function cutPoints(
  { fileBytes, everyBytes, randomCuts }: CutOptions,
  random: ReturnType<typeof seededRandom>,
): number[] {
  const steps = Array.from({ length: Math.ceil(fileBytes / everyBytes) }, (_, i) => i * everyBytes);
  const drawn = Array.from({ length: randomCuts }, () => random.integer(1, fileBytes));
  return [...steps, fileBytes, ...drawn];
}

interface Cut {
  readonly server: SftpServer;
  readonly sftp: SftpOptions;
  readonly point: number;
  readonly name: string;
  readonly bytes: Buffer;
}

async function cutOnce({ server, sftp, point, name, bytes }: Cut): Promise<void> {
  server.cutTransferAfter(point);
  try {
    await handOver(sftp, name, bytes);
  } catch (error) {
    if (!isSftpFailure(error, 'CONNECTION_LOST', 'TIMEOUT', 'UNREACHABLE')) throw error;
  }
}

async function handOver(sftp: SftpOptions, name: string, bytes: Buffer): Promise<void> {
  const client = await connectSftp(sftp);
  try {
    await client.put(DIRECTORY, name, bytes);
  } finally {
    await client.close();
  }
}

function isThere(folder: string, name: string): boolean {
  return readdirSync(folder).includes(name);
}

/** What NetSuite's scripts would see: every file that is not a temporary one of ours. */
function filesSeen(folder: string, name: string, bytes: Buffer): string[] {
  const seen = readdirSync(folder).filter((one) => !/^\..*\.tmp$/.test(one));
  const strangers = seen.filter((one) => one !== name).map((one) => `a second file ${one}`);
  if (!seen.includes(name)) return strangers;
  const length = readFileSync(join(folder, name)).length;
  const isWhole = bytes.equals(readFileSync(join(folder, name)));
  return isWhole ? strangers : [...strangers, `${length} of ${bytes.length} bytes`];
}
