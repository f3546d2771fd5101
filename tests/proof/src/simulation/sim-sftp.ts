// Sessions with the simulated file server, speaking what ssh2 speaks to the product: the server may go away
// before a step, after it (the answer is lost), or in the middle of a write.

import { describeStatus, SftpFailure } from '@sendsale/platform/sftp';
import type { SftpCalls, SftpSession } from '@sendsale/platform/sftp';
import { posix } from 'node:path';
import type { Attributes, FileEntryWithStats } from 'ssh2';
import type { SimProcess } from './incarnation.ts';
import type { SimDisk } from './sim-disk.ts';

const NO_SUCH_FILE = 2;
const FAILURE = 4;

export async function openSession(disk: SimDisk, process: SimProcess): Promise<SftpSession> {
  await process.yield('sftp connect');
  process.pass('sftp connect');
  if (process.meets('SFTP', 'connect')) throw new SftpFailure('UNREACHABLE', 'No route to host.');
  const line = { isLost: false };
  const calls = callsOf(
    disk,
    () => {
      line.isLost = true;
    },
    process,
  );
  return {
    step: async (what, start) => {
      const kind = what.split(' ')[0] ?? what;
      await process.yield(`sftp ${kind}`);
      process.pass(`before sftp ${what}`);
      if (process.meets('SFTP', `before ${what}`)) line.isLost = true;
      if (line.isLost) throw lost();
      const value = await settle(what, start, calls);
      process.pass(`after sftp ${kind}`);
      if (process.meets('SFTP', `after ${what}`)) line.isLost = true;
      if (line.isLost) throw lost();
      return value;
    },
    close: async () => {
      line.isLost = true;
    },
  };
}

type Start<T> = (
  sftp: SftpCalls,
  done: (error: Error | null | undefined, value: T) => void,
) => void;

async function settle<T>(what: string, start: Start<T>, calls: SftpCalls): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    start(calls, (error, value) => {
      if (error) reject(describeStatus(what, error));
      else resolve(value);
    });
  });
}

function lost(): SftpFailure {
  return new SftpFailure('CONNECTION_LOST', 'The connection was lost.');
}

function status(code: number, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/**
 * A handle is the path in a buffer. Of each call only the form is there that the product uses; ssh2 says how
 * many parameters that are.
 */
function callsOf(disk: SimDisk, lose: () => void, process: SimProcess): SftpCalls {
  const calls = { ...looks(disk), ...changes(disk), ...writes({ disk, lose, process }) };
  // The overloads of ssh2 that nobody calls are not there.
  return calls as unknown as SftpCalls;
}

type Done<T> = (error: Error | undefined, value?: T) => void;

function missing(): Error {
  return status(NO_SUCH_FILE, 'No such file');
}

function looks(disk: SimDisk) {
  return {
    stat: (path: string, done: Done<Attributes>) => {
      if (disk.has(path)) done(undefined, attributesOf(disk, path));
      else done(missing());
    },
    readdir: (path: string, done: Done<FileEntryWithStats[]>) => {
      if (disk.hasDirectory(path)) done(undefined, entriesOf(disk, path));
      else done(missing());
    },
    open: (path: string, mode: string, done: Done<Buffer>) => {
      if (mode === 'r' && disk.file(path) === undefined) return done(missing());
      if (mode !== 'r' && !disk.hasDirectory(posix.dirname(path))) return done(missing());
      if (mode !== 'r') disk.write(path, Buffer.alloc(0));
      return done(undefined, Buffer.from(path));
    },
    read: (...call: [Buffer, Buffer, number, number, number, Done<number>]) => {
      const [handle, into, , length, position, done] = call;
      const bytes = disk.file(handle.toString())?.bytes ?? Buffer.alloc(0);
      done(undefined, bytes.copy(into, 0, position, position + length));
    },
    close: (_handle: Buffer, done: Done<void>) => done(undefined),
  };
}

function changes(disk: SimDisk) {
  return {
    rename: (from: string, to: string, done: Done<void>) => {
      if (disk.file(from) === undefined) return done(missing());
      if (!disk.hasDirectory(posix.dirname(to))) return done(missing());
      if (disk.has(to)) return done(status(FAILURE, 'Failure'));
      disk.move(from, to);
      return done(undefined);
    },
    unlink: (path: string, done: Done<void>) => {
      if (disk.file(path) === undefined) return done(missing());
      disk.remove(path);
      return done(undefined);
    },
    mkdir: (path: string, done: Done<void>) => {
      if (disk.has(path)) return done(status(FAILURE, 'Failure'));
      disk.makeDirectory(path);
      return done(undefined);
    },
  };
}

interface Writing {
  readonly disk: SimDisk;
  readonly lose: () => void;
  readonly process: SimProcess;
}

function writes({ disk, lose, process }: Writing) {
  return {
    write: (...call: [Buffer, Buffer, number, number, number, Done<void>]) => {
      const [handle, bytes, offset, length, position, done] = call;
      const path = handle.toString();
      const isCut = process.meets('SFTP', `write ${path}`);
      const some = bytes.subarray(offset, offset + (isCut ? Math.floor(length / 2) : length));
      const before = disk.file(path)?.bytes.subarray(0, position) ?? Buffer.alloc(0);
      disk.write(path, Buffer.concat([before, some]));
      if (isCut) lose();
      done(undefined);
    },
  };
}

function attributesOf(disk: SimDisk, path: string): Attributes {
  const file = disk.file(path);
  const seconds = file === undefined ? 0 : Math.floor(file.at.getTime() / 1000);
  const size = file?.bytes.length ?? 0;
  return { mode: 0o644, uid: 0, gid: 0, size, atime: seconds, mtime: seconds };
}

function entriesOf(disk: SimDisk, path: string): FileEntryWithStats[] {
  const { files, directories } = disk.list(path);
  const entry = (full: string, isFile: boolean): FileEntryWithStats => {
    const kinds = { isFile: () => isFile, isDirectory: () => !isFile };
    const attrs = Object.assign(attributesOf(disk, full), kinds);
    // Nobody asks whether it is a socket or a device.
    return { filename: posix.basename(full), longname: '', attrs } as unknown as FileEntryWithStats;
  };
  return [...files.map((one) => entry(one, true)), ...directories.map((one) => entry(one, false))];
}
