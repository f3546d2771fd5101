// The deposits NetSuite made of our payments. Contract §5.4.

import { problem, transactionOfExternalId } from '@sendsale/domain';
import { settleRow } from '@sendsale/oms';
import { postingById } from '@sendsale/store/read';
import { z } from 'zod';
import {
  DEPOSIT_ID_COLUMNS,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, maybeText, someText } from '../texts.ts';

const Row = z.object({ orderId: someText, internalId, manualRefNumber: maybeText });

export const depositIdFeed = defineImportFeed<z.infer<typeof Row>>({
  name: 'deposit-id',
  label: 'Deposit ids from NetSuite',
  directory: IMPORT_DIRECTORIES['deposit-id'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.depositId),
  read: (content) => readCsvRows(content, DEPOSIT_ID_COLUMNS, Row),
  apply: async (db, row, { via, at }) => {
    const postingId = row.orderId;
    if ((await postingById(db, { postingId })) === undefined) {
      return { ok: false, error: problem({ code: 'FEED_ROW_ORDER_UNKNOWN', subject: postingId }) };
    }
    // A deposit without reference was made by hand in NetSuite: nobody here waits for it.
    if (row.manualRefNumber === null) return { ok: true, value: 0 };
    const settled = await settleRow(db, {
      feed: 'customer-deposit',
      subject: `${postingId}.${transactionOfExternalId(row.manualRefNumber)}`,
      outcome: 'ACCEPTED',
      remoteId: row.internalId,
      via,
      at,
    });
    return settled.ok ? { ok: true, value: Number(settled.value.changed) } : settled;
  },
});
