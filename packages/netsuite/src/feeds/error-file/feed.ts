// The published error files: a file that could not be imported, or an order whose record was refused. They
// name no rows, so every unanswered row they can mean is refused; a later acceptance still wins.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { settleRow } from '@sendsale/oms';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database, OpenRow } from '@sendsale/store/read';
import { openRowsOfFile, openRowsOfPosting, salesOrderByNetsuiteId } from '@sendsale/store/read';
import { readErrorFile } from '../../codec/read-error-file.ts';
import type { ErrorRow } from '../../codec/read-error-file.ts';
import {
  ERROR,
  ERROR_FILES,
  EXPORT_DIRECTORIES,
  INVOICE_FEED,
  parseRowId,
  siblingDirectory,
} from '../../contract/index.ts';
import type { ErrorFile } from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import type { Arrival, ImportFeed } from '../import-feed.ts';

/** What the rows of the error files about orders were sent by; invoices were not sent by anybody. */
const FEED_OF: Partial<Record<keyof typeof ERROR_FILES, string>> = {
  customerDeposit: 'customer-deposit',
  customerRefund: 'customer-refund',
  itemFulfillment: 'fulfillment',
};

export const ERROR_FILE_FEEDS: readonly ImportFeed[] = Object.entries(ERROR_FILES).map(
  ([name, kind]) => errorFileFeed(name, kind, FEED_OF[name as keyof typeof ERROR_FILES]),
);

function errorFileFeed(name: string, kind: ErrorFile, feed: string | undefined): ImportFeed {
  return defineImportFeed<ErrorRow>({
    name: `error-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    label: `Refusals from NetSuite (${kind.suffix.slice(1, -4)})`,
    directory: kind.directory,
    matches: (fileName) => fileName.endsWith(kind.suffix),
    read: (content) => {
      const rows = readErrorFile(content, kind);
      if (!rows.ok) return rows;
      return { ok: true, value: rows.value.map((row) => ({ line: row.line, row })) };
    },
    apply: async (db, row, arrival) => {
      const rowId = parseRowId(row.rowId ?? '');
      // Our bundle has answered the row in an acknowledgement file too, with more to it.
      if (rowId !== null) return ok(0);
      if (kind.subject === 'orderId' && feed === undefined) return invoiceRefused(db, row);
      // Rows that were answered meanwhile, or refused by this file before, are left as they are.
      return refuseRows(
        db,
        { rows: await findMeantRows(db, { kind, feed, row, sentBefore: arrival.receivedAt }), row },
        arrival,
      );
    },
  });
}

async function findMeantRows(
  db: Database,
  refusal: {
    readonly kind: ErrorFile;
    readonly feed: string | undefined;
    readonly row: ErrorRow;
    readonly sentBefore: Date;
  },
): Promise<OpenRow[]> {
  const { kind, feed, row, sentBefore } = refusal;
  if (kind.subject === 'fileName') {
    const directory = Object.values(EXPORT_DIRECTORIES).find(
      (source) => siblingDirectory(source, ERROR) === kind.directory,
    );
    return directory === undefined ? [] : openRowsOfFile(db, { directory, name: row.subject });
  }
  return feed === undefined
    ? []
    : openRowsOfPosting(db, { feed, netsuiteId: row.subject, sentBefore });
}

async function refuseRows(
  db: Database,
  refusal: { readonly rows: readonly OpenRow[]; readonly row: ErrorRow },
  { via, at }: Arrival,
): Promise<Result<number, Problem>> {
  for (const { feed, subject, revision } of refusal.rows) {
    const settled = await settleRow(db, {
      feed,
      subject,
      revision,
      outcome: 'REFUSED',
      code: 'ERROR_FILE',
      message: refusal.row.message,
      via,
      at,
    });
    if (!settled.ok) return settled;
  }
  return ok(refusal.rows.length);
}

// An order whose transaction nobody sent: NetSuite could not invoice it.
async function invoiceRefused(db: Database, row: ErrorRow): Promise<Result<number, Problem>> {
  const netsuiteId = row.subject;
  const posting = await salesOrderByNetsuiteId(db, { netsuiteId });
  const subject = `${INVOICE_FEED}/${posting?.postingId ?? netsuiteId}`;
  const orderId = posting?.orderId ?? null;
  const { message } = row;
  const detail = { netsuiteId, message };
  return fail(problem({ code: 'NETSUITE_ROW_REFUSED', subject, orderId, message, detail }));
}
