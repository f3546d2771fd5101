// The Connection object of N/sftp. Every path is relative to the connection's directory, with or without a slash in front.

import { posix } from 'node:path';
import { refuse } from '../../account/failure.ts';
import { LARGEST_FILE } from '../../sftp/protocol.ts';
import type { SftpEntry, SftpOperation, SftpTarget, SftpValue } from '../../sftp/protocol.ts';
import type { Invocation } from '../invocation.ts';
import { readOptions } from '../options.ts';
import type { Options } from '../options.ts';
import type { RealmClass } from '../realm.ts';
import { fileClass, sizeOf } from './file-object.ts';
import type { FileState } from './file-object.ts';
import { fileTypeOf, isTextType } from './file-types.ts';
import { checkSftpFaults } from './sftp-faults.ts';

export interface ConnectionState {
  readonly target: SftpTarget;
  readonly directory: string;
}

export const SFTP_SORTS = ['DATE', 'DATE_DESC', 'SIZE', 'SIZE_DESC', 'NAME', 'NAME_DESC'] as const;

const LONGEST_TRANSFER = 300;
const LIST_TIMEOUT_MS = 60_000;

export function sftpConnectionClass(invocation: Invocation): RealmClass<ConnectionState> {
  const { realm } = invocation;
  return realm.defineClass<ConnectionState>({
    name: 'Connection',
    methods: {
      list: (connection, args) => list(invocation, connection, args),
      download: (connection, args) => download(invocation, connection, args),
      upload: (connection, args) => {
        upload(invocation, connection, args);
      },
      move: (connection, args) => {
        const options = readOptions('Connection.move', args, ['from', 'to']);
        const from = at(connection, options.requiredText('from'));
        const to = at(connection, options.requiredText('to'));
        call({ invocation, connection, name: 'move' }, { kind: 'move', from, to });
      },
      makeDirectory: onPath(invocation, 'makeDirectory'),
      removeDirectory: onPath(invocation, 'removeDirectory'),
      removeFile: onPath(invocation, 'removeFile'),
      toString: () => 'sftp.Connection',
    },
    properties: {
      MAX_FILE_SIZE: { get: () => LARGEST_FILE },
      MAX_TRANSFER_TIMEOUT: { get: () => LONGEST_TRANSFER },
      MIN_TRANSFER_TIMEOUT: { get: () => 1 },
    },
  });
}

type Method = (connection: ConnectionState, args: readonly unknown[]) => void;

function onPath(
  invocation: Invocation,
  kind: 'makeDirectory' | 'removeDirectory' | 'removeFile',
): Method {
  return (connection, args) => {
    const path = readOptions(`Connection.${kind}`, args, ['path']).requiredText('path');
    call({ invocation, connection, name: kind }, { kind, path: at(connection, path) });
  };
}

interface Caller {
  readonly invocation: Invocation;
  readonly connection: ConnectionState;
  readonly name: string;
  readonly timeoutMs?: number;
}

const UNITS: Readonly<Record<string, number>> = { download: 100, upload: 100 };

function call(caller: Caller, operation: SftpOperation): SftpValue {
  const { invocation, connection, name } = caller;
  invocation.charge(`sftp.${name}`, UNITS[name] ?? 10);
  checkSftpFaults(invocation, connection.target);
  return invocation.host.sftp.call(
    connection.target,
    operation,
    caller.timeoutMs ?? LIST_TIMEOUT_MS,
  );
}

function at({ directory }: ConnectionState, path: string): string {
  return posix.join(directory, path.replace(/^\/+/, ''));
}

function list(
  invocation: Invocation,
  connection: ConnectionState,
  args: readonly unknown[],
): unknown {
  const options = readOptions('Connection.list', args, ['path', 'sort']);
  const sort = options.text('sort', 'NAME');
  if (!SFTP_SORTS.some((known) => known === sort))
    refuse('SSS_INVALID_TYPE_ARG', `Connection.list: ${sort} is no sftp.Sort.`);
  const path = at(connection, options.text('path', ''));
  const value = call({ invocation, connection, name: 'list' }, { kind: 'list', path });
  const entries: SftpEntry[] = Array.isArray(value) ? [...(value as readonly SftpEntry[])] : [];
  const isDescending = sort.endsWith('_DESC');
  const order = comparison(sort.replace('_DESC', ''));
  return entries
    .toSorted(
      (one, other) =>
        (isDescending ? -1 : 1) * order(one, other) || compareText(one.name, other.name),
    )
    .map((entry) => ({
      ...entry,
      lastModified: invocation.host.calendar.formatDateTime(entry.lastModified),
    }));
}

function comparison(sort: string): (one: SftpEntry, other: SftpEntry) => number {
  if (sort === 'SIZE') return (one, other) => one.size - other.size;
  if (sort === 'DATE')
    return (one, other) => one.lastModified.getTime() - other.lastModified.getTime();
  return (one, other) => compareText(one.name, other.name);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function transferTimeoutMs(options: Options): number {
  const seconds = Number(options.text('timeout', String(LONGEST_TRANSFER)));
  if (!(seconds >= 1 && seconds <= LONGEST_TRANSFER)) {
    refuse(
      'FTP_INVALID_TRANSFER_TIMEOUT',
      `The transfer timeout is 1 to ${LONGEST_TRANSFER} seconds.`,
    );
  }
  return seconds * 1_000;
}

function download(
  invocation: Invocation,
  connection: ConnectionState,
  args: readonly unknown[],
): object {
  const options = readOptions('Connection.download', args, ['filename', 'directory']);
  const name = options.requiredText('filename');
  const path = at(connection, posix.join(options.text('directory', ''), name));
  const timeoutMs = transferTimeoutMs(options);
  const value = call(
    { invocation, connection, name: 'download', timeoutMs },
    { kind: 'download', path },
  );
  const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.alloc(0);
  const fileType = fileTypeOf(name);
  return fileClass(invocation).create({
    id: null,
    name,
    fileType,
    content: bytes.toString(isTextType(fileType) ? 'utf8' : 'base64'),
    folder: '',
    encoding: 'UTF-8',
    description: '',
    isOnline: false,
    isInactive: false,
    use: 'none',
  });
}

function upload(
  invocation: Invocation,
  connection: ConnectionState,
  args: readonly unknown[],
): void {
  const options = readOptions('Connection.upload', args, ['file', 'filename', 'directory']);
  const file = fileClass(invocation).stateOf(options.required('file'));
  if (file === null) refuse('SSS_INVALID_TYPE_ARG', 'Connection.upload: file must be a file.File.');
  if (sizeOf(file) > LARGEST_FILE) {
    refuse('FTP_MAXIMUM_FILE_SIZE_EXCEEDED', `${file.name} is larger than ${LARGEST_FILE} bytes.`);
  }
  const path = at(
    connection,
    posix.join(options.text('directory', ''), options.text('filename', '') || file.name),
  );
  const timeoutMs = transferTimeoutMs(options);
  const replaceExisting = options.flag('replaceExisting', false);
  call(
    { invocation, connection, name: 'upload', timeoutMs },
    { kind: 'upload', path, bytes: bytesOf(file), replaceExisting },
  );
}

function bytesOf(file: FileState): Uint8Array {
  return Buffer.from(file.content, isTextType(file.fileType) ? 'utf8' : 'base64');
}
