// Cycle counts of ours that NetSuite booked as adjustments. Contract §15.3.

import { recordBookedCount } from '@sendsale/oms';
import { z } from 'zod';
import {
  CYCLE_COUNT_COLUMNS,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, someText } from '../texts.ts';

const Row = z.object({ workEffortId: someText, externalId: internalId });

export const cycleCountFeed = defineImportFeed<z.infer<typeof Row>>({
  name: 'cycle-count',
  label: 'Cycle counts NetSuite booked',
  directory: IMPORT_DIRECTORIES['cycle-count'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.cycleCount),
  read: (content) => readCsvRows(content, CYCLE_COUNT_COLUMNS, Row),
  apply: async (db, row, { at }) => {
    const { workEffortId: countId, externalId: adjustmentId } = row;
    return { ok: true, value: Number(await recordBookedCount(db, { countId, adjustmentId, at })) };
  },
});
