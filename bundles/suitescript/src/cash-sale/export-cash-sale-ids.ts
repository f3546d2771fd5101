/**
 * Tells the OMS under which internal ids its cash sales are kept.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import { IMPORT_FILE_SUFFIXES, SCRIPTS } from '@sendsale/netsuite/contract';
import { exportTransactionIds } from '../lib/export-transaction-ids.ts';

export const { getInputData, map, summarize } = exportTransactionIds({
  script: SCRIPTS.exportCashSaleIds,
  type: 'cashsale',
  suffix: IMPORT_FILE_SUFFIXES.cashSaleId,
});
