// Snapshots of NetSuite's stock by location. Contract §15.1. Items and locations we do not have are passed over.

import { recordCounts } from '@sendsale/oms';
import { z } from 'zod';
import {
  COUNTED_AT,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  INVENTORY_COLUMNS,
  QUANTITY_ON_HAND,
} from '../../contract/index.ts';
import { chunkRows } from '../chunks.ts';
import { defineImportFeed } from '../import-feed.ts';
import type { ReadRow } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, wholeNumber } from '../texts.ts';

const Row = z.object({
  externalFacilityId: internalId,
  availableQty: wholeNumber,
  idValue: internalId,
  // Ours. Without it what is available stands for what is there.
  [QUANTITY_ON_HAND]: wholeNumber.nullish(),
  [COUNTED_AT]: z.iso.datetime({ offset: true }).nullish(),
});

interface Counts {
  readonly countedAt: Date | null;
  readonly rows: ReadonlyArray<z.infer<typeof Row>>;
}

export const inventoryFeed = defineImportFeed<Counts>({
  name: 'inventory',
  label: 'Stock from NetSuite',
  directory: IMPORT_DIRECTORIES.inventory,
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.inventory),
  read: (content, fileName) => {
    const rows = readCsvRows(content, INVENTORY_COLUMNS, Row);
    if (!rows.ok) return rows;
    const countedAt = readFileDate(fileName);
    const chunks = chunkRows(rows.value).map((read): ReadRow<Counts> =>
      'fault' in read ? read : { line: read.line, row: { countedAt, rows: read.row } },
    );
    return { ok: true, value: chunks };
  },
  apply: async (db, { countedAt, rows }, { via, at }) => {
    const counts = rows.map((row) => ({
      netsuiteLocationId: row.externalFacilityId,
      netsuiteItemId: row.idValue,
      onHand: row[QUANTITY_ON_HAND] ?? row.availableQty,
    }));
    const stated = rows[0]?.[COUNTED_AT];
    const instant = typeof stated === 'string' ? new Date(stated) : countedAt;
    const { recorded } = await recordCounts(db, {
      counts,
      ...(instant === null ? {} : { countedAt: instant }),
      via,
      at,
    });
    return { ok: true, value: recorded };
  },
});

const ISO_STYLE = /^(\d{4}-\d{2}-\d{2})-(\d{2})-(\d{2})-(\d{2})/;

/**
 * When the file was made, by its name: `2026-11-23-10-00-00-…` in UTC, or JavaScript's own print of a date
 * (`Tue Aug 22 2023 05:00:12 GMT-0700 (PDT)-…`).
 */
export function readFileDate(fileName: string): Date | null {
  const iso = ISO_STYLE.exec(fileName);
  const text =
    iso === null
      ? fileName.slice(0, -IMPORT_FILE_SUFFIXES.inventory.length)
      : `${iso[1]}T${iso[2]}:${iso[3]}:${iso[4]}Z`;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}
