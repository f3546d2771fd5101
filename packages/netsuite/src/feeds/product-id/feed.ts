// The NetSuite items behind our SKUs. Contract §16. Items we do not sell are passed over.

import { recordItemIds } from '@sendsale/oms';
import { z } from 'zod';
import {
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  PRODUCT_ID_COLUMNS,
} from '../../contract/index.ts';
import { chunkRows } from '../chunks.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, someText } from '../texts.ts';

const Row = z
  .object({ 'id-value': someText, 'good-identification-value': internalId })
  .transform((row) => ({ sku: row['id-value'], netsuiteItemId: row['good-identification-value'] }));
type Row = z.infer<typeof Row>;

export const productIdFeed = defineImportFeed<readonly Row[]>({
  name: 'product-id',
  label: 'Item ids from NetSuite',
  directory: IMPORT_DIRECTORIES['product-id'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.productId),
  read: (content) => {
    const rows = readCsvRows(content, PRODUCT_ID_COLUMNS, Row);
    return rows.ok ? { ok: true, value: chunkRows(rows.value) } : rows;
  },
  apply: async (db, items, { via, at }) => {
    const { recorded, resolved } = await recordItemIds(db, { items, via, at });
    return { ok: true, value: recorded + resolved };
  },
});
