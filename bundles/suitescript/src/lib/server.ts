// The SFTP server as our scripts see it: whole files, handed over by a rename, directories made where
// they are missing. All paths are relative to the base directory of the settings.

import * as file from 'N/file';
import * as sftp from 'N/sftp';
import { errorText, Refusal } from './script-error.ts';
import { readSftpSettings } from './sftp-settings.ts';

export interface Server {
  /** Names of the files of a directory, oldest first; none when there is no such directory. */
  readonly list: (directory: string) => string[];
  readonly read: (directory: string, name: string) => string;
  /**
   * Writes a whole file: uploaded under a temporary name, then renamed. `nameOf` is asked for another
   * name when one is taken. @returns the name the file got.
   */
  readonly write: (directory: string, nameOf: (attempt: number) => string, text: string) => string;
  /** @throws when `from` is gone or `to` is taken. */
  readonly move: (from: string, to: string) => void;
  /** Makes a directory and its parents; those that are there are left alone. */
  readonly ensureDirectory: (directory: string) => void;
  /** As ensureDirectory, for a list with parents before children: one call a directory. */
  readonly makeTree: (directories: readonly string[]) => void;
}

/** Seconds; NetSuite's own maximum. */
const CONNECT_TIMEOUT_S = 20;
const NAMES_TRIED = 5;

/** @throws Refusal when the settings are not usable, else what N/sftp says. */
export function connectServer(): Server {
  const settings = readSftpSettings();
  const connection = sftp.createConnection({
    url: settings.host,
    port: settings.port,
    username: settings.user,
    secret: settings.secret,
    hostKey: settings.hostKey,
    directory: settings.directory,
    timeout: CONNECT_TIMEOUT_S,
  });
  const ensureDirectory = (directory: string): void => {
    makeDirectories(connection, directory);
  };
  const move = (from: string, to: string): void => {
    connection.move({ from, to });
  };
  return {
    list: (directory) => listFiles(connection, directory),
    read: (directory, name) => connection.download({ directory, filename: name }).getContents(),
    write: (directory, nameOf, text) => writeFile(connection, { directory, nameOf, text }),
    move,
    ensureDirectory,
    makeTree: (directories) => {
      for (const directory of directories) makeDirectory(connection, directory);
    },
  };
}

const NO_SUCH_DIRECTORY =
  /FTP_DIRECTORY_NOT_FOUND|FTP_NO_SUCH_FILE_OR_DIRECTORY|FTP_INVALID_DIRECTORY|REMOTE_PATH/;

function listFiles(connection: sftp.Connection, directory: string): string[] {
  try {
    return connection
      .list({ path: directory, sort: sftp.Sort.DATE })
      .filter((entry) => !entry.directory && isWholeFile(entry.name))
      .map((entry) => entry.name);
  } catch (error) {
    if (NO_SUCH_DIRECTORY.test(errorText(error).code)) return [];
    throw error;
  }
}

/** Names that begin with a dot or end with .tmp belong to somebody who is still writing. */
function isWholeFile(name: string): boolean {
  return !name.startsWith('.') && !name.endsWith('.tmp');
}

interface FileToWrite {
  readonly directory: string;
  readonly nameOf: (attempt: number) => string;
  readonly text: string;
}

function writeFile(connection: sftp.Connection, toWrite: FileToWrite): string {
  const temporary = `.${toWrite.nameOf(1)}.tmp`;
  uploadTo(connection, toWrite, temporary);
  for (let attempt = 1; ; attempt += 1) {
    const name = toWrite.nameOf(attempt);
    try {
      connection.move({
        from: `${toWrite.directory}/${temporary}`,
        to: `${toWrite.directory}/${name}`,
      });
      return name;
    } catch (error) {
      if (attempt === NAMES_TRIED) throw error;
    }
  }
}

function uploadTo(connection: sftp.Connection, toWrite: FileToWrite, name: string): void {
  const { directory } = toWrite;
  const contents = file.create({ name, fileType: file.Type.PLAINTEXT, contents: toWrite.text });
  const upload = (): void => {
    connection.upload({ directory, filename: name, file: contents, replaceExisting: true });
  };
  try {
    upload();
  } catch (error) {
    if (!NO_SUCH_DIRECTORY.test(errorText(error).code)) throw error;
    makeDirectories(connection, directory);
    upload();
  }
}

function makeDirectories(connection: sftp.Connection, directory: string): void {
  const parts = directory.split('/').filter((part) => part !== '');
  for (const [index] of parts.entries()) {
    makeDirectory(connection, parts.slice(0, index + 1).join('/'));
  }
}

/** Servers answer differently when a directory is there already; listing it tells. */
function makeDirectory(connection: sftp.Connection, path: string): void {
  try {
    connection.makeDirectory({ path });
  } catch (error) {
    assertDirectory(connection, path, error);
  }
}

function assertDirectory(connection: sftp.Connection, path: string, failure: unknown): void {
  try {
    connection.list({ path, sort: sftp.Sort.NAME });
  } catch {
    const { code, message } = errorText(failure);
    throw new Refusal(code, `The directory ${path} could not be made: ${message}`);
  }
}
