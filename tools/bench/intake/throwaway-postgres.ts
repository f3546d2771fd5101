// A PostgreSQL for the length of a benchmark, from binaries found on this machine: own folder, own port, gone afterwards.

import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface ThrowawayPostgres {
  readonly url: string;
  readonly version: string;
  /** A folder the server may write into. */
  readonly folder: string;
  /** CPU its processes have used so far; 0 where the system does not tell. */
  readonly cpuMs: () => number;
  readonly close: () => Promise<void>;
}

/** Starts one, or returns null when there are no binaries. It keeps its promises: fsync and all are as they come. */
export async function startPostgres(): Promise<ThrowawayPostgres | null> {
  const binaries = findBinaries();
  if (binaries === null) return null;
  const owner = ownerOfServer();
  const root = mkdtempSync(join(tmpdir(), 'sendsale-bench-'));
  const data = join(root, 'data');
  const folder = join(root, 'files');
  mkdirSync(folder);
  if (owner !== null) for (const path of [root, folder]) chownSync(path, owner.uid, owner.gid);
  const run = { ...owner, cwd: root, stdio: 'ignore' } as const;
  try {
    const initdb = [
      '-D',
      data,
      '-U',
      'bench',
      '-A',
      'trust',
      '--no-sync',
      '-E',
      'UTF8',
      '--locale=C',
    ];
    execFileSync(join(binaries, 'initdb'), initdb, run);
    const port = await freePort();
    const flags = ['-p', String(port), '-k', root, '-c', 'listen_addresses=127.0.0.1'];
    const server = spawn(join(binaries, 'postgres'), ['-D', data, ...flags], run);
    await untilReady(join(binaries, 'pg_isready'), port, server);
    return {
      url: `postgresql://bench@127.0.0.1:${port}/postgres`,
      version: versionOf(join(binaries, 'postgres')),
      folder,
      cpuMs: () => cpuOf(server.pid ?? 0),
      close: async () => {
        server.kill('SIGINT');
        if (server.exitCode === null) await once(server, 'exit');
        rmSync(root, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    throw error;
  }
}

function versionOf(postgres: string): string {
  const text = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
  return `PostgreSQL ${/\d+\.\d+/.exec(text)?.[0] ?? ''}`;
}

function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const packaged = existsSync(debian)
    ? readdirSync(debian)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin'))
    : [];
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const needed = ['initdb', 'postgres', 'pg_isready'];
  return (
    [...packaged, ...path].find((folder) =>
      needed.every((name) => existsSync(join(folder, name))),
    ) ?? null
  );
}

/** PostgreSQL refuses to run as root: then it runs as nobody. */
function ownerOfServer(): { readonly uid: number; readonly gid: number } | null {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const TRIES_MAX = 100;

async function untilReady(isReady: string, port: number, server: ChildProcess): Promise<void> {
  for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
    if (server.exitCode !== null) break;
    try {
      execFileSync(isReady, ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  server.kill('SIGKILL');
  throw new Error('The throw-away PostgreSQL did not start.');
}

/** Linux counts in ticks of 10 ms; a process's line holds what its ended children used too. */
const TICK_MS = 10;

function cpuOf(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    const own = statOf(String(pid));
    return own.own + own.ended + children.reduce((sum, child) => sum + statOf(child).own, 0);
  } catch {
    return 0;
  }
}

function statOf(pid: string): { readonly own: number; readonly ended: number } {
  // The name in parentheses may hold spaces; utime is the 12th word after it (proc(5)).
  const [, rest = ''] = /\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = rest
    .split(' ')
    .slice(11, 15)
    .map(Number);
  return { own: (user + system) * TICK_MS, ended: (endedUser + endedSystem) * TICK_MS };
}
