// Keeps a file that came, byte for byte, before anything reads it; and says what became of it.

import type { Problem } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';

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
  throw new Error('TODO');
}

/** Every row of the file was taken or became a problem. Resolves the file's FEED_FILE_MALFORMED problem. */
export async function markFileRead(
  db: Database,
  options: { readonly fileId: number; readonly rowCount: number; readonly at: Date },
): Promise<void> {
  throw new Error('TODO');
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
  throw new Error('TODO');
}
