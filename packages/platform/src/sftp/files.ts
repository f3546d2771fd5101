// Whole files and directories over one connection.

import type { Attributes, FileEntryWithStats } from 'ssh2';
import { isSftpFailure, SftpFailure } from './failure.ts';
import type { SftpSession } from './session.ts';

const PIECE_BYTES = 256 * 1024;

export interface SftpEntry {
  readonly name: string;
  readonly kind: 'FILE' | 'DIRECTORY' | 'OTHER';
  readonly bytes: number;
  readonly modifiedAt: Date;
}

/** The size of a file, or null when nothing has that name. */
export async function sizeOf(session: SftpSession, path: string): Promise<number | null> {
  try {
    const stat = await session.step<Attributes>(`Looking at ${path}`, (sftp, done) => {
      sftp.stat(path, done);
    });
    return stat.size;
  } catch (error) {
    if (isSftpFailure(error, 'NO_SUCH_FILE')) return null;
    throw error;
  }
}

/** Everything in a directory, sorted by name. */
export async function listAll(session: SftpSession, directory: string): Promise<SftpEntry[]> {
  const entries = await session.step<FileEntryWithStats[]>(`Listing ${directory}`, (sftp, done) => {
    sftp.readdir(directory, done);
  });
  return entries
    .filter(({ filename }) => filename !== '.' && filename !== '..')
    .map(({ filename, attrs }): SftpEntry => {
      const kind = attrs.isFile() ? 'FILE' : attrs.isDirectory() ? 'DIRECTORY' : 'OTHER';
      const modifiedAt = new Date(attrs.mtime * 1000);
      return { name: filename, kind, bytes: attrs.size, modifiedAt };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The bytes of a file of at most `bytesMax`. */
export async function readFile(
  session: SftpSession,
  path: string,
  bytesMax: number,
): Promise<Buffer> {
  const handle = await session.step<Buffer>(`Opening ${path}`, (sftp, done) => {
    sftp.open(path, 'r', done);
  });
  const pieces: Buffer[] = [];
  let position = 0;
  for (;;) {
    const piece = Buffer.alloc(PIECE_BYTES);
    const count = await session.step<number>(`Reading ${path}`, (sftp, done) => {
      sftp.read(handle, piece, 0, piece.length, position, (error, read) => done(error, read));
    });
    if (count === 0) break;
    pieces.push(piece.subarray(0, count));
    position += count;
    if (position > bytesMax) {
      throw new SftpFailure('TOO_LARGE', `${path} is longer than ${bytesMax} bytes.`);
    }
  }
  await closeHandle(session, path, handle);
  return Buffer.concat(pieces, position);
}

/** Writes a file of that name, over what is there. */
export async function writeFile(session: SftpSession, path: string, bytes: Buffer): Promise<void> {
  const handle = await session.step<Buffer>(`Opening ${path}`, (sftp, done) => {
    sftp.open(path, 'w', done);
  });
  for (let position = 0; position < bytes.length; position += PIECE_BYTES) {
    const length = Math.min(PIECE_BYTES, bytes.length - position);
    await session.step<void>(`Writing ${path}`, (sftp, done) => {
      sftp.write(handle, bytes, position, length, position, (error) => done(error));
    });
  }
  await closeHandle(session, path, handle);
}

export async function renameFile(session: SftpSession, from: string, to: string): Promise<void> {
  await session.step<void>(`Renaming ${from} to ${to}`, (sftp, done) =>
    sftp.rename(from, to, done),
  );
}

export async function removeFile(session: SftpSession, path: string): Promise<void> {
  await session.step<void>(`Removing ${path}`, (sftp, done) => sftp.unlink(path, done));
}

export async function makeDirectory(session: SftpSession, path: string): Promise<void> {
  await session.step<void>(`Making ${path}`, (sftp, done) => sftp.mkdir(path, done));
}

async function closeHandle(session: SftpSession, path: string, handle: Buffer): Promise<void> {
  await session.step<void>(`Closing ${path}`, (sftp, done) => sftp.close(handle, done));
}
