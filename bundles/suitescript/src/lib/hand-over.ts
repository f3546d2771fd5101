// A file's way through a feed's directories: inbox, `processing/` while it is worked on, `archive/` when
// its last record is answered, `failed/` when it could not be read at all.

import {
  ARCHIVE,
  FAILED,
  fileTimeMs,
  PROCESSING,
  siblingDirectory,
} from '@sendsale/netsuite/contract';
import { enoughUnits } from './governance.ts';
import { errorText } from './script-error.ts';
import type { Server } from './server.ts';
import { markedName, parseWorkFileName, workFileName, type WorkFile } from './work-file.ts';

export interface Inbox {
  readonly directory: string;
  /** Whether a file of the directory is this script's. */
  readonly matches: (name: string) => boolean;
}

/** Moving one file, and making its directory where that is missing. */
const TAKE_UNITS = 100;

/** The files to work on: those an earlier run left in `processing/`, then those of the inbox, oldest first. */
export function takeFiles(server: Server, inbox: Inbox): WorkFile[] {
  const processing = siblingDirectory(inbox.directory, PROCESSING);
  const files = server
    .list(processing)
    .map(parseWorkFileName)
    .filter((file) => inbox.matches(file.name));
  const names = new Set(files.map((file) => file.name));
  for (const name of server.list(inbox.directory).filter(inbox.matches)) {
    if (!enoughUnits(TAKE_UNITS)) break;
    const free = names.has(name) ? markedName(name, fileTimeMs(new Date())) : name;
    if (!moveOrMakeWay(server, `${inbox.directory}/${name}`, `${processing}/${free}`)) continue;
    names.add(free);
    files.push({ name: free, task: null, settled: 0 });
  }
  return files;
}

/** Where the file is while it is worked on. */
export function readWorkFile(server: Server, inbox: Inbox, file: WorkFile): string {
  return server.read(siblingDirectory(inbox.directory, PROCESSING), workFileName(file));
}

/** Writes down how far a file has come. */
export function advanceFile(
  server: Server,
  inbox: Inbox,
  change: { readonly from: WorkFile; readonly to: WorkFile },
): void {
  const processing = siblingDirectory(inbox.directory, PROCESSING);
  server.move(
    `${processing}/${workFileName(change.from)}`,
    `${processing}/${workFileName(change.to)}`,
  );
}

/** Its last record is answered. */
export function archiveFile(server: Server, inbox: Inbox, file: WorkFile): void {
  moveAway(server, inbox, { file, folder: ARCHIVE });
}

/** It could not be read; the error file says why. */
export function setFileAside(server: Server, inbox: Inbox, file: WorkFile): void {
  moveAway(server, inbox, { file, folder: FAILED });
}

function moveAway(
  server: Server,
  inbox: Inbox,
  { file, folder }: { readonly file: WorkFile; readonly folder: string },
): void {
  const directory = siblingDirectory(inbox.directory, folder);
  const from = `${siblingDirectory(inbox.directory, PROCESSING)}/${workFileName(file)}`;
  if (moveOrMakeWay(server, from, `${directory}/${file.name}`)) return;
  // The name is taken: a file of that name was here before.
  server.move(from, `${directory}/${markedName(file.name, fileTimeMs(new Date()))}`);
}

/** False when the file could not be moved; another run may have taken it. */
function moveOrMakeWay(server: Server, from: string, to: string): boolean {
  try {
    server.move(from, to);
    return true;
  } catch {
    // The usual reason on an account that ran the published scripts: there is no such directory yet.
    server.ensureDirectory(to.slice(0, to.lastIndexOf('/')));
  }
  try {
    server.move(from, to);
    return true;
  } catch (error) {
    log.audit({ title: `Not moved: ${from}`, details: errorText(error) });
    return false;
  }
}
