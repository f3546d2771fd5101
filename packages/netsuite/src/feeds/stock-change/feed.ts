// Stock that people adjusted in NetSuite. Contract §15.3. A published file names neither the adjustment nor
// when it was booked: there the file and the line stand for it, and the file's date for the day.

import { recordStockChange } from '@sendsale/oms';
import { z } from 'zod';
import {
  COUNTED_AT,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  STOCK_CHANGE_COLUMNS,
  STOCK_CHANGE_ID,
  STOCK_CHANGE_LINE,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readFileDate } from '../inventory/feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, maybeText, wholeNumber } from '../texts.ts';

const Row = z.object({
  externalFacilityId: internalId,
  idValue: internalId,
  availableDelta: wholeNumber,
  comments: maybeText,
  [STOCK_CHANGE_ID]: internalId.nullish(),
  [STOCK_CHANGE_LINE]: z.string().nullish(),
  [COUNTED_AT]: z.iso.datetime({ offset: true }).nullish(),
});

interface Change {
  readonly row: z.infer<typeof Row>;
  readonly line: number;
}

export const stockChangeFeed = defineImportFeed<Change>({
  name: 'stock-change',
  label: 'Stock adjusted in NetSuite',
  directory: IMPORT_DIRECTORIES['stock-change'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.stockChange),
  read: (content) => {
    const rows = readCsvRows(content, STOCK_CHANGE_COLUMNS, Row);
    if (!rows.ok) return rows;
    return {
      ok: true,
      value: rows.value.map((read) =>
        'fault' in read ? read : { line: read.line, row: { row: read.row, line: read.line } },
      ),
    };
  },
  apply: async (db, { row, line }, { fileName, at }) => {
    const stated = row[COUNTED_AT];
    const bookedAt = typeof stated === 'string' ? new Date(stated) : readFileDate(fileName);
    const isNew = await recordStockChange(db, {
      change: {
        adjustmentId: row[STOCK_CHANGE_ID] ?? fileName,
        line: row[STOCK_CHANGE_LINE] ?? String(line),
        netsuiteLocationId: row.externalFacilityId,
        netsuiteItemId: row.idValue,
        delta: row.availableDelta,
        comments: row.comments,
        bookedAt: bookedAt ?? at,
      },
      at,
    });
    return { ok: true, value: Number(isNew) };
  },
});
