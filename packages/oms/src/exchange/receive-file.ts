// Keeps a file that came, byte for byte, before anything reads it; and says what became of it.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { defined } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { resolveProblems, saveFile, saveProblems, setFileState } from '@sendsale/store/write';

export interface ReceiveFileOptions {
  readonly feed: string;
  readonly directory: string;
  readonly name: string;
  readonly content: Uint8Array;
  readonly at: Date;
}

/** Stores the file; the same name with the same bytes is the same file (`isNew` false). */
export async function receiveFile(
  db: Database,
  options: ReceiveFileOptions,
): Promise<{ readonly fileId: number; readonly isNew: boolean }> {
  return saveFile(db, { ...options, direction: 'IN', rowCount: 0, state: 'RECEIVED' });
}

/** Every row of the file was taken or became a problem. Resolves the file's FEED_FILE_MALFORMED problem. */
export async function markFileRead(
  db: Database,
  options: { readonly fileId: number; readonly rowCount: number; readonly at: Date },
): Promise<void> {
  const { fileId, rowCount, at } = options;
  await inTransaction(db, async (tx) => {
    const file = await setFileState(tx, fileId, { state: 'READ', rowCount, at });
    const { directory, name } = defined(file, `File ${fileId} was received.`);
    const resolution = 'A file of that name was read.';
    const subjects = [`${directory}/${name}`];
    await resolveProblems(tx, { code: 'FEED_FILE_MALFORMED', subjects, resolution, at });
  });
}

export interface QuarantineFileOptions {
  readonly fileId: number;
  readonly code: 'FEED_FILE_MALFORMED';
  readonly message: string;
  readonly at: Date;
}

/** The file cannot be read: it is set aside, and a problem with its directory and name says so. */
export async function quarantineFile(
  db: Database,
  options: QuarantineFileOptions,
): Promise<Problem> {
  const { fileId, code, message, at } = options;
  return inTransaction(db, async (tx) => {
    const file = await setFileState(tx, fileId, { state: 'QUARANTINED', at });
    const { feed, directory, name } = defined(file, `File ${fileId} was received.`);
    const subject = `${directory}/${name}`;
    const raised = problem({ code, subject, message, detail: { feed, fileId, directory, name } });
    await saveProblems(tx, [raised], at);
    return raised;
  });
}
