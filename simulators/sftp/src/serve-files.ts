// The file operations of SFTP version 3, for one client. They are done with synchronous calls on purpose: what
// looks first and acts then (a rename that must not overwrite) cannot be interrupted by another client.

import * as fs from 'node:fs';
import { join } from 'node:path';
import ssh2, { type SFTPWrapper } from 'ssh2';
import { attributesOf, entryOf } from './attributes.ts';
import { countTransfer, type Faults } from './faults.ts';
import { Handles } from './handles.ts';
import type { Paths } from './paths.ts';

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;
const ENTRIES_PER_ANSWER = 64;
const READ_BYTES_MAX = 256 * 1024;

export interface Served {
  readonly sftp: SFTPWrapper;
  readonly paths: Paths;
  readonly faults: Faults;
  /** Cuts this client's connection, as a broken line would. */
  readonly cut: () => void;
}

/** Answers the client's requests until it goes. */
export function serveFiles(served: Served): Handles {
  const handles = new Handles();
  serveDirectories(served, handles);
  serveTransfers(served, handles);
  serveNames(served);
  serveAttributes(served, handles);
  return handles;
}

function serveDirectories({ sftp, paths }: Served, handles: Handles): void {
  sftp.on('REALPATH', (id, path) => {
    const filename = paths.absolute(path);
    sftp.name(id, [{ filename, longname: filename, attrs: noAttributes }]);
  });
  sftp.on('OPENDIR', (id, path) => {
    answer(sftp, id, () => {
      const folder = paths.target(path);
      const names = fs.readdirSync(folder).sort();
      const rest = names.flatMap((name) => {
        const stat = fs.lstatSync(join(folder, name), { throwIfNoEntry: false });
        return stat === undefined ? [] : [entryOf(name, stat)];
      });
      sftp.handle(id, handles.add({ kind: 'directory', rest }));
    });
  });
  sftp.on('READDIR', (id, handle) => {
    const directory = handles.directory(handle);
    if (directory === null) sftp.status(id, STATUS_CODE.FAILURE, 'No such handle');
    else if (directory.rest.length === 0) sftp.status(id, STATUS_CODE.EOF);
    else sftp.name(id, directory.rest.splice(0, ENTRIES_PER_ANSWER));
  });
  sftp.on('MKDIR', (id, path) => {
    act(sftp, id, () => fs.mkdirSync(paths.entry(path)));
  });
  sftp.on('RMDIR', (id, path) => {
    act(sftp, id, () => fs.rmdirSync(paths.entry(path)));
  });
}

function serveTransfers({ sftp, paths, faults, cut }: Served, handles: Handles): void {
  sftp.on('OPEN', (id, path, flags) => {
    answer(sftp, id, () => {
      const file = paths.entry(path);
      // A link as last name is not followed: it could lead out of the root.
      const descriptor = fs.openSync(file, diskFlags(flags) | fs.constants.O_NOFOLLOW, 0o644);
      const appends = (flags & OPEN_MODE.APPEND) !== 0;
      sftp.handle(id, handles.add({ kind: 'file', descriptor, appends }));
    });
  });
  sftp.on('READ', (...request) => {
    const [id, handle, offset, length] = request;
    answer(sftp, id, () => {
      const file = handles.file(handle);
      if (file === null) return sftp.status(id, STATUS_CODE.FAILURE, 'No such handle');
      const piece = Buffer.alloc(Math.min(length, READ_BYTES_MAX));
      const count = fs.readSync(file.descriptor, piece, 0, piece.length, offset);
      if (count === 0) return sftp.status(id, STATUS_CODE.EOF);
      const { cuts } = countTransfer(faults, count);
      if (cuts) return cut();
      return sftp.data(id, piece.subarray(0, count));
    });
  });
  sftp.on('WRITE', (...request) => {
    const [id, handle, offset, data] = request;
    answer(sftp, id, () => {
      const file = handles.file(handle);
      if (file === null) return sftp.status(id, STATUS_CODE.FAILURE, 'No such handle');
      const { passing, cuts } = countTransfer(faults, data.length);
      const position = file.appends ? null : offset;
      fs.writeSync(file.descriptor, data, 0, passing, position);
      if (cuts) return cut();
      return sftp.status(id, STATUS_CODE.OK);
    });
  });
  sftp.on('CLOSE', (id, handle) => {
    const isClosed = handles.close(handle);
    sftp.status(id, isClosed ? STATUS_CODE.OK : STATUS_CODE.FAILURE);
  });
}

