// Files from NetSuite are kept byte for byte and moved to `archive/` beside where they lay, before anything
// reads them. A crash at any point leaves the file where the next run finds it.

import { raiseProblem, receiveFile, resolveProblem } from '@sendsale/oms';
import { isSftpFailure } from '@sendsale/platform/sftp';
import type { SftpClient, SftpEntry } from '@sendsale/platform/sftp';
import { openProblemAtFile } from '@sendsale/store/read';
import type { FileExchange, NetSuiteContext } from '../context.ts';
import { ARCHIVE } from '../contract/index.ts';
import type { ImportFeed } from '../feeds/import-feed.ts';
import { looksComplete } from './looks-complete.ts';

const FILES_PER_RUN = 500;
/** NetSuite's scripts cannot write a file of more than 10 MB; a list of stock in parts stays below. */
const BYTES_MAX = 50_000_000;
/** An incomplete file that does not grow for so long will not be completed any more. */
const UNFINISHED_MS = 60_000;
/** Names in transit: temporary ones of either side. */
const IN_TRANSIT = /^\.|\.(?:tmp|part|filepart)$/i;

interface Inbox {
  readonly server: SftpClient;
  readonly directory: string;
  readonly path: string;
  readonly feeds: readonly ImportFeed[];
}

/** Fetches what lies in the directories of the feeds, oldest first. @returns how many files are new */
export async function fetchFiles(
  context: NetSuiteContext,
  from: { readonly server: SftpClient; readonly files: FileExchange },
  feeds: readonly ImportFeed[],
): Promise<number> {
  let fetched = 0;
  for (const directory of new Set(feeds.map((feed) => feed.directory))) {
    const inbox: Inbox = {
      server: from.server,
      directory,
      path: `${from.files.baseDirectory}/${directory}`,
      feeds: feeds.filter((feed) => feed.directory === directory),
    };
    for (const entry of await listInbox(inbox)) {
      if (fetched === FILES_PER_RUN) return fetched;
      if (await fetchFile(context, inbox, entry)) fetched += 1;
    }
  }
  return fetched;
}

async function listInbox({ server, path }: Inbox): Promise<SftpEntry[]> {
  try {
    const entries = await server.list(path);
    return entries
      .filter((entry) => entry.kind === 'FILE' && !IN_TRANSIT.test(entry.name))
      .sort(byAge);
  } catch (error) {
    // A directory nobody has made yet is an empty one.
    if (isSftpFailure(error, 'NO_SUCH_FILE')) return [];
    throw error;
  }
}

function byAge(a: SftpEntry, b: SftpEntry): number {
  const difference = a.modifiedAt.getTime() - b.modifiedAt.getTime();
  if (difference !== 0) return difference;
  return a.name < b.name ? -1 : 1;
}

async function fetchFile(
  context: NetSuiteContext,
  inbox: Inbox,
  entry: SftpEntry,
): Promise<boolean> {
  const { database, clock } = context;
  const { directory, path, server } = inbox;
  const feed = inbox.feeds.find((one) => one.matches(entry.name));
  if (feed === undefined) return reportStranger(context, `${directory}/${entry.name}`);
  if (entry.bytes > BYTES_MAX) return reportStranger(context, `${directory}/${entry.name}`);
  const content = await readUnlessGone(server, `${path}/${entry.name}`);
  if (content === null) return false;
  if (!(await isFinished(context, { subject: `${directory}/${entry.name}`, entry, content }))) {
    return false;
  }
  const { name } = entry;
  const received = await receiveFile(database, {
    feed: feed.name,
    directory,
    name,
    content,
    at: clock.now(),
  });
  await archive(server, { path, name, fileId: received.fileId });
  return received.isNew;
}

async function reportStranger(context: NetSuiteContext, subject: string): Promise<boolean> {
  const message = `No feed reads a file of this name or size; it was left where it is: ${subject}`;
  const at = context.clock.now();
  await raiseProblem(context.database, { code: 'FEED_FILE_MALFORMED', subject, message, at });
  return false;
}

// Another run may have moved it in the meantime.
async function readUnlessGone(server: SftpClient, path: string): Promise<Uint8Array | null> {
  try {
    return await server.read(path);
  } catch (error) {
    if (isSftpFailure(error, 'NO_SUCH_FILE')) return null;
    throw error;
  }
}

interface Sighting {
  readonly subject: string;
  readonly entry: SftpEntry;
  readonly content: Uint8Array;
}

/**
 * The published scripts write in place, so a file may be seen half-written. One that looks cut off is left
 * alone, with a problem, until it looks complete or has not grown for a minute.
 */
async function isFinished(context: NetSuiteContext, seen: Sighting): Promise<boolean> {
  const { database, clock } = context;
  const { subject, entry, content } = seen;
  const at = clock.now();
  const code = 'FEED_FILE_MALFORMED';
  const before = await openProblemAtFile(database, { code, subject });
  if (content.length === entry.bytes && looksComplete(entry.name, content)) {
    const resolution = 'The file is complete now.';
    if (before !== undefined) await resolveProblem(database, { code, subject, resolution, at });
    return true;
  }
  const hasGrown = before?.detail['size'] !== content.length;
  if (before !== undefined && !hasGrown) {
    return at.getTime() - before.firstSeenAt.getTime() >= UNFINISHED_MS;
  }
  // The detail of an open problem stays as it was first seen; a grown file is a new sighting.
  const resolution = 'The file has grown.';
  if (before !== undefined) await resolveProblem(database, { code, subject, resolution, at });
  const message = 'The file looks cut off; it may still be on its way.';
  await raiseProblem(database, { code, subject, message, detail: { size: content.length }, at });
  return false;
}

/** Moves it out of the inbox; a name that is taken there gets the number of our copy. */
async function archive(
  server: SftpClient,
  file: { readonly path: string; readonly name: string; readonly fileId: number },
): Promise<void> {
  const { path, name, fileId } = file;
  const target = `${path}/${ARCHIVE}`;
  try {
    await moveInto(server, { path, name, target, as: name });
  } catch (error) {
    if (!isSftpFailure(error, 'ALREADY_EXISTS')) throw error;
    await moveInto(server, { path, name, target, as: `${fileId}-${name}` });
  }
}

interface Move {
  readonly path: string;
  readonly name: string;
  readonly target: string;
  readonly as: string;
}

async function moveInto(server: SftpClient, { path, name, target, as }: Move): Promise<void> {
  try {
    await server.move(`${path}/${name}`, `${target}/${as}`);
  } catch (error) {
    if (!isSftpFailure(error, 'NO_SUCH_FILE')) throw error;
    // Either the archive is missing, or another run has moved the file.
    await server.ensureDirectory(target);
    const names = await server.list(path);
    if (names.some((entry) => entry.name === name)) {
      await server.move(`${path}/${name}`, `${target}/${as}`);
    }
  }
}
