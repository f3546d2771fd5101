// Where files of ours lie on the server by now: NetSuite's scripts move a file they work on to `processing/`, one
// they have read to `archive/`, and one they cannot read to `failed/`.

import type { FilePlace } from '@sendsale/domain';
import { isSftpFailure } from '@sendsale/platform/sftp';
import type { SftpClient } from '@sendsale/platform/sftp';
import { ARCHIVE, FAILED, PROCESSING, siblingDirectory } from '../contract/index.ts';

export interface SoughtFile {
  readonly directory: string;
  readonly name: string;
}

/** The marks our bundle appends to the name of a file it works on. */
const WORKED_ON = /~task=[^~]*~settled=\d+$/;

/** `<directory>/<name>` → its place; each directory is listed once. */
export async function filePlaces(
  server: SftpClient,
  base: string,
  sought: readonly SoughtFile[],
): Promise<ReadonlyMap<string, FilePlace>> {
  const places = new Map<string, FilePlace>();
  for (const directory of new Set(sought.map((file) => file.directory))) {
    const folders = [
      ['INBOX', directory],
      ['PROCESSING', siblingDirectory(directory, PROCESSING)],
      ['FAILED', siblingDirectory(directory, FAILED)],
      ['ARCHIVE', siblingDirectory(directory, ARCHIVE)],
    ] as const;
    // Listed in the order files move, and the last place counts: one that moves meanwhile is still found.
    const found = new Map<string, FilePlace>();
    for (const [place, folder] of folders) {
      const names = await namesIn(server, `${base}/${folder}`);
      for (const name of names) found.set(name.replace(WORKED_ON, ''), place);
    }
    for (const { name } of sought.filter((file) => file.directory === directory)) {
      places.set(`${directory}/${name}`, found.get(name) ?? 'NOWHERE');
    }
  }
  return places;
}

async function namesIn(server: SftpClient, path: string): Promise<string[]> {
  try {
    return (await server.list(path)).map((entry) => entry.name);
  } catch (error) {
    // A directory nobody has made yet is an empty one.
    if (isSftpFailure(error, 'NO_SUCH_FILE')) return [];
    throw error;
  }
}
