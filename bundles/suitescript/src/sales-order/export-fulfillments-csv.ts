/**
 * The CSV variant of export-fulfillments, for those who read that directory. It has a checkbox of its own:
 * the published pair shared one, so that each fulfillment reached only one of the two directories.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import { IMPORT_DIRECTORIES, IMPORT_FILE_SUFFIXES, SCRIPTS } from '@sendsale/netsuite/contract';
import { exportFeed, MARK_UNITS, markField } from '../lib/export-feed.ts';
import { exportFileName } from '../lib/export-file.ts';
import { FIELDS } from '../lib/fields.ts';
import { fulfillmentFileCsv, selectFulfillments } from '../lib/shipped-lines.ts';

export const { getInputData, map, summarize } = exportFeed({
  script: SCRIPTS.exportFulfillmentsCsv,
  directory: IMPORT_DIRECTORIES['fulfillment-csv'],
  fileName: exportFileName(IMPORT_FILE_SUFFIXES.fulfillmentCsv),
  select: selectFulfillments(FIELDS.fulfillmentCsvExported),
  write: fulfillmentFileCsv,
  mark: markField(FIELDS.fulfillmentCsvExported),
  markUnits: MARK_UNITS,
});
