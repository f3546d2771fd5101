// The ids NetSuite gave to our sales orders and cash sales. Contract §4 and §13.2.

import { recordPostingId } from '@sendsale/oms';
import { postingById } from '@sendsale/store/read';
import { z } from 'zod';
import {
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  ORDER_ID_COLUMNS,
  ORDER_ID_TYPE,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { settleQuietly } from '../settle-quietly.ts';
import { internalId, someText } from '../texts.ts';

const Row = z.object({
  orderId: someText,
  orderIdentificationTypeId: z.literal(ORDER_ID_TYPE),
  idValue: internalId,
});

export const orderIdFeed = defineImportFeed<z.infer<typeof Row>>({
  name: 'order-id',
  label: 'Order ids from NetSuite',
  directory: IMPORT_DIRECTORIES['order-id'],
  matches: (fileName) =>
    fileName.endsWith(IMPORT_FILE_SUFFIXES.salesOrderId) ||
    fileName.endsWith(IMPORT_FILE_SUFFIXES.cashSaleId),
  read: (content) => readCsvRows(content, ORDER_ID_COLUMNS, Row),
  apply: async (db, row, { via, at }) => {
    const ids = { postingId: row.orderId, netsuiteId: row.idValue };
    const posting = await postingById(db, ids);
    const settled = await settleQuietly(db, {
      feed: posting?.kind === 'CASH_SALE' ? 'cash-sale' : 'sales-order',
      subject: ids.postingId,
      remoteId: ids.netsuiteId,
      via,
      at,
    });
    const recorded = await recordPostingId(db, { ...ids, via, at });
    return recorded.ok ? { ok: true, value: settled + Number(recorded.value.isNew) } : recorded;
  },
});
