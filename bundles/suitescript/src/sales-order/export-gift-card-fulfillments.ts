/**
 * Tells the OMS which gift cards were shipped under which numbers.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import {
  GIFT_CARD_FULFILLMENT_COLUMNS,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import { exportFeed, MARK_UNITS, markField } from '../lib/export-feed.ts';
import { exportFileName, writeExportCsv } from '../lib/export-file.ts';
import { FIELDS } from '../lib/fields.ts';
import { selectGiftCards } from '../lib/gift-cards.ts';

export const { getInputData, map, summarize } = exportFeed({
  script: SCRIPTS.exportGiftCardFulfillments,
  directory: IMPORT_DIRECTORIES['gift-card-fulfillment'],
  fileName: exportFileName(IMPORT_FILE_SUFFIXES.giftCardFulfillment),
  select: selectGiftCards,
  write: writeExportCsv(GIFT_CARD_FULFILLMENT_COLUMNS),
  mark: markField(FIELDS.giftCardExported),
  markUnits: MARK_UNITS,
});
