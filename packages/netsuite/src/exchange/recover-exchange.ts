// After a backup was restored, the file server still has what was exchanged since: our own files tell the numbers
// we gave, NetSuite's files its answers. Both are read again before anything else happens.

import { receiveFile, rememberNumbers } from '@sendsale/oms';
import type { RememberNumbersOptions } from '@sendsale/oms';
import { isSftpFailure } from '@sendsale/platform/sftp';
import type { SftpClient, SftpEntry } from '@sendsale/platform/sftp';
import type { FileExchange, NetSuiteContext } from '../context.ts';
import { ARCHIVE, EXPORT_DIRECTORIES, PROCESSING, siblingDirectory } from '../contract/index.ts';
import { IMPORT_FEEDS } from '../feeds/import-catalogue.ts';
import { sentRecords } from './sent-records.ts';
import type { SentRecord } from './sent-records.ts';

export interface Recovered {
  /** Orders and customers that will get the number again they had. */
  readonly numbers: number;
  /** Files of NetSuite that are read again. */
  readonly files: number;
}

/** @param options.since the instant of the backup, and some time before it for clocks that differ */
export async function recoverExchange(
  context: NetSuiteContext,
  files: FileExchange,
  options: { readonly since: Date },
): Promise<Recovered> {
  const server = await files.connect();
  try {
    const place = { server, base: files.baseDirectory, since: options.since };
    const sent = await readSent(place);
    const { remembered } = await rememberNumbers(context.database, numbersOf(sent));
    return { numbers: remembered, files: await receiveArchived(context, place) };
  } finally {
    await server.close();
  }
}

interface Place {
  readonly server: SftpClient;
  readonly base: string;
  readonly since: Date;
}

async function readSent(place: Place): Promise<SentRecord[]> {
  const records: SentRecord[] = [];
  for (const directory of new Set(Object.values(EXPORT_DIRECTORIES))) {
    const folders = [
      directory,
      ...[PROCESSING, ARCHIVE].map((one) => siblingDirectory(directory, one)),
    ];
    for (const folder of folders) {
      for (const { name } of await youngFiles(place, folder)) {
        const content = await place.server.read(`${place.base}/${folder}/${name}`);
        records.push(...sentRecords(content.toString('utf8')));
      }
    }
  }
  return records;
}

const KINDS: Readonly<Record<string, 'ORDER' | 'CUSTOMER'>> = {
  'sales-order': 'ORDER',
  'cash-sale': 'ORDER',
  customer: 'CUSTOMER',
};

// The subject of a posting is the order's number with its kind behind a dash; so is its external id.
function numbersOf(records: readonly SentRecord[]): RememberNumbersOptions {
  const numbers = new Map<string, RememberNumbersOptions['numbers'][number]>();
  const highest: Record<string, number> = {};
  for (const { rowId, externalId } of records) {
    const { feed, subject } = rowId;
    const id = subject.split(/[-.]/)[0] ?? subject;
    const [, letter, digits] = /^([MCSRV])(\d+)$/.exec(id) ?? [];
    if (letter === undefined || digits === undefined) continue;
    highest[letter] = Math.max(highest[letter] ?? 0, Number(digits));
    const kind = KINDS[feed];
    const shopifyId = externalId?.split('-')[0];
    if (kind !== undefined && shopifyId !== undefined) numbers.set(id, { kind, shopifyId, id });
  }
  return { numbers: [...numbers.values()], highest };
}

/** Files that were read and put away after the backup; those it knows are known by name and bytes. */
async function receiveArchived(
  { database, clock }: NetSuiteContext,
  place: Place,
): Promise<number> {
  let received = 0;
  for (const feed of IMPORT_FEEDS) {
    const { directory } = feed;
    const folder = `${directory}/${ARCHIVE}`;
    for (const { name } of (await youngFiles(place, folder)).filter((one) =>
      feed.matches(one.name),
    )) {
      const content = await place.server.read(`${place.base}/${folder}/${name}`);
      const file = { feed: feed.name, directory, name, content, at: clock.now() };
      if ((await receiveFile(database, file)).isNew) received += 1;
    }
  }
  return received;
}

async function youngFiles({ server, base, since }: Place, folder: string): Promise<SftpEntry[]> {
  try {
    const entries = await server.list(`${base}/${folder}`);
    return entries
      .filter((entry) => entry.kind === 'FILE' && entry.modifiedAt >= since)
      .sort((a, b) => a.modifiedAt.getTime() - b.modifiedAt.getTime());
  } catch (error) {
    if (isSftpFailure(error, 'NO_SUCH_FILE')) return [];
    throw error;
  }
}
