// The SFTP client of the feeds: files appear whole or not at all, and everything can be done twice.

import { posix } from 'node:path';
import { isSftpFailure, SftpFailure } from './failure.ts';
import * as files from './files.ts';
import { SshSession, type SftpOptions, type SftpSession } from './session.ts';

export type { SftpEntry } from './files.ts';
export type { SftpOptions } from './session.ts';

const READ_BYTES_MAX = 64 * 1024 * 1024;
const TEMPORARY = /^\..*\.tmp$/;

export interface SftpClient {
  /** What is in a directory, by name; not the files that are still being written. */
  readonly list: (directory: string) => Promise<files.SftpEntry[]>;
  /** The bytes of a file; TOO_LARGE above `bytesMax` (64 MB unless said). */
  readonly read: (path: string, bytesMax?: number) => Promise<Buffer>;
  /**
   * Makes a file appear under its name with all its bytes. The same bytes already there are a success; other
   * bytes are ALREADY_EXISTS and stay.
   */
  readonly put: (
    directory: string,
    name: string,
    bytes: Uint8Array,
  ) => Promise<'WRITTEN' | 'ALREADY_THERE'>;
  /** Renames, also to another directory; a taken name is ALREADY_EXISTS. */
  readonly move: (from: string, to: string) => Promise<void>;
  /** Makes the directory and those above it, if they are missing. */
  readonly ensureDirectory: (path: string) => Promise<void>;
  /** Removes a file; one that is not there is no failure. */
  readonly remove: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Connects and logs in. Everything throws SftpFailure with a code. After a connection was lost the client is
 * of no more use, but for a rename whose answer was lost: then it connects again by itself and looks.
 */
export async function connectSftp(options: SftpOptions): Promise<SftpClient> {
  return sftpClientOver(async () => SshSession.open(options));
}

/** The same over sessions of another make. */
export async function sftpClientOver(open: () => Promise<SftpSession>): Promise<SftpClient> {
  const connection = { session: await open() };
  const reconnect = async (): Promise<SftpSession> => {
    connection.session = await open();
    return connection.session;
  };
  return {
    list: async (directory) => {
      const entries = await files.listAll(connection.session, directory);
      return entries.filter((entry) => !TEMPORARY.test(entry.name));
    },
    read: async (path, bytesMax = READ_BYTES_MAX) =>
      files.readFile(connection.session, path, bytesMax),
    put: async (directory, name, bytes) => {
      const upload = { directory, name, bytes: Buffer.from(bytes) };
      return put(connection.session, upload, reconnect);
    },
    move: async (from, to) => move(connection.session, { from, to }, reconnect),
    ensureDirectory: async (path) => ensureDirectory(connection.session, path),
    remove: async (path) => remove(connection.session, path),
    close: async () => connection.session.close(),
  };
}

type Reconnect = () => Promise<SftpSession>;

interface Upload {
  readonly directory: string;
  readonly name: string;
  readonly bytes: Buffer;
}

async function put(
  session: SftpSession,
  upload: Upload,
  reconnect: Reconnect,
): Promise<'WRITTEN' | 'ALREADY_THERE'> {
  const final = posix.join(upload.directory, upload.name);
  const temporary = posix.join(upload.directory, `.${upload.name}.tmp`);
  if (await isThere(session, final, upload.bytes)) return 'ALREADY_THERE';
  await files.writeFile(session, temporary, upload.bytes);
  const written = await files.sizeOf(session, temporary);
  if (written !== upload.bytes.length) {
    const text = `${temporary} has ${written ?? 'no'} bytes after ${upload.bytes.length} were written.`;
    throw new SftpFailure('REFUSED', text);
  }
  try {
    await files.renameFile(session, temporary, final);
    return 'WRITTEN';
  } catch (error) {
    const seer = await lookAgain(session, error, reconnect);
    // Throws ALREADY_EXISTS when somebody else took the name meanwhile.
    if (await isThere(seer, final, upload.bytes)) return 'WRITTEN';
    if (seer === session) throw error;
    // Both names are gone: it was renamed, and whoever reads there has moved it away.
    if ((await files.sizeOf(seer, temporary)) === null) return 'WRITTEN';
    await files.renameFile(seer, temporary, final);
    return 'WRITTEN';
  }
}

/** Whether the file is there with these bytes; ALREADY_EXISTS when it is there with others. */
async function isThere(session: SftpSession, path: string, bytes: Buffer): Promise<boolean> {
  const size = await files.sizeOf(session, path);
  if (size === null) return false;
  if (size === bytes.length && bytes.equals(await files.readFile(session, path, size))) return true;
  throw new SftpFailure('ALREADY_EXISTS', `${path} is already there with other content.`);
}

async function move(
  session: SftpSession,
  names: { readonly from: string; readonly to: string },
  reconnect: Reconnect,
): Promise<void> {
  const { from, to } = names;
  try {
    await files.renameFile(session, from, to);
  } catch (error) {
    const seer = await lookAgain(session, error, reconnect);
    const hasNew = (await files.sizeOf(seer, to)) !== null;
    const hasOld = (await files.sizeOf(seer, from)) !== null;
    if (seer === session) {
      if (hasOld && hasNew)
        throw new SftpFailure('ALREADY_EXISTS', `${to} is already there.`, error);
      throw error;
    }
    if (hasNew && !hasOld) return;
    await move(seer, names, reject);
  }
}

// A second loss in a row is for the caller's next attempt.
async function reject(): Promise<never> {
  throw new SftpFailure('CONNECTION_LOST', 'The connection was lost again.');
}

/** The session to look with: a new one when the answer was lost with the old one. */
async function lookAgain(
  session: SftpSession,
  error: unknown,
  reconnect: Reconnect,
): Promise<SftpSession> {
  return isSftpFailure(error, 'CONNECTION_LOST', 'TIMEOUT') ? reconnect() : session;
}

async function ensureDirectory(session: SftpSession, path: string): Promise<void> {
  if ((await files.sizeOf(session, path)) !== null) return;
  const above = posix.dirname(path);
  if (above !== path && above !== '.') await ensureDirectory(session, above);
  try {
    await files.makeDirectory(session, path);
  } catch (error) {
    // Another client may have made it at the same moment.
    if ((await files.sizeOf(session, path)) === null) throw error;
  }
}

async function remove(session: SftpSession, path: string): Promise<void> {
  try {
    await files.removeFile(session, path);
  } catch (error) {
    if (!isSftpFailure(error, 'NO_SUCH_FILE')) throw error;
  }
}
