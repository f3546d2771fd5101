/**
 * Customers of the OMS become customers of NetSuite.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import {
  CUSTOMER_IMPORT_MAP,
  ERROR_FILES,
  EXPORT_DIRECTORIES,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import { addingPlan } from '../lib/csv-import.ts';
import { settleFiles } from '../lib/settle-files.ts';

export function execute(): void {
  settleFiles(
    addingPlan({
      feed: 'customer',
      script: SCRIPTS.importCustomers,
      directory: EXPORT_DIRECTORIES.customer,
      map: CUSTOMER_IMPORT_MAP,
      taskName: 'Add Customer',
      errorFile: ERROR_FILES.customer,
      next: [SCRIPTS.exportCustomerIds],
    }),
  );
}