function serveNames({ sftp, paths, faults, cut }: Served): void {
  sftp.on('REMOVE', (id, path) => {
    act(sftp, id, () => fs.unlinkSync(paths.entry(path)));
  });
  sftp.on('RENAME', (id, from, to) => {
    answer(sftp, id, () => {
      const source = paths.entry(from);
      const destination = paths.entry(to);
      fs.lstatSync(source);
      if (fs.lstatSync(destination, { throwIfNoEntry: false }) !== undefined) {
        return sftp.status(id, STATUS_CODE.FAILURE, 'The new name is taken');
      }
      fs.renameSync(source, destination);
      if (!faults.losesNextRenameAnswer) return sftp.status(id, STATUS_CODE.OK);
      faults.losesNextRenameAnswer = false;
      return cut();
    });
  });
  const refuse = (id: number): void => sftp.status(id, STATUS_CODE.OP_UNSUPPORTED);
  sftp.on('SYMLINK', refuse);
  sftp.on('READLINK', refuse);
  sftp.on('EXTENDED', refuse);
}

function serveAttributes({ sftp, paths }: Served, handles: Handles): void {
  sftp.on('STAT', (id, path) => {
    answer(sftp, id, () => sftp.attrs(id, attributesOf(fs.statSync(paths.target(path)))));
  });
  sftp.on('LSTAT', (id, path) => {
    answer(sftp, id, () => sftp.attrs(id, attributesOf(fs.lstatSync(paths.entry(path)))));
  });
  sftp.on('FSTAT', (id, handle) => {
    answer(sftp, id, () => {
      const file = handles.file(handle);
      if (file === null) return sftp.status(id, STATUS_CODE.FAILURE, 'No such handle');
      return sftp.attrs(id, attributesOf(fs.fstatSync(file.descriptor)));
    });
  });
  // Clients set times and modes after a transfer; what they find is what the disk says.
  sftp.on('SETSTAT', (id, path) => {
    act(sftp, id, () => paths.target(path));
  });
  sftp.on('FSETSTAT', (id) => {
    sftp.status(id, STATUS_CODE.OK);
  });
}

const noAttributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

function diskFlags(flags: number): number {
  const { constants } = fs;
  const isRead = (flags & OPEN_MODE.READ) !== 0;
  const isWrite = (flags & OPEN_MODE.WRITE) !== 0;
  let disk = isWrite ? (isRead ? constants.O_RDWR : constants.O_WRONLY) : constants.O_RDONLY;
  if (flags & OPEN_MODE.APPEND) disk |= constants.O_APPEND;
  if (flags & OPEN_MODE.CREAT) disk |= constants.O_CREAT;
  if (flags & OPEN_MODE.TRUNC) disk |= constants.O_TRUNC;
  if (flags & OPEN_MODE.EXCL) disk |= constants.O_EXCL;
  return disk;
}

function act(sftp: SFTPWrapper, id: number, work: () => unknown): void {
  answer(sftp, id, () => {
    work();
    sftp.status(id, STATUS_CODE.OK);
  });
}

function answer(sftp: SFTPWrapper, id: number, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    sftp.status(id, statusOf(code), error instanceof Error ? plain(error) : undefined);
  }
}

function statusOf(code: unknown): number {
  if (code === 'ENOENT' || code === 'ENOTDIR') return STATUS_CODE.NO_SUCH_FILE;
  if (code === 'EACCES' || code === 'EPERM' || code === 'ELOOP')
    return STATUS_CODE.PERMISSION_DENIED;
  return STATUS_CODE.FAILURE;
}

// Without the path on our disk.
function plain(error: Error): string {
  return error.message.split(/, \w+ '/)[0] ?? 'Failure';
}
