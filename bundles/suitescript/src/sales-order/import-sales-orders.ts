/**
 * Orders of the OMS become sales orders, pending fulfillment.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import {
  ERROR_FILES,
  EXPORT_DIRECTORIES,
  SALES_ORDER_IMPORT_MAP,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import { addingPlan } from '../lib/csv-import.ts';
import { settleFiles } from '../lib/settle-files.ts';

export function execute(): void {
  settleFiles(
    addingPlan({
      feed: 'sales-order',
      script: SCRIPTS.importSalesOrders,
      directory: EXPORT_DIRECTORIES['sales-order'],
      map: SALES_ORDER_IMPORT_MAP,
      taskName: 'Add Sales Order',
      errorFile: ERROR_FILES.salesOrder,
      next: [SCRIPTS.exportSalesOrderIds, SCRIPTS.exportSalesOrderLineIds],
    }),
  );
}
