// Gift cards that NetSuite's people shipped, with their numbers. Contract §10.

import { problem } from '@sendsale/domain';
import { recordGiftCard } from '@sendsale/oms';
import { parseMinor } from '@sendsale/std';
import { postingById, salesOrderByNetsuiteId } from '@sendsale/store/read';
import { z } from 'zod';
import {
  GIFT_CARD_FULFILLMENT_COLUMNS,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, maybeText, someText } from '../texts.ts';

const PUBLISHED = GIFT_CARD_FULFILLMENT_COLUMNS.slice(0, 6);

const Row = z.object({
  giftCardNumber: someText,
  shippedDate: maybeText,
  price: maybeText,
  orderId: internalId,
  shopifyCustomerNumber: maybeText,
  orderItemSeqId: z.string().nullish(),
});

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;

export const giftCardFeed = defineImportFeed<z.infer<typeof Row>>({
  name: 'gift-card-fulfillment',
  label: 'Gift cards shipped by NetSuite',
  directory: IMPORT_DIRECTORIES['gift-card-fulfillment'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.giftCardFulfillment),
  read: (content) => readCsvRows(content, PUBLISHED, Row),
  apply: async (db, row, { at }) => {
    const order = await salesOrderByNetsuiteId(db, { netsuiteId: row.orderId });
    const posting = order === undefined ? undefined : await postingById(db, order);
    if (posting === undefined) {
      const subject = `sales order ${row.orderId}`;
      return { ok: false, error: problem({ code: 'FEED_ROW_ORDER_UNKNOWN', subject }) };
    }
    const isNew = await recordGiftCard(db, {
      card: {
        number: row.giftCardNumber,
        postingId: posting.postingId,
        itemSeq: row.orderItemSeqId ?? null,
        priceMinor: row.price === null ? null : parseMinor(row.price, posting.currency),
        // The published script prints the user's own format, which says nothing certain.
        shippedOn: ISO_DAY.exec(row.shippedDate ?? '')?.[0] ?? null,
        customerShopifyId: row.shopifyCustomerNumber,
      },
      at,
    });
    return { ok: true, value: Number(isNew) };
  },
});
