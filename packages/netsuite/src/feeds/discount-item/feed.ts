// Discount items in use, and those that are not any more. Contract §17.

import { recordDiscountItems } from '@sendsale/oms';
import { z } from 'zod';
import {
  DISCOUNT_ITEM_COLUMNS,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
} from '../../contract/index.ts';
import { chunkRows } from '../chunks.ts';
import type { ImportFeed } from '../import-feed.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, someText } from '../texts.ts';

const Row = z.object({ productPromoId: internalId, promoName: someText });
type Row = z.infer<typeof Row>;

export const discountItemFeed = listOf({
  name: 'discount-item',
  label: 'Discount items from NetSuite',
  suffix: IMPORT_FILE_SUFFIXES.discountItem,
  isActive: true,
});

export const inactiveDiscountItemFeed = listOf({
  name: 'discount-item-inactive',
  label: 'Discount items NetSuite has retired',
  suffix: IMPORT_FILE_SUFFIXES.inactiveDiscountItem,
  isActive: false,
});

function listOf(list: {
  readonly name: 'discount-item' | 'discount-item-inactive';
  readonly label: string;
  readonly suffix: string;
  readonly isActive: boolean;
}): ImportFeed {
  const { name, label, suffix, isActive } = list;
  return defineImportFeed<readonly Row[]>({
    name,
    label,
    directory: IMPORT_DIRECTORIES[name],
    matches: (fileName) => fileName.endsWith(suffix),
    read: (content) => {
      const rows = readCsvRows(content, DISCOUNT_ITEM_COLUMNS, Row);
      return rows.ok ? { ok: true, value: chunkRows(rows.value) } : rows;
    },
    apply: async (db, rows, { at }) => {
      const items = rows.map((row) => ({
        netsuiteId: row.productPromoId,
        name: row.promoName,
        isActive,
      }));
      return { ok: true, value: await recordDiscountItems(db, { items, at }) };
    },
  });
}
