// PGlite lets two processes open one folder and spoils it. This lock lets one in and tells the other who
// is there. A lock whose process is gone is taken over.

import { assert } from '@sendsale/std';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';

// A holder on another host (a shared volume) cannot be asked whether it lives; it touches the file instead.
const TOUCH_INTERVAL_MS = 5_000;
const SILENT_AFTER_MS = 30_000;
const TAKEOVER_ATTEMPTS_MAX = 3;

const Holder = z.object({ pid: z.int(), host: z.string(), token: z.string() });
type Holder = z.infer<typeof Holder>;

// Locks of this very process: a pid alone cannot tell it from an earlier life with the same pid.
const held = new Set<string>();

export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  readonly code = 'DATABASE_FOLDER_IN_USE';
}

export interface FolderLock {
  readonly release: () => void;
}

/**
 * Takes the lock file or throws FolderInUseError naming the process that has it.
 * @param file path of the lock file; its folder is made when missing
 */
export function lockFolder(file: string): FolderLock {
  mkdirSync(dirname(file), { recursive: true });
  const token = randomUUID();
  for (let attempt = 1; attempt <= TAKEOVER_ATTEMPTS_MAX; attempt += 1) {
    if (tryCreate(file, token)) return keep(file, token);
    const holder = readHolder(file);
    if (holder !== null && isAlive(file, holder)) throw inUse(file, holder);
    removeAbandoned(file, holder);
  }
  throw new FolderInUseError(`Another process is taking ${file} at this moment; try again.`);
}

function tryCreate(file: string, token: string): boolean {
  const holder: Holder = { pid: process.pid, host: hostname(), token };
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function keep(file: string, token: string): FolderLock {
  held.add(token);
  const timer = setInterval(() => touch(file), TOUCH_INTERVAL_MS);
  timer.unref();
  const release = (): void => {
    if (!held.delete(token)) return;
    clearInterval(timer);
    process.removeListener('exit', release);
    if (readHolder(file)?.token === token) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return { release };
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Somebody removed the file by hand; the next opener will say so, we go on with what we have open.
  }
}

function readHolder(file: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function isAlive(file: string, holder: Holder): boolean {
  if (held.has(holder.token)) return true;
  if (holder.host !== hostname()) return ageMs(file) < SILENT_AFTER_MS;
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

// Two processes may both find the abandoned lock. Only the one that makes the second file removes it,
// and only if it still is the lock it judged.
function removeAbandoned(file: string, judged: Holder | null): void {
  const guard = `${file}.takeover`;
  if (judged === null && ageMs(file) < 1_000) return;
  if (ageMs(guard) > SILENT_AFTER_MS) rmSync(guard, { force: true });
  try {
    writeFileSync(guard, '', { flag: 'wx' });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    throw error;
  }
  try {
    if (readHolder(file)?.token === judged?.token) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function ageMs(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? 0 : Date.now() - stat.mtimeMs;
}

function inUse(file: string, holder: Holder): FolderInUseError {
  assert(holder.pid > 0, `The lock ${file} names no process.`);
  return new FolderInUseError(
    `The database folder ${dirname(file)} is in use by process ${holder.pid} on ${holder.host}. ` +
      'An embedded database has one process: stop that one, or set DATABASE_URL to share a PostgreSQL. ' +
      `If you are sure that it is gone, remove ${file}.`,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
