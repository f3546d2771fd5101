// Lines NetSuite's warehouse says it cannot ship. Contract §7. The published export repeats a rejection on
// every run, so one about a line that is not at a NetSuite facility any more says nothing new.

import { problem } from '@sendsale/domain';
import { rejectItem } from '@sendsale/oms';
import { allocatedItem, openAllocationRow, postingById } from '@sendsale/store/read';
import { z } from 'zod';
import {
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  REJECTED_ITEM_COLUMNS,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { settleQuietly } from '../settle-quietly.ts';
import { maybeText, someText } from '../texts.ts';

const Row = z.object({
  orderId: someText,
  orderItemSeqId: someText,
  rejectionComments: maybeText,
});

export const rejectedItemFeed = defineImportFeed<z.infer<typeof Row>>({
  name: 'rejected-item',
  label: 'Rejected lines from NetSuite',
  directory: IMPORT_DIRECTORIES['rejected-item'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.rejectedItem),
  read: (content) => readCsvRows(content, REJECTED_ITEM_COLUMNS, Row),
  apply: async (db, row, { via, at }) => {
    const posting = await postingById(db, { postingId: row.orderId });
    if (posting === undefined) {
      return {
        ok: false,
        error: problem({ code: 'FEED_ROW_ORDER_UNKNOWN', subject: row.orderId }),
      };
    }
    const item = { orderId: posting.orderId, itemSeq: row.orderItemSeqId };
    const allocated = await allocatedItem(db, item);
    if (allocated?.fulfilledBy !== 'NETSUITE' || !allocated.isTold) return { ok: true, value: 0 };
    const rejected = await rejectItem(db, {
      ...item,
      reason: 'NOT_IN_STOCK',
      comment: row.rejectionComments,
      actor: 'NetSuite',
      via,
      at,
    });
    if (!rejected.ok) return rejected;
    const told = await openAllocationRow(db, { subject: `${item.orderId}.${item.itemSeq}` });
    if (told !== undefined) await settleQuietly(db, { ...told, via, at });
    return { ok: true, value: 1 };
  },
});
