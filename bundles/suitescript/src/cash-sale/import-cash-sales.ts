/**
 * What was carried out of a store becomes a cash sale.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import {
  CASH_SALE_IMPORT_MAP,
  ERROR_FILES,
  EXPORT_DIRECTORIES,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import { addingPlan } from '../lib/csv-import.ts';
import { settleFiles } from '../lib/settle-files.ts';

export function execute(): void {
  settleFiles(
    addingPlan({
      feed: 'cash-sale',
      script: SCRIPTS.importCashSales,
      directory: EXPORT_DIRECTORIES['cash-sale'],
      map: CASH_SALE_IMPORT_MAP,
      taskName: 'Add Cash Sale',
      errorFile: ERROR_FILES.cashSale,
      next: [SCRIPTS.exportCashSaleIds],
    }),
  );
}
