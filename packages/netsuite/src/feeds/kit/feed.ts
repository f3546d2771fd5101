// What kits are made of. Contract §16; the ids are ours, a published file has names only.

import { recordKits } from '@sendsale/oms';
import { z } from 'zod';
import { IMPORT_DIRECTORIES, IMPORT_FILE_SUFFIXES, KIT_COLUMNS } from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import type { ReadRow } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, someText } from '../texts.ts';

const PUBLISHED = KIT_COLUMNS.slice(0, 4);

const Row = z
  .object({
    productId: someText,
    productIdTo: someText,
    quantity: z.coerce.number().positive(),
    kitId: internalId.nullish(),
    memberId: internalId.nullish(),
  })
  .transform((row) => ({
    kit: row.productId,
    member: row.productIdTo,
    quantity: row.quantity,
    kitNetsuiteId: row.kitId ?? null,
    memberNetsuiteId: row.memberId ?? null,
  }));
type Row = z.infer<typeof Row>;

export const kitFeed = defineImportFeed<readonly Row[]>({
  name: 'kit',
  label: 'Kits from NetSuite',
  directory: IMPORT_DIRECTORIES.kit,
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.kit),
  read: (content) => {
    const rows = readCsvRows(content, PUBLISHED, Row);
    return rows.ok ? { ok: true, value: wholeKits(rows.value) } : rows;
  },
  apply: async (db, components, { at }) => ({
    ok: true,
    value: await recordKits(db, { components, at }),
  }),
});

/** A kit is taken as a whole, wherever in the file its members stand; a bad row stays single. */
function wholeKits(rows: ReadonlyArray<ReadRow<Row>>): Array<ReadRow<readonly Row[]>> {
  const kits = new Map<string, { readonly line: number; readonly row: Row[] }>();
  const faults: Array<ReadRow<readonly Row[]>> = [];
  for (const read of rows) {
    if ('fault' in read) {
      faults.push(read);
      continue;
    }
    const kit = kits.get(read.row.kit) ?? { line: read.line, row: [] };
    kit.row.push(read.row);
    kits.set(read.row.kit, kit);
  }
  return [...kits.values(), ...faults];
}
