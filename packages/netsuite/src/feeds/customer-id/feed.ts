// The ids NetSuite gave to our customers. Contract §1.2.

import { recordCustomerId } from '@sendsale/oms';
import { z } from 'zod';
import {
  CUSTOMER_ID_COLUMNS,
  CUSTOMER_ID_TYPE,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { settleQuietly } from '../settle-quietly.ts';
import { internalId, someText } from '../texts.ts';

const Row = z.object({
  partyId: someText,
  partyIdentificationTypeId: z.literal(CUSTOMER_ID_TYPE),
  idValue: internalId,
});

export const customerIdFeed = defineImportFeed<z.infer<typeof Row>>({
  name: 'customer-id',
  label: 'Customer ids from NetSuite',
  directory: IMPORT_DIRECTORIES['customer-id'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.customerId),
  read: (content) => readCsvRows(content, CUSTOMER_ID_COLUMNS, Row),
  apply: async (db, row, { via, at }) => {
    const ids = { customerId: row.partyId, netsuiteId: row.idValue };
    const settled = await settleQuietly(db, {
      feed: 'customer',
      subject: ids.customerId,
      remoteId: ids.netsuiteId,
      via,
      at,
    });
    const recorded = await recordCustomerId(db, { ...ids, via, at });
    return recorded.ok ? { ok: true, value: settled + Number(recorded.value.isNew) } : recorded;
  },
});
