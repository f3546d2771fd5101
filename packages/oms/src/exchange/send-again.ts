// Records go out again under the same external id, and files that came are read again: by a person, by a retry, or
// because what NetSuite refused is different now.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { feedFile, ledgerRows } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import { reopenFile, reopenRows } from '@sendsale/store/write';

export interface SendRowsAgainOptions {
  readonly ledgerIds: readonly number[];
  /** Why, in a few words; kept with the earlier attempt. */
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

export interface SentAgain {
  readonly rows: number;
  /** Whose exports have something to write now. */
  readonly feeds: readonly string[];
}

/** Makes refused, overdue and unanswered rows due. Accepted rows and rows on their way stay as they are. */
export async function sendRowsAgain(
  db: Database,
  options: SendRowsAgainOptions,
): Promise<SentAgain> {
  const reopened = await reopenRows(db, options);
  return { rows: reopened.length, feeds: [...new Set(reopened.map((row) => row.feed))] };
}

const ROWS_MAX = 30_000;

/** Has the rows of an outgoing file that nobody accepted written again, and an incoming file read again. */
export async function sendFileAgain(
  db: Database,
  options: { readonly fileId: number; readonly actor: string; readonly at: Date },
): Promise<Result<SentAgain, Problem>> {
  const { fileId, actor, at } = options;
  return inTransaction(db, async (tx) => {
    const file = await feedFile(tx, fileId);
    if (file === null) {
      const message = `There is no file ${fileId}.`;
      return fail(problem({ code: 'RECORD_UNKNOWN', subject: `file ${fileId}`, message }));
    }
    if (file.direction === 'IN') {
      if (await reopenFile(tx, fileId)) return ok({ rows: file.rowCount, feeds: [file.feed] });
      const message = `The content of file ${fileId} was removed; it cannot be read again.`;
      return fail(problem({ code: 'STEP_NOT_ALLOWED', subject: `file ${fileId}`, message }));
    }
    const rows = await ledgerRows(tx, { fileId, limit: ROWS_MAX });
    const ledgerIds = rows.filter((row) => row.fileId === fileId).map((row) => row.id);
    const reason = `${file.name} was sent again.`;
    return ok(await sendRowsAgain(tx, { ledgerIds, reason, actor, at }));
  });
}
