// Written files are put where NetSuite reads them. The put may be repeated any number of times (same name,
// same bytes), so a crash between it and its note in the database does no harm.

import { beginFiles, markHandedOver, raiseProblem, resolveProblem } from '@sendsale/oms';
import { isSftpFailure } from '@sendsale/platform/sftp';
import type { SftpClient } from '@sendsale/platform/sftp';
import type { FileToHandOver } from '@sendsale/store/read';
import { filesToHandOver } from '@sendsale/store/read';
import type { FileExchange, NetSuiteContext } from '../context.ts';
import { filePlaces } from './file-places.ts';
import { withServer } from './with-server.ts';
import type { ServerRun } from './with-server.ts';

const FILES_PER_RUN = 100;

export interface HandOver {
  readonly handedOver: number;
  /** Files whose name is taken by other bytes. */
  readonly conflicts: number;
  readonly isFull: boolean;
}

/** Hands over what is written, oldest first. Does not connect when there is nothing. */
export async function handOverFiles(
  context: NetSuiteContext,
  files: FileExchange,
): Promise<ServerRun<HandOver>> {
  const waiting = await filesToHandOver(context.database, { limit: FILES_PER_RUN });
  if (waiting.length === 0) {
    return { isReached: true, value: { handedOver: 0, conflicts: 0, isFull: false } };
  }
  return withServer(context, files, async (server) => {
    const base = files.baseDirectory;
    // A file an earlier try may have got there could have been read since: NetSuite would read it twice.
    const places = await filePlaces(
      server,
      base,
      waiting.filter((file) => file.wasBegun),
    );
    const fileIds = waiting.map((file) => file.fileId);
    await beginFiles(context.database, { fileIds, at: context.clock.now() });
    let handedOver = 0;
    for (const file of waiting) {
      const place = places.get(`${file.directory}/${file.name}`) ?? 'NOWHERE';
      const isTaken = place !== 'NOWHERE' && place !== 'INBOX';
      if (await handOver(context, { server, file, base, isTaken })) handedOver += 1;
    }
    const conflicts = waiting.length - handedOver;
    return { handedOver, conflicts, isFull: waiting.length === FILES_PER_RUN };
  });
}

interface OneFile {
  readonly server: SftpClient;
  readonly file: FileToHandOver;
  readonly base: string;
  /** NetSuite has moved it away already: it is there. */
  readonly isTaken: boolean;
}

async function handOver(context: NetSuiteContext, one: OneFile): Promise<boolean> {
  const { database, clock } = context;
  const { file } = one;
  const code = 'SFTP_FILE_CONFLICT';
  const subject = `${file.directory}/${file.name}`;
  try {
    if (!one.isTaken) await putFile(one);
  } catch (error) {
    if (!isSftpFailure(error, 'ALREADY_EXISTS')) throw error;
    await raiseProblem(database, {
      code,
      subject,
      detail: { fileId: file.fileId },
      at: clock.now(),
    });
    return false;
  }
  const at = clock.now();
  await markHandedOver(database, { fileId: file.fileId, at });
  await resolveProblem(database, { code, subject, resolution: 'The file was handed over.', at });
  return true;
}

// The directory is there on every run but the first.
async function putFile({ server, file, base }: OneFile): Promise<void> {
  const directory = `${base}/${file.directory}`;
  try {
    await server.put(directory, file.name, file.content);
  } catch (error) {
    if (!isSftpFailure(error, 'NO_SUCH_FILE')) throw error;
    await server.ensureDirectory(directory);
    await server.put(directory, file.name, file.content);
  }
}
