// The return authorizations NetSuite made of our returns. Contract §14.2.

import { recordReturnId } from '@sendsale/oms';
import { z } from 'zod';
import {
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  RETURN_ID_COLUMNS,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, someText } from '../texts.ts';

const Row = z.object({ returnId: someText, idValue: internalId });

export const returnIdFeed = defineImportFeed<z.infer<typeof Row>>({
  name: 'return-id',
  label: 'Return ids from NetSuite',
  directory: IMPORT_DIRECTORIES['return-id'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.returnId),
  read: (content) => readCsvRows(content, RETURN_ID_COLUMNS, Row),
  apply: async (db, { returnId, idValue: netsuiteId }, { via, at }) => {
    const recorded = await recordReturnId(db, { returnId, netsuiteId, via, at });
    return recorded.ok ? { ok: true, value: Number(recorded.value.isNew) } : recorded;
  },
});
