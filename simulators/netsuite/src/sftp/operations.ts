// What N/sftp does on a connection, over the SFTP protocol.

import type { FileEntryWithStats, SFTPWrapper } from 'ssh2';
import { SftpFailure, operationFailure } from './failures.ts';
import { LARGEST_FILE } from './protocol.ts';
import type { SftpEntry, SftpOperation, SftpValue } from './protocol.ts';

/** Runs one operation. @throws SftpFailure */
export async function runOperation(
  sftp: SFTPWrapper,
  operation: SftpOperation,
): Promise<SftpValue> {
  try {
    switch (operation.kind) {
      case 'open':
        return await openDirectory(sftp, operation.directory);
      case 'list':
        return await list(sftp, operation.path);
      case 'download':
        return await download(sftp, operation.path);
      case 'upload':
        return await upload(sftp, operation);
      case 'move':
        return await move(sftp, operation.from, operation.to);
      case 'makeDirectory':
        return await makeDirectory(sftp, operation.path);
      case 'removeDirectory':
        return await removeDirectory(sftp, operation.path);
      case 'removeFile':
        return await done((callback) => sftp.unlink(operation.path, callback));
    }
  } catch (error) {
    throw operationFailure(error, pathOf(operation));
  }
}

function pathOf(operation: SftpOperation): string {
  if (operation.kind === 'open') return operation.directory;
  return operation.kind === 'move' ? operation.from : operation.path;
}

type Callback = (error: Error | null | undefined) => void;

async function done(start: (callback: Callback) => unknown): Promise<null> {
  return new Promise((resolve, reject) => {
    start((error) => {
      if (error === null || error === undefined) resolve(null);
      else reject(error);
    });
  });
}

type Kind = 'file' | 'directory' | null;

async function kindAt(sftp: SFTPWrapper, path: string): Promise<Kind> {
  return new Promise((resolve) => {
    sftp.stat(path, (error, stats) => {
      resolve(
        error === undefined || error === null ? (stats.isDirectory() ? 'directory' : 'file') : null,
      );
    });
  });
}

// Of what cannot be told 0: the operation itself says what is wrong.
async function sizeAt(sftp: SFTPWrapper, path: string): Promise<number> {
  return new Promise((resolve) => {
    sftp.stat(path, (error, stats) => {
      resolve(error === undefined || error === null ? stats.size : 0);
    });
  });
}

async function openDirectory(sftp: SFTPWrapper, directory: string): Promise<null> {
  if ((await kindAt(sftp, directory)) === 'directory') return null;
  throw new SftpFailure(
    'FTP_INVALID_DIRECTORY',
    `The directory ${directory} does not exist on the remote server.`,
  );
}

// A pattern in the last part of the path selects among the entries of what stands before it.
async function list(sftp: SFTPWrapper, path: string): Promise<readonly SftpEntry[]> {
  const { directory, matches } = splitPattern(path);
  const entries = await new Promise<FileEntryWithStats[]>((resolve, reject) => {
    sftp.readdir(directory, (error, found) => {
      if (error === undefined || error === null) resolve(found);
      else reject(error);
    });
  });
  return entries
    .filter(({ filename }) => filename !== '.' && filename !== '..' && matches(filename))
    .map(({ filename, attrs }) => ({
      name: filename,
      directory: attrs.isDirectory(),
      size: attrs.size,
      lastModified: new Date(attrs.mtime * 1_000),
    }));
}

function splitPattern(path: string): { directory: string; matches: (name: string) => boolean } {
  const match = /^(.*\/)?([^/]*[*?][^/]*)$/.exec(path);
  if (match === null) return { directory: path, matches: () => true };
  const escaped = (match[2] ?? '').replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
  return { directory: match[1] ?? '.', matches: (name) => pattern.test(name) };
}

async function download(sftp: SFTPWrapper, path: string): Promise<Uint8Array> {
  if ((await sizeAt(sftp, path)) > LARGEST_FILE)
    throw new SftpFailure(
      'FTP_MAXIMUM_FILE_SIZE_EXCEEDED',
      `${path} is larger than ${LARGEST_FILE} bytes.`,
    );
  return new Promise((resolve, reject) => {
    sftp.readFile(path, (error, bytes) => {
      if (error === undefined || error === null) resolve(bytes);
      else reject(error);
    });
  });
}

type Upload = Extract<SftpOperation, { readonly kind: 'upload' }>;

async function upload(sftp: SFTPWrapper, { path, bytes, replaceExisting }: Upload): Promise<null> {
  if (!replaceExisting && (await kindAt(sftp, path)) !== null) {
    throw new SftpFailure(
      'FTP_FILE_ALREADY_EXISTS',
      `${path} exists already and replaceExisting is false.`,
    );
  }
  return done((callback) => {
    sftp.writeFile(path, Buffer.from(bytes), { flag: replaceExisting ? 'w' : 'wx' }, callback);
  });
}

async function move(sftp: SFTPWrapper, from: string, to: string): Promise<null> {
  if ((await kindAt(sftp, to)) !== null) {
    throw new SftpFailure('FTP_INVALID_MOVE', `${from} cannot be moved: ${to} exists already.`);
  }
  return done((callback) => sftp.rename(from, to, callback));
}

async function makeDirectory(sftp: SFTPWrapper, path: string): Promise<null> {
  if ((await kindAt(sftp, path)) !== null) {
    throw new SftpFailure('FTP_FILE_ALREADY_EXISTS', `${path} exists already.`);
  }
  return done((callback) => sftp.mkdir(path, callback));
}

async function removeDirectory(sftp: SFTPWrapper, path: string): Promise<null> {
  if ((await kindAt(sftp, path)) !== 'directory') {
    throw new SftpFailure('FTP_DIRECTORY_NOT_FOUND', `${path} is no directory.`);
  }
  if ((await list(sftp, path)).length > 0) {
    throw new SftpFailure('FTP_DIRECTORY_NOT_EMPTY', `${path} is not empty.`);
  }
  return done((callback) => sftp.rmdir(path, callback));
}
