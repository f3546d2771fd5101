/**
 * Tells the OMS what people in NetSuite have shipped. The OMS's own shipments are not echoed.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import {
  FULFILLMENT_JSON,
  fileTimeMs,
  IMPORT_DIRECTORIES,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import { exportFeed, MARK_UNITS, markField } from '../lib/export-feed.ts';
import { FIELDS } from '../lib/fields.ts';
import { fulfillmentFileText, selectFulfillments } from '../lib/shipped-lines.ts';
import { markedName } from '../lib/work-file.ts';

export const { getInputData, map, summarize } = exportFeed({
  script: SCRIPTS.exportFulfillmentsJson,
  directory: IMPORT_DIRECTORIES.fulfillment,
  fileName: (at, attempt) => {
    const name = `${FULFILLMENT_JSON.prefix}${fileTimeMs(at)}${FULFILLMENT_JSON.suffix}`;
    return attempt === 1 ? name : markedName(name, String(attempt));
  },
  select: selectFulfillments(FIELDS.fulfillmentExported),
  write: fulfillmentFileText,
  mark: markField(FIELDS.fulfillmentExported),
  markUnits: MARK_UNITS,
});
